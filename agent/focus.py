"""What a conversation is about now, so that "shorter ones" or "the second one" can be understood.

Frozen and made of plain data: it is kept in the conversation's checkpoint as JSON, and changing it makes a
new one.
"""

from collections.abc import Sequence
from typing import Annotated, Literal, Self

from pydantic import BaseModel, ConfigDict, Field

from agent.decision import ToolCall
from tools.arguments import Arguments, PlanMovieNight, RecommendFilms, SearchByLook

FilmRequest = RecommendFilms | SearchByLook | PlanMovieNight
"""Arguments that ask for films and may be refined by a later message."""

LISTS_KEPT = 6


class AwaitingFilm(BaseModel):
    """We asked which film was meant. The answer repeats `call` with the chosen film's id as its title."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    kind: Literal["film"] = "film"
    call: ToolCall
    choices: tuple[str, ...]
    """Film ids offered, in the order shown."""


class AwaitingRating(BaseModel):
    """We asked how many stars a film deserves."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    kind: Literal["rating"] = "rating"
    film_id: str


class AwaitingOpinion(BaseModel):
    """We asked how a film was: the answer may be stars or the person's own words."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    kind: Literal["opinion"] = "opinion"
    film_id: str
    invited: bool = False
    """They asked to write a review, so that whatever comes next is one."""


class AwaitingYes(BaseModel):
    """We asked whether `call` should really be done. A yes repeats it with `Caller.confirmed`."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    kind: Literal["yes"] = "yes"
    call: ToolCall


class AwaitingQuiz(BaseModel):
    """A step of the quiz is open."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    kind: Literal["quiz"] = "quiz"
    step: int
    choices: tuple[str, ...] = ()
    """Film ids to choose from, in the order shown."""


class AwaitingVote(BaseModel):
    """A ballot was just shown: a film named or pointed at, and nothing else, is a vote for it."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    kind: Literal["vote"] = "vote"
    ballot: int
    choices: tuple[str, ...] = ()
    """Film ids, in the order shown."""


Question = AwaitingFilm | AwaitingRating | AwaitingOpinion | AwaitingYes | AwaitingQuiz | AwaitingVote
Pending = Annotated[Question, Field(discriminator="kind")]
"""A question of ours that the next message may answer."""


class Focus(BaseModel):
    """The last request, what was shown, the film spoken of, and our open question."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    request: Annotated[FilmRequest, Field(discriminator="tool")] | None = None
    """The last request for films with all the wishes gathered so far."""
    idle: int = Field(0, ge=0)
    """Turns about something else since it was last asked."""
    glance: str | None = None
    """The picture that a look under way began with, as figures; see `recsys.looks.glance`."""
    shown: tuple[tuple[str, ...], ...] = ()
    """Film ids of the last lists shown, newest list first, each in the order shown."""
    watchlist_shown: bool = False
    """The newest list is what they saved."""
    film_id: str | None = None
    """The film last spoken of: looked up, rated, explained."""
    deed: str | None = None
    """What the last message was for, where it was about one film: "watchlist_add", "details", "reviews"."""
    summarised: str | None = None
    """The film of whose reviews a summary was told last, as long as nothing else was shown."""
    pending: Pending | None = None

    @property
    def last_shown(self) -> tuple[str, ...]:
        """The newest list; empty where nothing was shown yet."""
        return self.shown[0] if self.shown else ()

    def asking(self, request: FilmRequest, glance: str | None = None) -> Self:
        """The same conversation after a request for films, `glance` being the picture asked by."""
        return self.model_copy(update={"request": request, "glance": glance, "idle": 0})

    def without_request(self) -> Self:
        """The same conversation where the search is over; what it found stays before them."""
        return self.model_copy(update={"request": None, "idle": 0, "glance": None, "pending": None})

    def glance_for(self, arguments: Arguments) -> str | None:
        """The picture that these arguments are still about: they add to the look that began with it."""
        request = self.request
        if not (isinstance(arguments, SearchByLook) and isinstance(request, SearchByLook)):
            return None
        same = arguments.like == request.like and arguments.look.startswith(request.look.rstrip(" .,"))
        return self.glance if same else None

    def showing(self, film_ids: Sequence[str], *, watchlist: bool = False) -> Self:
        """The same conversation after a list of films; where it holds but one, that is "it"."""
        if not film_ids:
            return self
        lists = (tuple(film_ids), *self.shown)[:LISTS_KEPT]
        return self.model_copy(
            update={
                "shown": lists,
                "watchlist_shown": watchlist,
                "film_id": film_ids[0] if len(film_ids) == 1 else None,
                "summarised": None,
            }
        )

    def speaking_of(self, film_id: str, deed: str | None = None) -> Self:
        """The same conversation after a word about one film."""
        return self.model_copy(update={"film_id": film_id, "summarised": None, "deed": deed})

    def summing_up(self, film_id: str) -> Self:
        """The same conversation after a summary of one film's reviews."""
        return self.model_copy(update={"film_id": film_id, "summarised": film_id, "deed": "reviews"})

    def awaiting(self, pending: Question | None) -> Self:
        """The same conversation with this question open, or none."""
        return self.model_copy(update={"pending": pending})
