"""From an intent and a reading to tool calls with their arguments."""

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Literal, cast

from pydantic import ValidationError

from agent.decision import CALLS_AT_MOST, ToolCall
from agent.focus import FilmRequest, Focus
from agent.planner.makers import makers_meant
from agent.planner.pointing import Pointer, titled
from agent.planner.quizzing import begins_anew
from agent.planner.reader import Reading
from agent.planner.refining import compared, refine, said_alone
from agent.planner.residue import left_over, names, quoted
from agent.planner.sayings import LONGEST, aspects, forgettable, memorable, review_text, spoilers
from agent.planner.slots import CountSlot, PersonSlot, PickSlot, RatingSlot, TitleSlot, YearsSlot
from agent.planner.stars import find_bare_rating
from agent.planner.wishes import Wisher
from agent.planner.words import Message
from data.films import Film
from data.moments import names_a_time
from data.words import SAID_OTHERWISE
from tools.arguments import (
    Arguments,
    ExplainPick,
    FilmDetails,
    Forget,
    PlanMovieNight,
    RecommendFilms,
    Remember,
    SearchByLook,
    ShowLibrary,
    Social,
    StartQuiz,
    SummariseReviews,
    UpdateLibrary,
)

_ANSWERS_AT_MOST = 4
"""Films that one message is told about; of any number things may be noted."""

Action = Literal["rate", "seen", "unseen", "watchlist_add", "watchlist_remove", "dislike", "review"]
ACTIONS: frozenset[str] = frozenset(
    {"rate", "seen", "unseen", "watchlist_add", "watchlist_remove", "dislike", "review"}
)
_FILM_WISHES = frozenset({"recommend", "refine", "more"})


_BLOCKS = re.compile(r"(?<!\w)(?:block|bloque[ar]?|bloquer|blockier(?:e|en)?|blocca)(?!\w)")
"""For good, and not only as a friend."""
_SAME_AGAIN = re.compile(
    r"(?<!\w)(?:similar|like (?:it|that|this)|(?:same|that) (?:vibe|kind|style|sort)|parecid\w+"
    r"|similaires?|ahnlich\w*)(?!\w)"
)


_FROM_THERE = re.compile(
    r"(?<!\w)(?:(?:from|off|of|out of|on) (?:it|there|that list|this list|that one|those|these|them)"
    r"|de (?:ahi|esas|esa lista)|(?:de la|la-dedans|de celle-la)|davon|daraus)(?!\w)"
)
"""Among the films just shown."""
_OURS = re.compile(
    r"(?<!\w)(?:(?:our|the (?:group|server|room|channel|club)(?:'?s)?|(?:the |a )?shared|nuestra|notre"
    r"|unsere[rn]?) (?:\w+ )?(?:watch ?list|list[ae]?|merkliste|watchliste)"
    r"|(?:lista|liste) (?:del? |de la |du |der )?(?:grupo|servidor|groupe|serveur|gruppe|servers?)"
    r"|gruppenliste)(?!\w)"
)
"""The list of all in a room, and not the person's own."""
_POSSESSIVE = re.compile(r"['’]s$", re.IGNORECASE)
AFTER_LIKE = re.compile(
    r"(?<!\w)(?:like|similar to|como|parecid[oa] a|comme|wie)\W+(?:the |el |la |le |der |die |das )?$"
)


