"""The tools' arguments, one class a tool: the product's interface, and what a model's JSON is held against.

Titles, names, genres and languages stay as the person wrote them; the tools resolve them.
"""

from typing import ClassVar, Literal

from pydantic import BaseModel, ConfigDict, Field
from pydantic.json_schema import SkipJsonSchema


class Arguments(BaseModel):
    """Base: unknown keys are refused, so that a wrong argument is noticed and not dropped."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    label: ClassVar[str]
    """What a person reads while the tool runs."""
    toil: ClassVar[int] = 0
    """What a call counts beside its turn, where turns are limited: so many turns more."""
    offered: ClassVar[bool] = True
    """Whether a model may choose the tool; else only commands, buttons and their own plain words do."""


class FilmFilters(Arguments):
    """What may be asked of films; shared by every tool that looks for some."""

    like: tuple[str, ...] = Field((), description="titles of films it should be like")
    genres: tuple[str, ...] = Field((), description="genres wanted")
    exclude_genres: tuple[str, ...] = Field((), description="genres not wanted")
    people: tuple[str, ...] = Field((), description="directors or actors wanted")
    exclude_people: tuple[str, ...] = Field((), description="directors or actors not wanted")
    exclude_films: SkipJsonSchema[tuple[str, ...]] = ()
    """Titles refused in this search alone: "not Oldboy". No model sees it."""
    keywords: tuple[str, ...] = Field((), description="themes, settings or styles wanted")
    mood: str | None = Field(None, description="mood wanted, e.g. tense, cosy, lighter")
    company: str | None = Field(None, description="who watches along: kids, date, friends, alone")
    min_year: int | None = Field(None, ge=1870, le=2100)
    max_year: int | None = Field(None, ge=1870, le=2100)
    min_runtime: int | None = Field(None, ge=1, le=1000, description="minutes")
    max_runtime: int | None = Field(None, ge=1, le=1000, description="minutes")
    languages: tuple[str, ...] = Field((), description="original languages, e.g. French or fr")
    family_safe: bool | None = Field(None, description="only films fit for children")
    from_watchlist: bool | None = Field(None, description="only from their own watchlist")
    include_seen: bool | None = Field(None, description="films they have seen are welcome")
    count: int | None = Field(None, ge=1, le=20, description="how many films")


class RecommendFilms(FilmFilters):
    """Find films to watch, by example, taste, genre, people, mood, years, length or language."""

    tool: Literal["recommend_films"] = "recommend_films"
    label: ClassVar[str] = "Looking for films…"


class FilmDetails(Arguments):
    """Facts about one film: who made it, who plays in it, how long it is."""

    tool: Literal["film_details"] = "film_details"
    label: ClassVar[str] = "Looking up the film…"
    title: str = Field(min_length=1)
    year: int | None = Field(None, ge=1870, le=2100)


class UpdateLibrary(Arguments):
    """Write down what the person says of a film: a rating, seen, saved for later, not for them, a review."""

    tool: Literal["update_library"] = "update_library"
    label: ClassVar[str] = "Writing it down…"
    action: Literal["rate", "seen", "unseen", "watchlist_add", "watchlist_remove", "dislike", "review"]
    title: str = Field(min_length=1)
    year: int | None = Field(None, ge=1870, le=2100)
    rating: float | None = Field(None, ge=0.5, le=5, description="stars, 0.5 to 5")
    text: str | None = Field(None, description="the review, in their own words")
    shared: SkipJsonSchema[bool | None] = None
    """With watchlist_add and watchlist_remove: on the list of the server or group. No model sees it."""


class ShowLibrary(Arguments):
    """Show what the person has saved, rated or seen, or what is known of them."""

    tool: Literal["show_library"] = "show_library"
    label: ClassVar[str] = "Opening your library…"
    kind: Literal["watchlist", "ratings", "seen", "achievements", "profile"]
    year: SkipJsonSchema[int | None] = Field(None, ge=1900, le=2100)
    """With profile: the films of one year, looked back on. No model sees it."""
    shared: SkipJsonSchema[bool | None] = None
    """With watchlist: that of the server or group where they ask. No model sees it."""


class ExplainPick(Arguments):
    """Say why a film was recommended."""

    tool: Literal["explain_pick"] = "explain_pick"
    label: ClassVar[str] = "Looking at the reasons…"
    title: str | None = Field(None, description="the film; the last one shown if left out")


class Remember(Arguments):
    """Keep a lasting preference: "I can't stand musicals", "my kids watch with me"."""

    tool: Literal["remember"] = "remember"
    label: ClassVar[str] = "Making a note…"
    preference: str = Field(min_length=1, max_length=500)


class Forget(Arguments):
    """Forget a preference, a film, or everything (which is confirmed first)."""

    tool: Literal["forget"] = "forget"
    label: ClassVar[str] = "Looking at what I know…"
    what: str = Field(min_length=1, max_length=500, description='what to forget; "everything" is allowed')


class SearchByLook(FilmFilters):
    """Find films by how they look: colours, light, composition, the style of the pictures."""

    tool: Literal["search_by_look"] = "search_by_look"
    label: ClassVar[str] = "Looking at pictures…"
    toil: ClassVar[int] = 1
    look: str = Field(min_length=1, max_length=500, description="the look wanted, in their own words")
    taste: float | None = Field(
        None, ge=0, le=1, description="how much their taste counts: 0 the look alone, 1 taste alone"
    )


class SummariseReviews(Arguments):
    """Say what people think of a film: praise, blame, how they divide."""

    tool: Literal["summarise_reviews"] = "summarise_reviews"
    label: ClassVar[str] = "Reading what people say…"
    toil: ClassVar[int] = 1
    title: str = Field(min_length=1)
    year: int | None = Field(None, ge=1870, le=2100)
    aspects: tuple[str, ...] = Field((), description="only these sides: acting, pace, ending, music")
    spoilers: Literal["none", "mild", "full"] | None = Field(None, description="how much may be given away")
    evidence: bool | None = Field(None, description="show the sentences that the summary rests on")


class StartQuiz(Arguments):
    """Begin the short quiz by which we get to know their taste."""

    tool: Literal["start_quiz"] = "start_quiz"
    label: ClassVar[str] = "Getting the quiz ready…"
    step: SkipJsonSchema[int | None] = Field(None, ge=0)
    """The step that is answered. This and the next are for buttons and the planner: no model sees them."""
    answer: SkipJsonSchema[str | None] = None
    """The film's id, "none", "skip", "done", or a mood."""
    titles: SkipJsonSchema[tuple[str, ...]] = ()
    """Favourites named: titles as written, or ids."""
    anew: SkipJsonSchema[bool | None] = None
    """Begin again from the first question."""


