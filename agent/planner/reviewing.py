# ruff: noqa: SIM905  (lists of words are best read as text)
"""Messages about reviews that hang on what was said before: "show me why", "no spoilers", "my review: …".

That is: on the summary just told, the film spoken of, our own question how a film was.
"""

import re
from typing import Any

from agent.decision import Decision, ToolCall
from agent.focus import AwaitingOpinion, Focus
from agent.planner.pointing import Pointer
from agent.planner.reader import Reading
from agent.planner.sayings import aspects
from agent.planner.slots import (
    GenreSlot,
    LanguageSlot,
    PersonSlot,
    RatingSlot,
    RuntimeSlot,
    Slot,
    TitleSlot,
    YearsSlot,
)
from agent.planner.stars import find_bare_rating
from recsys.reviews.ngrams import words
from recsys.reviews.opinion_words import lean
from tools.arguments import Remember, SummariseReviews, UpdateLibrary
from tools.spoiler_wish import spoiler_wish

_SHORT = 10
"""Words of a message that may hang wholly on what was said before."""
_BARE = 6
"""Words of a message whose lone number is a rating."""
_WISHES = (TitleSlot, GenreSlot, PersonSlot, LanguageSlot, RuntimeSlot, YearsSlot)

_GROUNDS = re.compile(
    r"(?<!\w)(?:why|how come|how (?:do|can|would) you know|says who|who (?:says|said|wrote|thinks)"
    r"|evidence|proof"
    r"|prove|based on|comes? from|sources?|which (?:reviews?|ones)|in their (?:own )?words|exact words"
    r"|actual\w*"
    r"|exactly|(?:the|some|their|those|these|more) (?:sentences|quotes|quotations|reviews|words)"
    r"|warum|wieso|woher|belege?|beweis\w*|satze|quellen?|wer sagt|por que|pruebas?|frases|fuentes?"
    r"|quien(?:es)? (?:lo )?"
    r"dice\w*|pourquoi|preuves?|phrases|qui (?:le |la )?dit|d'ou|perche|prove|fonti|chi lo dice)(?!\w)"
)
_SHOW_IT = re.compile(
    r"^(?:please |ok |and |can you |could you )*(?:show|read|tell|give|let me (?:see|read))(?: me)?"
    r"(?: (?:them|it|that|this|the whole|more))?[\s.!?]*$"
)
_REQUEST = re.compile(
    r"(?<!\w)(?:recommend\w*|suggest\w*|something|anything (?:else|to watch)|films?|movies?|find|what|who"
    r"|is it|reviews?"
    r"|summar\w+|opinions?|people|think|say|empfiehl|pelicula|cherche)(?!\w)"
)
_OWN = re.compile(r"(?<!\w)(?:i|i'm|i'd|me|my|never|always|ich|mir|mich|yo|mi|moi|je|j'|io)(?!\w)")
_TOLD = re.compile(
    r"(?<!\w)(?:was|were|wasn't|weren't|had|made me|loved|liked|hated|enjoyed|disliked|thought|felt|found"
    r"|fell|cried"
    r"|laughed|kept|dragged|it's|it is|did(?:n't)?|war|waren|fand|hatte|era|fue|estuvo|etait|c'est|j'ai"
    r"|e stato|era un)"
    r"(?!\w)"
)
"""A film seen is told of in the past."""
_ASKS = re.compile(
    r"(?<!\w)(?:something|anything|find|show|recommend\w*|suggest\w*|another|more|want|need|looking for"
    r"|please|next"
    r"|instead|give|tonight|now|similar|like|algo|quelque|etwas|qualcosa)(?!\w)"
)
_LATER = re.compile(
    r"^\W*(?:actually |maybe |some |ask me )*(?:later|not now|another time|other time|skip(?: it)?"
    r"|never ?mind|cancel"
    r"|rather not|no comment|spater|nicht jetzt|luego|ahora no|plus tard|pas maintenant|dopo|non ora)\W*$"
)
_WISHED = frozenset({"recommend", "refine", "more", "look", "movie_night", "quiz", "forget", "remember"})
_COURTESIES = frozenset({"thanks", "greeting", "farewell", "help"})
_SURE = 0.8
"""Probability from which a message counts as a request although we had asked something."""
_BRIEF = frozenset(
    "meh ok okay alright decent average mixed overhyped so-so fine schlecht gut genial mala mal buena "
    "bien nul super geht fantastisch toll".split()
)
_SEAM = re.compile(r"[,;.!]|\bbut\b")

_FOLLOWING = re.compile(
    r"^\W*(?:and|what about|how about|how(?:'s| is| are)|what (?:do|did) they|is|are|was|were|und|y|et"
    r"|e)(?!\w)"
)
_MINE = re.compile(
    r"^\W*(?:(?:ok|so|and|well|here(?:'s| is)|this is|aqui va|voici|hier ist|ecco)[\s,]+)*"
    r"(?:my|mi|meine?|ma|mon|la mia)\s+(?:(?:own|short|quick|honest|little|full)\s+)*"
    r"(?:review|take|thoughts?|verdict|opinion|critica|resena|kritik|meinung|rezension|avis|critique"
    r"|recensione)"
    r"(?:\s+(?:of|on|about)\s+(?:it|that|this(?: one| film| movie)?))?\s*(?:[:=]|\s[-–—]\s)\s*"
)