class Builder:
    """Fills the arguments of every tool from what was read."""

    def __init__(self, wisher: Wisher, pointer: Pointer, cues: Mapping[str, frozenset[str]]) -> None:
        self._wisher = wisher
        self._pointer = pointer
        self._cues = cues

    def calls(self, intent: str, reading: Reading, focus: Focus) -> tuple[ToolCall, ...]:
        """The calls for one intent, none where something indispensable is missing."""
        if intent in _FILM_WISHES:
            found: Sequence[Arguments] = [self._films(intent, reading, focus)]
        elif intent in ACTIONS:
            found = self._library(cast(Action, intent), reading, focus)
        elif intent.startswith("show."):
            kind = intent.removeprefix("show.")
            shared = True if kind == "watchlist" and _OURS.search(reading.message.folded) else None
            found = [ShowLibrary.model_validate({"kind": kind, "shared": shared})]
        elif intent.startswith("social."):
            found = self._social(intent.removeprefix("social."), reading, focus)
        else:
            found = self._others[intent](reading, focus)
        most = CALLS_AT_MOST if intent in ACTIONS else _ANSWERS_AT_MOST
        return tuple(ToolCall.model_validate({"arguments": one}) for one in found[:most])

    @property
    def _others(self) -> Mapping[str, Callable[[Reading, Focus], Sequence[Arguments]]]:
        return {
            "look": self._look,
            "reviews": self._reviews,
            "quiz": lambda reading, _focus: [StartQuiz(anew=begins_anew(reading) or None)],
            "movie_night": self._movie_night,
            "details": self._details,
            "explain": self._explain,
            "remember": _remember,
            "forget": self._forget,
        }

    def _films(self, intent: str, reading: Reading, focus: Focus) -> FilmRequest:
        shown = self._pointer.films_of(focus.last_shown)
        pointed = self._pointed(reading, focus, strictly=True)
        if focus.film_id and not pointed and _SAME_AGAIN.search(reading.message.folded):
            pointed = self._pointer.films_of([focus.film_id])
        wishes = self._wisher.wishes(reading, pointed)
        if focus.watchlist_shown and _FROM_THERE.search(reading.message.folded):
            wishes.filters["from_watchlist"] = True
        request = focus.request
        spoken_of = next(iter(self._pointer.films_of([focus.film_id] if focus.film_id else [])), None)
        if not wishes.filters.get("people"):
            makers = makers_meant(reading.message.folded, request, spoken_of)
            if makers:
                wishes.filters["people"] = makers
            if spoken_of and makers == spoken_of.directors and (request is None or makers != request.people):
                # What else they made is a question of its own.
                wishes.filters["exclude_films"] = (self._wisher.label(spoken_of),)
                return _validated(RecommendFilms, wishes.filters)
        if isinstance(request, PlanMovieNight) and wishes.filters.get("company") == "alone":
            return _validated(RecommendFilms, wishes.filters)  # the evening together is planned
        if intent == "more" and request is not None and wishes.empty:
            return request
        if intent in ("refine", "more") and request is not None:
            return refine(request, wishes, shown)
        yardsticks = pointed or self._examples(reading) or shown
        bounds = compared(wishes.comparisons, yardsticks) or said_alone(wishes.comparisons)
        return _validated(RecommendFilms, {**wishes.filters, **bounds})

    def spoken_of(self, reading: Reading, focus: Focus) -> Sequence[Film]:
        """The films named or pointed at, best known first where several bear a title."""
        named = [slot.films[0] for slot in reading.of(TitleSlot) if slot.films]
        return named or self._pointed(reading, focus)

    def _examples(self, reading: Reading) -> Sequence[Film]:
        named = (self._wisher.film(slot) for slot in reading.of(TitleSlot, negated=False))
        return [film for film in named if film]

    def _look(self, reading: Reading, _focus: Focus) -> Sequence[Arguments]:
        wishes = self._wisher.wishes(reading)
        # Words of mood paint the look, unless a film's own pictures do: "like Blade Runner, but happier".
        painted = {"keywords", "company"} if wishes.filters.get("like") else {"keywords", "mood", "company"}
        kept = {name: value for name, value in wishes.filters.items() if name not in painted}
        look = reading.message.text.strip()[:LONGEST]
        return [_validated(SearchByLook, {**kept, "look": look})]

    def _movie_night(self, reading: Reading, _focus: Focus) -> Sequence[Arguments]:
        text = reading.message.folded
        examples = [title for title in reading.of(TitleSlot) if AFTER_LIKE.search(text[: title.start])]
        others = [slot for slot in reading.slots if not isinstance(slot, TitleSlot) or slot in examples]
        guests = Reading(reading.message, tuple(others))
        wishes = dict(self._wisher.wishes(guests).filters)
        wishes["people"] = self._friends("movie_night", guests)
        wishes.pop("company", None)
        spoken = reading.message.text
        wishes["when"] = spoken[:300] if names_a_time(spoken) else None
        return [_validated(PlanMovieNight, wishes)]

    def _reviews(self, reading: Reading, focus: Focus) -> Sequence[Arguments]:
        wanted = {"aspects": aspects(reading), "spoilers": spoilers(reading)}
        titles = self._titles("reviews", reading, focus)[:1]
        return [SummariseReviews.model_validate({**title, **wanted}) for title in titles]

    def _details(self, reading: Reading, focus: Focus) -> Sequence[Arguments]:
        return [FilmDetails.model_validate(title) for title in self._titles("details", reading, focus)]

    def _explain(self, reading: Reading, focus: Focus) -> Sequence[Arguments]:
        titles = self._titles("explain", reading, focus, guess=False)
        return [ExplainPick(title=titles[0]["title"] if titles else None)]

    def _forget(self, reading: Reading, _focus: Focus) -> Sequence[Arguments]:
        titles = [slot for slot in reading.of(TitleSlot) if slot.films]
        return [Forget(what=self._wisher.name(titles[0]) if titles else forgettable(reading))]

    def _library(self, action: Action, reading: Reading, focus: Focus) -> Sequence[Arguments]:
        titles = self._titles(action, reading, focus)
        if action == "review":
            titles = titles[:1]  # further films are compared with it in the review
        ratings = _ratings(reading, len(titles), bare=action == "rate")
        text = review_text(reading) if action == "review" else None
        listed = action in ("watchlist_add", "watchlist_remove")
        shared = True if listed and _OURS.search(reading.message.folded) else None
        rated = action in ("rate", "review", "seen")
        return [
            UpdateLibrary.model_validate(
                {
                    **title,
                    "action": action,
                    "shared": shared,
                    "rating": rating.stars if rating and rated else None,
                    "text": text,
                }
            )
            for title, rating in zip(titles, ratings, strict=True)
        ]

    def _social(self, kind: str, reading: Reading, focus: Focus) -> Sequence[Arguments]:
        titles = self._titles("social.who_has_seen", reading, focus) if kind == "who_has_seen" else []
        # Whom it is about may be called as a film is ("unfriend Dave"); only who_has_seen is about a film.
        nameable = tuple(slot for slot in reading.slots if titles or not isinstance(slot, TitleSlot))
        about = Reading(reading.message, nameable)
        friends = () if kind == "similar_people" else self._friends(f"social.{kind}", about)
        return [
            Social.model_validate(
                {
                    "kind": kind,
                    "person": friends[0] if friends else None,
                    "title": titles[0]["title"] if titles else None,
                    "block": (kind == "remove_friend" and bool(_BLOCKS.search(about.message.folded))) or None,
                }
            )
        ]

    def _friends(self, intent: str, reading: Reading) -> tuple[str, ...]:
        cues = self._cues.get(intent, frozenset()) | self._cues.get("movie_night", frozenset())
        known = (reading.message.text[slot.start : slot.end] for slot in reading.of(PersonSlot))
        said = (_POSSESSIVE.sub("", name) for name in (*names(reading, cues), *known))
        return tuple(dict.fromkeys(said))

    def _titles(
        self, intent: str, reading: Reading, focus: Focus, *, guess: bool = True
    ) -> list[dict[str, Any]]:
        """Title and year of the films an action is about: named, pointed at, or what is left over."""
        named = [slot for slot in reading.of(TitleSlot) if slot.films]
        if named:
            return [self._title_of(slot, reading) for slot in named]
        if pointed := self._pointed(reading, focus):
            return [titled(film) for film in pointed]
        known = self._cues.get(intent, frozenset()) | SAID_OTHERWISE
        text = quoted(reading) or (left_over(reading, known) if guess else None)
        if text and (guess or quoted(reading)):
            return [{"title": text}]
        film = self._pointer.films_of([focus.film_id] if focus.film_id else focus.last_shown[:1])
        return [titled(one) for one in film]

    def _title_of(self, slot: TitleSlot, reading: Reading) -> dict[str, Any]:
        film = self._wisher.film(slot) or self._pointer.by_age(slot.films, reading)
        if film is not None:
            return titled(film)
        years = [years.low for years in reading.of(YearsSlot) if years.low and years.low == years.high]
        return {"title": slot.films[0].title, "year": years[0] if years else None}

    def _pointed(self, reading: Reading, focus: Focus, *, strictly: bool = False) -> Sequence[Film]:
        """The films pointed at; strictly: not by a mere "it" or "those"."""
        picks = reading.of(PickSlot)
        outright = [pick for pick in picks if pick.outright]
        if strictly:
            picks = [pick for pick in picks if _is_example(pick, reading)]
        elif outright:  # "the second one looks good, what is it about"
            picks = outright
        films = [film for pick in picks for film in self._pointer.films(pick, reading, focus)]
        return list(dict.fromkeys(films))


