"""What moods, company and hours call for: affinities to genres and keywords, set by hand and open to view.

Nothing here is learned: the data holds no moods. Each figure says how much a genre or keyword is wanted (+1)
or out of place (-1). Words are looked up by their beginnings, so that "tense", "tension" and "tensely" agree.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache


@dataclass(frozen=True, slots=True, eq=False)
class Affinity:
    """What fits. Told apart by identity: each is made once."""

    genres: Mapping[str, float] = field(default_factory=dict)
    keywords: tuple[str, ...] = ()
    shunned: tuple[str, ...] = ()
    """Keywords out of place."""
    axis: tuple[str, int] | None = None
    """A film's figure ("year", "runtime", "fame") and the direction in which to go from the examples."""


_LIGHT = Affinity(
    {
        "Comedy": 1.0,
        "Family": 0.5,
        "Music": 0.5,
        "Romance": 0.4,
        "Animation": 0.4,
        "Adventure": 0.2,
        "Horror": -1.0,
        "War": -1.0,
        "Thriller": -0.6,
        "Crime": -0.5,
        "Drama": -0.3,
        "History": -0.3,
    },
    ("friendship", "romantic comedy", "feel-good", "road trip", "buddy"),
)
_DARK = Affinity(
    {
        "Thriller": 0.8,
        "Crime": 0.7,
        "Horror": 0.6,
        "War": 0.5,
        "Mystery": 0.4,
        "Drama": 0.3,
        "Comedy": -1.0,
        "Family": -1.0,
        "Animation": -0.6,
        "Music": -0.6,
        "Romance": -0.4,
    },
    ("neo-noir", "film noir", "serial killer", "revenge", "dystopia", "psychological thriller", "obsession"),
)
_TENSE = Affinity(
    {
        "Thriller": 1.0,
        "Mystery": 0.5,
        "Crime": 0.5,
        "Horror": 0.4,
        "Action": 0.2,
        "Comedy": -0.8,
        "Family": -0.8,
    },
    ("suspense", "cat and mouse", "hostage", "chase", "paranoia", "conspiracy", "heist", "survival"),
)
_COSY = Affinity(
    {
        "Comedy": 0.7,
        "Romance": 0.6,
        "Family": 0.6,
        "Animation": 0.4,
        "Fantasy": 0.2,
        "Music": 0.3,
        "Horror": -1.0,
        "War": -1.0,
        "Thriller": -0.9,
        "Crime": -0.6,
        "Action": -0.3,
    },
    ("christmas", "friendship", "small town", "food", "village", "holiday", "cooking", "bookshop"),
)
_SAD = Affinity(
    {
        "Drama": 1.0,
        "Romance": 0.4,
        "War": 0.2,
        "Comedy": -0.6,
        "Action": -0.5,
        "Horror": -0.5,
        "Animation": -0.1,
    },
    ("loss", "grief", "dying and death", "terminal illness", "tragedy", "loneliness", "melancholy"),
)
_EXCITING = Affinity(
    {
        "Action": 1.0,
        "Adventure": 0.7,
        "Thriller": 0.5,
        "Science Fiction": 0.4,
        "Drama": -0.3,
        "Romance": -0.4,
    },
    ("chase", "explosion", "martial arts", "shootout", "car chase", "spy"),
)
_ROMANTIC = Affinity(
    {
        "Romance": 1.0,
        "Comedy": 0.2,
        "Drama": 0.2,
        "Horror": -0.9,
        "War": -0.5,
        "Thriller": -0.4,
        "Action": -0.4,
    },
    ("love", "romantic comedy", "wedding", "love at first sight", "falling in love"),
)
_SCARY = Affinity(
    {"Horror": 1.0, "Thriller": 0.4, "Mystery": 0.3, "Comedy": -0.7, "Family": -1.0, "Animation": -0.5},
    ("haunted house", "ghost", "supernatural", "demon", "monster", "slasher", "possession"),
)
_THOUGHTFUL = Affinity(
    {
        "Drama": 0.7,
        "Science Fiction": 0.3,
        "Mystery": 0.3,
        "History": 0.3,
        "Documentary": 0.3,
        "Action": -0.5,
    },
    ("philosophy", "existentialism", "memory", "artificial intelligence", "identity", "time", "solitude"),
)
_STRANGE = Affinity(
    {"Fantasy": 0.4, "Mystery": 0.4, "Science Fiction": 0.3, "Action": -0.3, "Romance": -0.3, "Family": -0.3},
    (
        "surreal",
        "surrealism",
        "dream",
        "hallucination",
        "absurd",
        "nonlinear timeline",
        "avant-garde",
        "cult",
    ),
    axis=("fame", -1),
)
_VIOLENT = Affinity(
    {"Action": 0.8, "War": 0.8, "Horror": 0.8, "Crime": 0.6, "Thriller": 0.5, "Comedy": -0.4, "Family": -1.0},
    ("gore", "violence", "brutality", "slasher", "torture", "massacre"),
)
_CALM = Affinity(
    {
        "Drama": 0.5,
        "Romance": 0.4,
        "Family": 0.3,
        "Documentary": 0.3,
        "Music": 0.3,
        "Comedy": 0.2,
        "Action": -0.9,
        "Horror": -0.9,
        "Thriller": -0.8,
        "War": -0.6,
        "Crime": -0.4,
    },
    ("nature", "solitude", "contemplative", "village", "countryside", "slice of life"),
)
_UPLIFTING = Affinity(
    {"Drama": 0.3, "Comedy": 0.5, "Family": 0.4, "Music": 0.5, "Romance": 0.3, "Horror": -1.0, "Crime": -0.4},
    ("underdog", "friendship", "inspiration", "hope", "based on true story", "sport", "triumph"),
)
_EPIC = Affinity(
    {"Adventure": 0.7, "History": 0.6, "War": 0.4, "Fantasy": 0.4, "Action": 0.3, "Comedy": -0.7},
    ("epic", "battle", "ancient rome", "quest", "kingdom"),
)

