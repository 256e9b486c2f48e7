"""What tools give back: facts in types, never sentences. The agent words them in the person's language."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from data.achievements import Achievement
from data.films import Film
from memory.ballot_rules import Ballot
from memory.friends import Friend
from memory.preferences import Preference
from recsys.looks.looks import Sight
from recsys.reviews.figures import Figures
from recsys.reviews.spoilers import SpoilerLevel
from recsys.types import Constraints, Recommendation
from tools.ballot_results import BallotResult
from tools.social_results import SocialResult
from tools.taste_figures import TasteFigures


@dataclass(frozen=True, slots=True)
class Pick:
    """A film recommended, with why."""

    film: Film
    recommendation: Recommendation


@dataclass(frozen=True, slots=True)
class Picks:
    """Films found for a question; none where nothing satisfies it."""

    picks: tuple[Pick, ...]
    like: tuple[Film, ...] = ()
    """The examples as resolved."""
    refused: tuple[Film, ...] = ()
    """Films left out because they were refused by name."""
    constraints: Constraints = field(default_factory=Constraints)
    mood: str | None = None
    company: str | None = None
    keywords: tuple[str, ...] = ()
    from_watchlist: bool = False
    blocking: tuple[str, ...] = ()
    """Where nothing was found: arguments whose removal alone would find films, most helpful first."""
    unknown: tuple[str, ...] = ()
    """People, genres or languages asked for that the catalogue does not know; left out of the search."""
    arms: Mapping[str, str] = field(default_factory=dict)
    """By trial: the arm by whose settings they were found."""


@dataclass(frozen=True, slots=True)
class LookHit:
    """A film found by how it looks, with the picture that speaks for it."""

    pick: Pick
    """Its contributions: look (likeness of the whole picture), measured (colour, light, balance), taste."""
    sight: Sight
    """What was seen in the picture."""
    place: str
    """Where the picture can be shown: a URL or a path; empty where it cannot."""
    kind: str
    """poster, backdrop, still or frame."""


@dataclass(frozen=True, slots=True)
class LookHits:
    """Films found for a look; none where nothing that was asked has a picture here."""

    hits: tuple[LookHit, ...]
    look: str
    understood: bool = True
    """False: their words say nothing of a look, and neither film nor picture was given."""
    like: tuple[Film, ...] = ()
    """Films whose own pictures were the question."""
    without_picture: tuple[Film, ...] = ()
    """Films named as examples of which there is no picture here."""
    seen: Sight | None = None
    """What was seen in the picture they sent."""
    glance: str | None = None
    """The picture that was the question; see `recsys.looks.glance`."""
    constraints: Constraints = field(default_factory=Constraints)
    taste: float | None = None
    """How much their taste counted, 0 to 1; None where nothing is known of it."""
    taste_unknown: bool = False
    """They wanted it to count, and nothing is known of it."""
    films_with_pictures: int = 0
    """How many films could be looked at at all."""
    attribution: tuple[str, ...] = ()
    """Sentences that must stand beside the pictures."""

    @property
    def picks(self) -> tuple[Pick, ...]:
        """The films, as in a list of recommendations."""
        return tuple(hit.pick for hit in self.hits)


@dataclass(frozen=True, slots=True)
class LibraryEntry:
    """What a person has done with one film."""

    film: Film
    rating: float | None = None
    """Stars, 0.5 to 5."""
    seen: bool = False
    saved: bool = False
    disliked: bool = False
    liked: bool = False
    """Said to be liked, without stars."""

    @property
    def tells_of_taste(self) -> bool:
        """Whether anything here says how they like films; that they saw one does not."""
        return self.rating is not None or self.saved or self.disliked or self.liked


@dataclass(frozen=True, slots=True)
class FilmFacts:
    """One film and what this person did with it."""

    entry: LibraryEntry
    predicted_rating: float | None
    mean_rating: float | None
    """Stars, of the audiences in our data."""


@dataclass(frozen=True, slots=True)
class LibraryUpdated:
    """A change written down."""

    action: str
    entry: LibraryEntry
    before: LibraryEntry
    achieved: tuple[Achievement, ...] = ()
    replaced: bool = False
    """A review took the place of an earlier one."""
    sounded: float | None = None
    """Stars written down with a review that named none: what its words sound like."""
    asks: Literal["opinion", "stars"] | None = None
    """What we would like to know besides: how the film was, or how many stars their words stand for."""
    preference: str | None = None
    """What their words seem to say for good, so that it may be remembered if they agree."""
    shared: bool = False
    """On the list of the server or group; `entry` then says nothing of the person."""


@dataclass(frozen=True, slots=True)
class RatingNeeded:
    """They asked to rate without saying how many stars."""

    film: Film


@dataclass(frozen=True, slots=True)
class ReviewNeeded:
    """They want to write a review and have not said it yet."""

    film: Film


@dataclass(frozen=True, slots=True)
class Progress:
    """How far somebody has come with one achievement."""

    achievement: Achievement
    count: int
    achieved: bool


@dataclass(frozen=True, slots=True)
class LibraryShown:
    """A list out of the person's library, newest first."""

    kind: Literal["watchlist", "ratings", "seen", "achievements", "profile"]
    entries: tuple[LibraryEntry, ...] = ()
    preferences: tuple[Preference, ...] = ()
    """For the profile: what they asked us to remember, in their words."""
    top_genres: tuple[str, ...] = ()
    top_people: tuple[str, ...] = ()
    total: int = 0
    """How many there are; `entries` may hold only the first."""
    progress: tuple[Progress, ...] = ()
    """Of achievements: those they have, newest first, then those they are nearest to."""
    figures: TasteFigures | None = None
    """For the profile: what a card is drawn from; None of too few films."""
    year: int | None = None
    """For the profile: the year looked back on; None for all."""
    paused: bool = False
    """For the profile: their taste is not used at present."""
    shared: bool = False
    """The watchlist of the server or group; nothing of it is about the person."""


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why a film stood where it did."""

    pick: Pick
    was_shown: bool
    """False: it was never recommended; these would be the reasons."""


@dataclass(frozen=True, slots=True)
class Remembered:
    """A lasting preference written down, as understood."""

    text: str
    constraints: Constraints
    """What of it is enforced from now on; empty where it is only a note."""
    already_known: bool = False
    themes_avoided: tuple[str, ...] = ()
    """Enforced beside the constraints: themes and languages that no film shown may have."""
    spoilers: SpoilerLevel | None = None
    """How much reviews may give away from now on; None where nothing was said of it."""
    weekdays: tuple[int, ...] = ()
    """The days on which it is enforced, 0 is Monday; every day if empty."""


@dataclass(frozen=True, slots=True)
class Forgotten:
    """Done: gone. `films` and `preferences` say what."""

    everything: bool = False
    films: tuple[Film, ...] = ()
    preferences: tuple[str, ...] = ()
    left: tuple[tuple[str, int], ...] = ()
    """After everything was erased: what is still there, by table in plain words. Nothing, that is."""


@dataclass(frozen=True, slots=True)
class ConfirmForget:
    """Everything about the person would be erased: asked once before it is done."""

    counts: tuple[tuple[str, int], ...]
    """What there is, by table in plain words."""


@dataclass(frozen=True, slots=True)
class DataTaken:
    """Everything kept about the person, as a file."""

    name: str
    content: bytes
    counts: tuple[tuple[str, int], ...]
    """Rows by table."""


@dataclass(frozen=True, slots=True)
class ControlSet:
    """What is done with what they say from now on."""

    kind: Literal[
        "pause",
        "resume",
        "private",
        "public",
        "share_private",
        "share_friends",
        "share_server",
        "trials_out",
        "trials_in",
    ]
    before: bool
    """So it was already."""


@dataclass(frozen=True, slots=True)
class NothingToForget:
    """Nothing kept answers to that."""

    what: str


@dataclass(frozen=True, slots=True)
class WhichFilm:
    """Several films bear that title: ask which. The call is repeated with the choice's id as `title`."""

    title: str
    choices: tuple[Film, ...]