class Reviewing:
    """Understands such messages; pure."""

    def __init__(self, pointer: Pointer) -> None:
        self._pointer = pointer

    def decide(self, reading: Reading, focus: Focus) -> Decision | None:
        """What to do about the message; None where it is not of this kind."""
        return (
            self._dictated(reading, focus)
            or self._grounds(reading, focus)
            or self._side(reading, focus)
            or _level(reading, focus)
        )

    def opinion(
        self, pending: AwaitingOpinion, reading: Reading, intent: str, likely: float
    ) -> Decision | None:
        """The answer to "how was it?": stars, or the person's own words; None where it is none.

        `intent` and `likely`: what the message would be for if we had asked nothing.
        """
        text = reading.message.text.strip()
        if _LATER.search(reading.message.folded) or intent == "no":
            return Decision(small_talk="declined")
        stars = reading.of(RatingSlot)
        rating = stars[0] if stars else None
        brief = len(reading.message.words) <= _BARE
        if rating is None and brief:
            rating = find_bare_rating(reading.message)
        if rating is not None and brief:
            return _library(**self._pointer.title_of(pending.film_id), action="rate", rating=rating.stars)
        told = bool(_TOLD.search(reading.message.folded))
        in_so_many_words = not told and bool(_ASKS.search(reading.message.folded))
        wishes = not told and intent in _WISHED and likely > _SURE
        courtesy = intent in _COURTESIES and not told
        if "?" in text or courtesy or (in_so_many_words and wishes):
            return None
        if not pending.invited:
            others = any(pending.film_id not in _ids(title) for title in reading.of(TitleSlot))
            if others or wishes or in_so_many_words or not (rating or _judges(text)):
                return None
        film = self._pointer.title_of(pending.film_id)
        return _library(**film, action="review", rating=rating and rating.stars, text=text)

    def _dictated(self, reading: Reading, focus: Focus) -> Decision | None:
        """They dictate a review of the film spoken of, which the words need not name."""
        said = _MINE.match(reading.message.folded)
        if said is None:
            return None
        text = reading.message.text[said.end() :].strip(" \t\n\"'“”")
        films = self._pointer.films_of([focus.film_id] if focus.film_id else focus.last_shown[:1])
        if not text or not films:
            return Decision(small_talk="other", certainty=1.0)
        head = reading.within(said.end(), len(reading.message.text))
        stars = head.of(RatingSlot)
        return _library(
            action="review",
            title=films[0].title,
            year=films[0].year,
            rating=stars[0].stars if stars else None,
            text=text,
        )

    def _grounds(self, reading: Reading, focus: Focus) -> Decision | None:
        """They ask what the summary just told rests on."""
        if focus.summarised is None or not _short(reading) or _any(reading, _WISHES):
            return None
        text = reading.message.folded
        if not (_GROUNDS.search(text) or _SHOW_IT.search(text)):
            return None
        films = self._pointer.films_of([focus.summarised])
        level = spoiler_wish(text)
        return _summary(films[0].title, films[0].year, evidence=True, spoilers=level) if films else None

    def _side(self, reading: Reading, focus: Focus) -> Decision | None:
        """They ask for a side of it after a summary: "and the ending?"."""
        if focus.summarised is None or not _short(reading) or _any(reading, _WISHES):
            return None
        sides = aspects(reading)
        films = self._pointer.films_of([focus.summarised])
        if not (sides and films and _FOLLOWING.search(reading.message.folded)):
            return None
        level = spoiler_wish(reading.message.folded)
        return _summary(films[0].title, films[0].year, aspects=sides, spoilers=level)


def _level(reading: Reading, focus: Focus) -> Decision | None:
    """How much may be given away, and nothing else: for the summary just told, for good, or both."""
    if not _short(reading) or any(slot.films for slot in reading.of(TitleSlot)):
        return None
    text = reading.message.folded
    level = spoiler_wish(text)
    if level is None or _REQUEST.search(text) or ("?" in text and aspects(reading)):
        return None
    calls: list[ToolCall] = []
    if focus.summarised is None or _OWN.search(text):
        calls.append(ToolCall(arguments=Remember(preference=reading.message.text.strip())))
    if focus.summarised is not None:
        calls.append(ToolCall(arguments=SummariseReviews(title=focus.summarised, spoilers=level)))
    return Decision(calls=tuple(calls), certainty=1.0)


def _summary(title: str, year: int | None, **more: Any) -> Decision:  # noqa: ANN401 - arguments
    call = SummariseReviews.model_validate({"title": title, "year": year, **more})
    return Decision(calls=(ToolCall(arguments=call),), certainty=1.0)


def _library(**arguments: Any) -> Decision:  # noqa: ANN401 - arguments
    call = UpdateLibrary.model_validate(arguments)
    return Decision(calls=(ToolCall(arguments=call),), certainty=1.0)


def _short(reading: Reading) -> bool:
    return len(reading.message.words) <= _SHORT


def _judges(text: str) -> bool:
    """Whether any part of it praises or blames."""
    pieces = [words(piece) for piece in _SEAM.split(text)]
    return any(lean(piece) or not _BRIEF.isdisjoint(piece) for piece in pieces)


def _any(reading: Reading, kinds: tuple[type[Slot], ...]) -> bool:
    return any(isinstance(slot, kinds) for slot in reading.slots)


def _ids(title: TitleSlot) -> set[str]:
    return {film.id for film in title.films}