MOODS: Mapping[str, Affinity] = {
    **dict.fromkeys(
        ("light", "fun", "funn", "comic", "hilarious", "laugh", "silly", "goofy", "easy"), _LIGHT
    ),
    **dict.fromkeys(("dark", "grim", "bleak", "gritty", "noir", "sinister", "serious", "heavier"), _DARK),
    **dict.fromkeys(
        ("tens", "suspens", "gripping", "nerve", "edge", "thrill", "intens", "nocturnal"), _TENSE
    ),
    **dict.fromkeys(("cosy", "cozy", "comfort", "warm", "gentle", "relax", "wholesome", "sooth"), _COSY),
    **dict.fromkeys(("calm", "quiet", "peaceful", "meditative", "slow", "tranquil"), _CALM),
    **dict.fromkeys(("violen", "gor", "blood", "brutal"), _VIOLENT),
    **dict.fromkeys(("sad", "cry", "tear", "melanchol", "moving", "touching", "emotional", "bitter"), _SAD),
    **dict.fromkeys(("excit", "action", "adrenalin", "fast", "explosive", "energetic", "wild"), _EXCITING),
    **dict.fromkeys(("romantic", "love", "passion", "sexy"), _ROMANTIC),
    **dict.fromkeys(("scar", "creep", "spook", "terrif", "eerie", "frighten", "horr"), _SCARY),
    **dict.fromkeys(("thought", "smart", "clever", "philosoph", "deep", "intellectual", "mind"), _THOUGHTFUL),
    **dict.fromkeys(("strang", "weird", "odd", "surreal", "bizarre", "quirk", "offbeat", "trippy"), _STRANGE),
    **dict.fromkeys(
        ("uplift", "inspir", "happy", "happi", "cheer", "feel-good", "feelgood", "hope"), _UPLIFTING
    ),
    **dict.fromkeys(("epic", "grand", "sweeping", "majestic"), _EPIC),
    **dict.fromkeys(("older", "classic", "vintage", "old-fashioned"), Affinity(axis=("year", -1))),
    **dict.fromkeys(("newer", "recent", "modern", "contemporary"), Affinity(axis=("year", 1))),
    **dict.fromkeys(("short", "quick", "brief"), Affinity(axis=("runtime", -1))),
    **dict.fromkeys(("longer", "lengthy"), Affinity(axis=("runtime", 1))),
    **dict.fromkeys(("obscure", "lesser", "hidden", "underrated", "unknown"), Affinity(axis=("fame", -1))),
    **dict.fromkeys(("famous", "popular", "blockbuster", "mainstream"), Affinity(axis=("fame", 1))),
}
"""By the beginning of the word; the longest beginning that fits is taken."""

