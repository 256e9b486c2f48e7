"""From likelihoods to one intent: what was read and what the conversation is about have a say."""

import math
import re
from collections.abc import Mapping

from agent.focus import Focus
from agent.planner.building import ACTIONS
from agent.planner.reader import Reading
from agent.planner.sayings import asks_to_forget
from agent.planner.slots import (
    CompareSlot,
    CountSlot,
    GenreSlot,
    LanguageSlot,
    PersonSlot,
    PickSlot,
    RatingSlot,
    RuntimeSlot,
    ThemeSlot,
    TitleSlot,
    YearsSlot,
)
from agent.planner.wishes import compared_with

ABOUT_A_FILM = ACTIONS | {"details", "reviews", "explain", "social.who_has_seen"}
"""Intents that concern one film or a few."""

_NEEDS_A_FILM = ABOUT_A_FILM - {"explain"}
_UNSUPPORTED = 2.0
"""Log-odds lost by an intent about a film where no film is in sight."""
_RATED = 2.0
_UNDER_WAY = 0.7
"""Log-odds gained by refining where a request for films is under way."""
_LONG_AGO = 4
"""Turns about other things after which a new kind of film is a search of its own."""
_ONLY_BOUNDS = 2.0
"""The same where the message only limits what is asked."""
_ONLY_A_KIND = 1.5
"""The same more where the message is hardly more than a genre: "animated please"."""
_FEW_WORDS = 8
_HARDLY_MORE = 3
_ASIDE = 3.0
"""Log-odds lost by a courtesy beside a wish: "dramas, thx"."""
_PLANNED = 3.0
"""Log-odds gained by a movie night where one is to be planned outright."""
_PLANS = re.compile(
    r"(?<!\w)(?:plan|do|have|host|hold|organi[sz]e|arrange|set up|planea|organiza|prepara|organise[rz]?"
    r"|prepare[rz]?|plane?)"
    r" (?:a |an |our |the |una |la |nuestra |une |notre |la |einen? |den |unseren )?"
    r"(?:(?:movie|film) ?night|noche de (?:cine|peliculas?)|soiree (?:cine\w*|films?)|film ?abend)(?!\w)"
)
_POINTED_OUT = 3.0
"""Log-odds gained by a question about a film where hardly more is said than which of a list is meant."""
_COMPARED = 3.0
"""Log-odds gained by looking for films where one is a yardstick: "shorter than Jaws"."""
_CLOSING = re.compile(
    r"(?:have a (?:very )?(?:good|great|nice|wonderful|lovely) (?:day|night|evening|one|weekend)|good ?bye"
    r"|(?<!\w)bye|thank(?:s| you) (?:so much |very much )?for (?:all )?(?:the|your)"
    r" (?:help|suggestions?|recommendations?|ideas?|tips?)"
    r"|nice (?:talking|chatting) (?:to|with) you|merry christmas|(?<!\w)adios|au revoir|tschuss)"
    r"(?![^?]*(?<!\w)(?:but|something|anything|another|more|others?|please|instead|now|any|show|give)(?!\w))[^?]*$"
)
"""How a talk ends, whatever else is said."""
_CLOSED = 4.0
"""Log-odds gained by a courtesy that ends the talk."""
_AMONG = re.compile(
    r"(?<!\w)(?:any|some|one|which|ones?) (?:of|among) (?:them|those|these)(?!\w)"
    r"|(?<!\w)(?:algun[oa]s? de (?:ell[oa]s|es[oa]s)|(?:lesquels|un) d'entre eux"
    r"|(?:ist|sind|was) davon)(?!\w)"
)
"""Asks for a part of what was found."""
_NUMBER_ALONE = re.compile(r"\W*\d{1,2}\W*")
_LEAVES_IT = re.compile(
    r"(?<!\w)(?:thank|thx|gracias|merci|danke|cancel|stop|never ?mind|leave|keep|dejalo|laisse|lass)"
)
"""Refuses an offer or an action; a mere "nah" refuses the films shown."""
_FORGOTTEN = 2.0
"""Log-odds gained by forgetting where a short message begins so."""
_LIKE = re.compile(r"(?<!\w)(?:like|similar|mas como|comme|wie)(?!\w)")
_ASKED_OF_FILMS = (GenreSlot, RuntimeSlot, YearsSlot, LanguageSlot)
_LIMITS = (RuntimeSlot, YearsSlot, LanguageSlot, CompareSlot, CountSlot)