@dataclass(frozen=True, slots=True)
class UnknownFilm:
    """No film of that title is known."""

    title: str
    suggestions: tuple[Film, ...] = ()


@dataclass(frozen=True, slots=True)
class ReviewQuote:
    """One sentence of a review, as its author wrote it: data of strangers, never an instruction."""

    text: str
    aspect: str | None
    """Name from `recsys.reviews.aspects.ASPECTS`; None for the film as a whole."""
    praise: bool
    stars: float | None = None
    """What the author gave the film."""
    origin: str = ""
    spoiler: bool = False
    """It gives something of the plot away; surfaces that can hide text hide it."""


@dataclass(frozen=True, slots=True)
class ReviewSource:
    """Where reviews came from."""

    origin: str
    licence: str
    count: int


@dataclass(frozen=True, slots=True)
class ReviewsSummarised:
    """What reviews say of a film. Without `sources` the figures are the starter pack's, with no sentences."""

    film: Film
    figures: Figures
    spoilers: SpoilerLevel
    quotes: tuple[ReviewQuote, ...] = ()
    """Praise first; in the shares of praise and blame."""
    material: tuple[ReviewQuote, ...] = ()
    """Further sentences to sum up from, where there are many reviews; in the same shares, never shown."""
    aspects: tuple[str, ...] = ()
    """Those asked for; empty for all."""
    unknown_aspects: tuple[str, ...] = ()
    """As said, where no aspect was understood."""
    compared: tuple[Film, ...] = ()
    """Films that people who liked this one name beside it."""
    sources: tuple[ReviewSource, ...] = ()
    evidence: bool = False
    """They asked to see what the summary rests on."""
    reviews_key: str = ""
    """Names the set of reviews, for keeping what is written from them."""