_CHILDREN = Affinity(
    {
        "Family": 1.0,
        "Animation": 0.8,
        "Adventure": 0.4,
        "Fantasy": 0.3,
        "Comedy": 0.3,
        "Horror": -1.0,
        "Thriller": -1.0,
        "Crime": -1.0,
        "War": -0.8,
        "Drama": -0.4,
    },
)
_DATE = Affinity(
    {"Romance": 0.8, "Comedy": 0.5, "Drama": 0.1, "War": -0.6, "Horror": -0.3, "Documentary": -0.4}
)
_FRIENDS = Affinity({"Comedy": 0.7, "Action": 0.5, "Horror": 0.3, "Adventure": 0.4, "Documentary": -0.4})
_ALONE = Affinity({"Drama": 0.4, "Mystery": 0.4, "Thriller": 0.2, "Science Fiction": 0.2, "Family": -0.4})
_PARENTS = Affinity(
    {"Drama": 0.4, "History": 0.3, "Comedy": 0.3, "Music": 0.2, "Horror": -0.8, "Action": -0.1}
)

COMPANY: Mapping[str, Affinity] = {
    **dict.fromkeys(("kid", "child", "son", "daughter", "famil", "toddler", "niece", "nephew"), _CHILDREN),
    **dict.fromkeys(("date", "partner", "girlfriend", "boyfriend", "wife", "husband", "couple"), _DATE),
    **dict.fromkeys(("friend", "group", "party", "mates", "buddies", "flatmate", "roommate"), _FRIENDS),
    **dict.fromkeys(("alone", "myself", "solo"), _ALONE),
    **dict.fromkeys(("parent", "mother", "father", "mum", "mom", "dad", "grand"), _PARENTS),
}

LATE = Affinity(
    {"Thriller": 0.5, "Horror": 0.4, "Mystery": 0.4, "Crime": 0.3, "Family": -0.6, "Animation": -0.3}
)
"""From ten at night to four."""
MORNING = Affinity({"Family": 0.5, "Animation": 0.5, "Comedy": 0.4, "Adventure": 0.3, "Horror": -0.7})
"""From five to noon."""
WEEKEND_EVENING = Affinity(
    {"Adventure": 0.4, "Action": 0.4, "Comedy": 0.4, "Thriller": 0.2, "Documentary": -0.3}
)
"""Friday and Saturday from six to ten."""
WEEKNIGHT = Affinity({"Comedy": 0.4, "Drama": 0.2, "Crime": 0.2}, axis=("runtime", -1))
"""Sunday to Thursday from six to ten: nobody wants to be up late."""
SEASONS: Mapping[int, Affinity] = {
    10: Affinity({"Horror": 0.6, "Thriller": 0.2, "Mystery": 0.3}, ("halloween",)),
    12: Affinity({"Family": 0.4, "Romance": 0.2, "Comedy": 0.2}, ("christmas", "holiday", "santa claus")),
    2: Affinity({"Romance": 0.4}),
    6: Affinity({"Adventure": 0.3, "Action": 0.2}, ("summer",)),
    7: Affinity({"Adventure": 0.3, "Action": 0.2}, ("summer", "beach")),
    8: Affinity({"Adventure": 0.3, "Action": 0.2}, ("summer", "road trip")),
}
"""By month."""


def find(said: str, table: Mapping[str, Affinity]) -> list[Affinity]:
    """What the words of `said` call for, without repeats: "something lighter and older" gives two.

    "less scary", "nothing too sad" and "not gory" call for the opposite, up to the next comma or "but".
    """
    found: dict[Affinity, None] = {}
    for clause in _CLAUSE.split(said.casefold()):
        against = False
        for word in clause.split():
            against = against or word in _AGAINST
            fitting = [start for start in table if word.startswith(start)]
            if fitting:
                affinity = table[max(fitting, key=len)]
                found[opposite(affinity) if against else affinity] = None
    return list(found)


@cache
def opposite(affinity: Affinity) -> Affinity:
    """What "not so" calls for: without what fits. What was out of place is not therefore wanted."""
    genres = {genre: -weight for genre, weight in affinity.genres.items() if weight > 0}
    axis = (affinity.axis[0], -affinity.axis[1]) if affinity.axis else None
    return Affinity(genres, shunned=affinity.keywords, axis=axis)


_CLAUSE = re.compile(r"[,;]|\bbut\b")
_AGAINST = frozenset({"not", "no", "nothing", "never", "without", "less", "isn't", "non"})