class Social(Arguments):
    """What concerns other people: friends and their activity, shared taste, who has seen a film."""

    tool: Literal["social"] = "social"
    label: ClassVar[str] = "Asking around…"
    kind: Literal[
        "friends_activity", "taste_match", "who_has_seen", "similar_people", "add_friend", "remove_friend"
    ]
    person: str | None = Field(None, description="the friend, as named")
    title: str | None = Field(None, description="the film, for who_has_seen")
    block: SkipJsonSchema[bool | None] = None
    """With remove_friend: for good. No model sees it."""


class BallotAct(BaseModel):
    """What is done about a ballot that stands: by a button, or read from words."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    do: Literal["vote", "also", "toggle", "veto", "close", "cancel", "leave", "show", "settle"]
    """`also`: beside earlier votes; `toggle`: in favour, or no longer."""
    ballot: int | None = None
    """Its number, as a button knows it; None for the one that stands here."""
    positions: tuple[int, ...] = ()
    """Of films on it, from 1, from its end where negative."""
    titles: tuple[str, ...] = ()
    """As written, or ids."""
    when: str | None = Field(None, max_length=300)
    """With `settle`: when the night is to be, in their words; see `data.moments`."""
    guest: str | None = None
    """Who votes, where that is not the one who says it."""


class PlanMovieNight(FilmFilters):
    """Plan a film for several people together; here `people` are the companions, by name."""

    tool: Literal["plan_movie_night"] = "plan_movie_night"
    label: ClassVar[str] = "Planning your movie night…"
    toil: ClassVar[int] = 2
    people: tuple[str, ...] = Field((), description="who comes along, by name")
    when: SkipJsonSchema[str | None] = Field(None, max_length=300)
    """When it is to be, in their words; see `data.moments`. No model sees it."""
    act: SkipJsonSchema[BallotAct | None] = None
    """No new ballot, but something about one that stands; no model sees it."""


class MyData(Arguments):
    """What a person may do with all that is kept of them."""

    tool: Literal["my_data"] = "my_data"
    label: ClassVar[str] = "Gathering what I keep of you…"
    toil: ClassVar[int] = 4
    offered: ClassVar[bool] = False
    kind: Literal[
        "export",
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


ToolArguments = (
    RecommendFilms
    | SearchByLook
    | SummariseReviews
    | StartQuiz
    | Social
    | PlanMovieNight
    | FilmDetails
    | UpdateLibrary
    | ShowLibrary
    | ExplainPick
    | Remember
    | Forget
    | MyData
)