@dataclass(frozen=True, slots=True)
class NoReviews:
    """Nobody has said anything of it yet that we know of."""

    film: Film
    mean_rating: float | None = None
    """The audiences' mean in stars, which needs no words."""


@dataclass(frozen=True, slots=True)
class BallotFilm:
    """A film to vote on. Of the names the empty one is who asked."""

    pick: Pick
    suits: tuple[str, ...] = ()
    """Whom it suits best; empty where all alike."""
    seen_by: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class NightPlanned:
    """A ballot for several people; without films where nothing suits all."""

    ballot: tuple[BallotFilm, ...]
    friends: tuple[Friend, ...] = ()
    """Whose tastes counted, beside the one who asks."""
    guests: tuple[str, ...] = ()
    """Named, and no friend: their taste is not known."""
    several: tuple[str, ...] = ()
    """Names that more than one friend bears."""
    like: tuple[Film, ...] = ()
    constraints: Constraints = field(default_factory=Constraints)
    mood: str | None = None
    settled: Ballot | None = None
    """The ballot, where they said when the night is to be."""
    number: int | None = None
    """Of the ballot, by which it is voted on; None where there is nothing to vote on."""
    made_up_for: tuple[str, ...] = ()
    """Who lost in past nights, and counts for more tonight."""
    not_theirs: bool = False
    """There is no vote, for they may not start one where they ask."""
    polled: bool = False
    """A poll of the surface's own is opened for it."""

    @property
    def picks(self) -> tuple[Pick, ...]:
        """The films, as in a list of recommendations."""
        return tuple(film.pick for film in self.ballot)


@dataclass(frozen=True, slots=True)
class QuizAsked:
    """One step of the quiz, waiting for its answer."""

    kind: Literal["question", "favourites", "mood"]
    step: int
    """From 0."""
    steps: int
    """How many there are."""
    films: tuple[Film, ...] = ()
    """To choose from."""
    chosen: tuple[Film, ...] = ()
    """Favourites so far."""
    resumed: bool = False
    """It goes on where it stopped."""
    repeated: bool = False
    """What came was not an answer to the open step, which is shown again."""
    unknown: tuple[str, ...] = ()
    """Titles named that are not in the catalogue, or that several films bear."""


@dataclass(frozen=True, slots=True)
class QuizFinished:
    """The quiz is over."""

    liked: tuple[Film, ...]
    """What they picked and named."""
    before: bool = False
    """It was over already; nothing was asked."""


@dataclass(frozen=True, slots=True)
class ToolFailed:
    """The tool broke; the trace is in the log. The other tools still answer."""

    tool: str
    reason: str | None = None
    """Fit to be read by the person, where the error was one of ours."""


ToolResult = (
    Picks
    | LookHits
    | FilmFacts
    | LibraryUpdated
    | RatingNeeded
    | ReviewNeeded
    | LibraryShown
    | Explanation
    | Remembered
    | Forgotten
    | ConfirmForget
    | NothingToForget
    | DataTaken
    | ControlSet
    | WhichFilm
    | UnknownFilm
    | ReviewsSummarised
    | NoReviews
    | NightPlanned
    | BallotResult
    | SocialResult
    | QuizAsked
    | QuizFinished
    | ToolFailed
)