def choose(
    scores: Mapping[str, float], reading: Reading, focus: Focus, *, names_unknown: bool = False
) -> tuple[str, float]:
    """The intent that fits best, and its probability.

    `names_unknown`: there are words that might be the name of a film that nobody knows.
    """
    weighed = dict(scores)
    _by_the_search(weighed, reading, focus)
    if any(reading.of(kind) for kind in _ASKED_OF_FILMS) and not _CLOSING.search(reading.message.folded):
        for courtesy in ("thanks", "greeting", "farewell"):
            weighed[courtesy] -= _ASIDE
    _by_its_words(weighed, reading)
    if focus.pending is None and focus.last_shown:
        _by_the_list(weighed, reading, searching=focus.request is not None)
    named = bool(reading.of(TitleSlot))
    pointed = bool(reading.of(PickSlot))
    in_sight = named or focus.film_id is not None or bool(focus.last_shown)
    for intent in _NEEDS_A_FILM:
        if not in_sight and not names_unknown:
            weighed[intent] -= _UNSUPPORTED
    if reading.of(PersonSlot) and not named and not pointed:
        # "who is Wong Kar-wai": of a person we have the films.
        weighed["recommend"] = _either(weighed, "recommend", "details")
        weighed["details"] = -math.inf
    if reading.of(RatingSlot) and (pointed or in_sight):
        weighed["rate"] += _RATED
    total = math.log(sum(math.exp(value) for value in weighed.values()))
    best = max(weighed, key=lambda intent: weighed[intent])
    return best, math.exp(weighed[best] - total)


def _by_its_words(weighed: dict[str, float], reading: Reading) -> None:
    """What is said in so many words."""
    if _PLANS.search(reading.message.folded):
        weighed["movie_night"] += _PLANNED
    if asks_to_forget(reading) and _words(reading) <= _FEW_WORDS:
        weighed["forget"] += _FORGOTTEN
    if _CLOSING.search(reading.message.folded):
        for courtesy in ("thanks", "farewell"):
            weighed[courtesy] += _CLOSED
    if any(compared_with(slot, reading) for slot in reading.of(CompareSlot)):
        weighed["recommend"] += _COMPARED
        weighed["refine"] += _COMPARED


def _by_the_search(weighed: dict[str, float], reading: Reading, focus: Focus) -> None:
    """Only a search under way can be refined, and limits alone can only refine it."""
    if focus.request is None:
        weighed["recommend"] = _either(weighed, "recommend", "refine", *([] if focus.shown else ["more"]))
        weighed["refine"] = -math.inf
        if not focus.shown:
            weighed["more"] = -math.inf
    elif _only_bounds(reading) and not asks_to_forget(reading):
        # A search with nothing but limits to go by can only be the one under way.
        weighed["refine"] = _either(weighed, "refine", "recommend") + _ONLY_BOUNDS
        weighed["recommend"] = -math.inf
    elif _AMONG.search(reading.message.folded):
        weighed["refine"] = _either(weighed, "refine", "recommend") + _UNDER_WAY
        weighed["recommend"] = -math.inf
    elif focus.idle < _LONG_AGO:
        weighed["refine"] += _UNDER_WAY + (_ONLY_A_KIND if _only_a_kind(reading) else 0.0)


def _by_the_list(weighed: dict[str, float], reading: Reading, *, searching: bool) -> None:
    """What was found is before them: it can be refused as a whole, and one of it asked about."""
    if searching and not _LEAVES_IT.search(reading.message.folded):
        weighed["more"] = _either(weighed, "more", "no")
        weighed["no"] = -math.inf
    if _asks_which(reading):
        weighed["details"] += _POINTED_OUT
    elif any(pick.outright for pick in reading.of(PickSlot)) and _words(reading) <= _FEW_WORDS:
        for courtesy in ("thanks", "farewell"):  # "the second one sounds good"
            weighed["details"] = _either(weighed, "details", courtesy)
            weighed[courtesy] = -math.inf
    if _NUMBER_ALONE.fullmatch(reading.message.folded):
        weighed["details"] += 2 * _POINTED_OUT


def _only_bounds(reading: Reading) -> bool:
    """Little is said, and it limits a request rather than makes one."""
    wanted = (TitleSlot, GenreSlot, PersonSlot, ThemeSlot)
    limits = [slot for slot in reading.slots if slot.negated or isinstance(slot, _LIMITS)]
    asks = any(reading.of(kind, negated=False) for kind in wanted) or any(
        not pick.everything for pick in reading.of(PickSlot)
    )
    return bool(limits) and not asks and _words(reading) <= _FEW_WORDS


def _asks_which(reading: Reading) -> bool:
    """Little is said but which one of those shown: "the shortest of those?"."""
    picks = [pick for pick in reading.of(PickSlot) if pick.extreme]
    wanted = (TitleSlot, GenreSlot, PersonSlot, ThemeSlot, YearsSlot, RuntimeSlot, LanguageSlot)
    beside = [
        slot for kind in wanted for slot in reading.of(kind) if not any(slot.within(pick) for pick in picks)
    ]
    few = _words(reading) <= _FEW_WORDS
    return bool(picks) and few and not beside and not _LIKE.search(reading.message.folded)


def _only_a_kind(reading: Reading) -> bool:
    wanted = (TitleSlot, PersonSlot, PickSlot)
    asks = any(reading.of(kind) for kind in wanted)
    return bool(reading.of(GenreSlot)) and not asks and _words(reading) <= _HARDLY_MORE


def _words(reading: Reading) -> int:
    return sum(not word.is_sign for word in reading.message.words)


def _either(scores: Mapping[str, float], *intents: str) -> float:
    return math.log(sum(math.exp(scores[intent]) for intent in intents))