def _ratings(reading: Reading, films: int, *, bare: bool) -> list[RatingSlot | None]:
    """The rating of each film in turn: what stands behind its title, else the first of the message.

    `bare`: a number alone may be one ("Alien 4/5, Blade Runner 3").
    """
    said = reading.of(RatingSlot)
    first = said[0] if said else (find_bare_rating(_without_picks(reading)) if bare else None)
    named = [slot for slot in reading.of(TitleSlot) if slot.films]
    if films < 2 or len(named) != films:
        return [first] * films
    if said and said[0].start < named[0].start:  # "10/10 for Heat and 3 stars for Jaws"
        return [said[min(position, len(said) - 1)] for position in range(films)]
    ends = [*(slot.start for slot in named[1:]), len(reading.message.text)]
    found: list[RatingSlot | None] = []
    for title, end in zip(named, ends, strict=True):
        behind = reading.part(title.end, end)
        outright = behind.of(RatingSlot)
        found.append(outright[0] if outright else (find_bare_rating(behind.message) if bare else None))
    # "Heat and Alien, 4 stars": one rating behind the last film is meant for all.
    return [rating or found[-1] or first for rating in found]


def _without_picks(reading: Reading) -> Message:
    """Its words less those that point: "the first one" gives no star."""
    text = reading.message.text
    for pick in reading.of(PickSlot):
        text = text[: pick.start] + " " * (pick.end - pick.start) + text[pick.end :]
    return Message(text, reading.message.mend)


def _is_example(pick: PickSlot, reading: Reading) -> bool:
    """Whether more like it are wanted; "just the top three" only counts."""
    if _like_that(pick, reading):
        return True
    counted = any(pick.start < count.end and count.start < pick.end for count in reading.of(CountSlot))
    return pick.outright and not counted


def _like_that(pick: PickSlot, reading: Reading) -> bool:
    before = reading.message.folded[: pick.start].rstrip()
    return not pick.everything and before.endswith(("like", "similar to", "como", "comme", "wie"))


def _remember(reading: Reading, _focus: Focus) -> Sequence[Arguments]:
    return [Remember(preference=memorable(reading))]


def _validated(
    kind: type[RecommendFilms | SearchByLook | PlanMovieNight], said: dict[str, Any]
) -> FilmRequest:
    """The arguments, less those out of all bounds."""
    try:
        return kind.model_validate(said)
    except ValidationError as error:
        wrong = {str(fault["loc"][0]) for fault in error.errors()}
        return kind.model_validate({name: value for name, value in said.items() if name not in wrong})
