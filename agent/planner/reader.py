"""Reading a message: every parser looks at it, overlaps are settled, negations applied."""

import dataclasses
import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from agent.planner.company import find_company
from agent.planner.counts import find_counts
from agent.planner.eras import find_year_comparisons, find_years
from agent.planner.flags import find_flags
from agent.planner.lexicon import Lexicon
from agent.planner.moods import find_moods
from agent.planner.negation import negate
from agent.planner.references import ORDINALS, find_picks
from agent.planner.runtimes import find_runtime_comparisons, find_runtimes
from agent.planner.slots import (
    CompanySlot,
    CompareSlot,
    CountSlot,
    FlagSlot,
    GenreSlot,
    LanguageSlot,
    MoodSlot,
    PersonSlot,
    PickSlot,
    RatingSlot,
    RuntimeSlot,
    Slot,
    ThemeSlot,
    TitleSlot,
    YearsSlot,
)
from agent.planner.spelling import Speller
from agent.planner.stars import find_ratings
from agent.planner.themes import Themes
from agent.planner.tongues import COUNTRIES, find_languages
from agent.planner.words import Message, Plain, fold_letters
from data.catalogue import Catalogue
from data.mentions import Mention
from data.names import fold, title_key
from data.people import PeopleIndex, PersonMention
from data.titles import TitleIndex
from data.words import COMMON, FUNCTION, SAID_OTHERWISE
from recsys.looks.phrases import read as read_look

SlotT = TypeVar("SlotT", bound=Slot)

_RANK: dict[type[Slot], int] = {
    TitleSlot: 0,
    PersonSlot: 1,
    FlagSlot: 2,
    RuntimeSlot: 3,
    YearsSlot: 3,
    RatingSlot: 3,
    CompareSlot: 4,
    CompanySlot: 4,
    CountSlot: 5,
    LanguageSlot: 6,
    MoodSlot: 6,
    GenreSlot: 6,
    ThemeSlot: 7,
}
_SHARING = (MoodSlot, GenreSlot)
"""May lie on one word: "scary" is a mood and, for most people, horror."""

_ARTICLE = re.compile(r"(?:an?|the|une?|una|ein|eine) (?=\d)", re.IGNORECASE)
_APOSTROPHE = re.compile("['’]")
_ELISION = re.compile(r"(?:[cdjlmnst]|qu)['’]", re.IGNORECASE)
_OWN = re.compile(
    r"(?<!\w)(?:my|our|mis?|nuestr[oa]s?|mon|ma|mes|notre|nos|meu|minha|nosso|mio|mia|mein\w*|unser\w*)\s+$"
)
"""Before one of their own family: a word that is somebody's surname, and said every day."""
_BY = re.compile(
    r"(?<!\w)(?:by|directed by|from|did|does|has|starring|von|par|de|di|dirigid[oa]s? por|real\w* par)\s+$"
)
_MADE = re.compile(
    r"(?:'?s)?\s+(?:ma[dk]e|made|direct(?:ed)?|shoot|shot|films?|movies?|flicks|stuff|work|early|later?|best)(?!\w)"
)
_SAID_ALONE = re.compile(r"\s*(?:[,.!?;:]|$)|\s+(?:or|and|i|that|it)(?!\w)", re.IGNORECASE)
"""Behind a word that is said before it is anybody's title: "Nope, I haven't", "Old or new"."""
_SEEN_BEFORE = "deja vu"
_HAVING = re.compile(r"(?<!\w)(?:l'|les |j'|j )?(?:ai|as|a|avons|avez|ont)\s+$")
"""Before what was done: "je l'ai déjà vu" names no film."""
_FIGURES = (RuntimeSlot, YearsSlot, RatingSlot, CountSlot)


@dataclass(frozen=True, slots=True)
class Reading:
    """A message and what was found in it, in order."""

    message: Message
    slots: tuple[Slot, ...]

    def of(self, kind: type[SlotT], *, negated: bool | None = None) -> list[SlotT]:
        """The slots of one kind; with `negated` only those (not) wanted."""
        return [
            slot
            for slot in self.slots
            if isinstance(slot, kind) and (negated is None or slot.negated is negated)
        ]

    def within(self, start: int, end: int) -> "Reading":
        """The part of the reading that lies between two places of the text."""
        inside = tuple(slot for slot in self.slots if start <= slot.start and slot.end <= end)
        return Reading(self.message, inside)

    def naming(self, title: TitleSlot) -> "Reading":
        """The same with one more film named; what was found in its words is dropped."""
        others = (slot for slot in self.slots if slot.end <= title.start or title.end <= slot.start)
        slots = sorted((*others, title), key=lambda slot: slot.start)
        return Reading(self.message, tuple(negate(self.message, slots)))

    def part(self, start: int, end: int) -> "Reading":
        """The same as if only the text between two places had been written."""
        return self.parts([(start, end)])

    def parts(self, spans: Sequence[tuple[int, int]]) -> "Reading":
        """The same as if only the text of these spans had been written."""
        pieces: list[str] = []
        slots: list[Slot] = []
        for start, end in spans:
            shift = sum(map(len, pieces)) - start
            pieces.append(self.message.text[start:end] + ". ")
            slots += (
                dataclasses.replace(slot, start=slot.start + shift, end=slot.end + shift)
                for slot in self.within(start, end).slots
            )
        text = "".join(pieces).removesuffix(". ")
        return Reading(Message(text, self.message.mend), tuple(slots))


class Reader:
    """All parsers together."""

    def __init__(
        self,
        catalogue: Catalogue,
        titles: TitleIndex,
        people: PeopleIndex,
        phrases: Collection[str],
        lexicon: Lexicon,
    ) -> None:
        """`phrases` are words that requests are made of, beside those of the lexicon."""
        self._titles = titles
        self._people = people
        self._lexicon = lexicon
        self._themes = Themes(catalogue, lexicon)
        named = {
            *(word for film in catalogue.films for word in fold(film.title).split()),
            *(word for name in catalogue.people for word in fold(name).split()),
        }
        known = {*phrases, *lexicon.vocabulary, *self._themes.vocabulary, *FUNCTION, *COMMON}
        self._said_often = lexicon.vocabulary | frozenset(phrases)
        self._never_misspelt = known | ORDINALS.keys()
        self._speller = Speller(known | COUNTRIES.vocabulary, named, lexicon.short_forms)

    def read(self, text: str, today: date) -> Reading:
        """What the message says, sentence structure aside."""
        message = Message(text, self._speller.mend)
        plain = message.plain
        said = [
            _placed(slot, plain)
            for slot in (*self._facts(plain.message, today), *self._wishes(plain.message))
        ]
        found = [*self._named(message, [slot for slot in said if isinstance(slot, RatingSlot)]), *said]
        picks = [_placed(pick, plain) for pick in find_picks(plain.message)]
        return Reading(message, tuple(negate(message, [*_settle(found, text), *_pointing(picks, found)])))

    def _named(self, message: Message, ratings: Sequence[RatingSlot]) -> Iterable[Slot]:
        people = self._people.mentions(message.text)
        makers = {(person.start, person.end) for person in people if _makes_films(person, message.folded)}
        for title in self._without_stars(message.text, ratings):
            if _only_resembles(title) or self._means_something_else(title, message.text):
                continue
            if (title.start, title.end) in makers or _is_a_name(title, people):
                continue  # of "what did Hitchcock make" he is no film about him
            yield TitleSlot(start=title.start, end=title.end, films=title.films, text=title.text)
        for person in people:
            if person.text.islower() and person.text in self._said_often:
                continue  # "guerra" is a war before it is a director
            if " " not in person.text and _OWN.search(message.folded[: person.start]):
                continue  # "mein Sohn" is no director of that name
            yield PersonSlot(start=person.start, end=person.end, name=person.name)

    def _without_stars(self, text: str, ratings: Sequence[RatingSlot]) -> Iterable[Mention]:
        """The titles mentioned; of "Jaws 2 stars" it is Jaws, as long as that is a title too."""
        for title in self._titles.mentions(text):
            stars = next((one for one in ratings if title.start < one.start < title.end < one.end), None)
            before = self._titles.mentions(text[: stars.start]) if stars else []
            yield next((shorter for shorter in before if shorter.start == title.start), title)

    def _means_something_else(self, title: Mention, text: str) -> bool:
        """Words that we know otherwise, and that are no film's title as they stand: "primera", "crowds"."""
        said = fold(title.text)
        if said == _SEEN_BEFORE:
            return bool(_HAVING.search(fold_letters(text[: title.start])))
        if said.strip("0123456789 ") in SAID_OTHERWISE:
            as_titled = title.text in {film.title for film in title.films}
            return not as_titled or bool(_SAID_ALONE.match(text[title.end :]))
        if " " in said or said in map(title_key, _titles_of(title)):
            return False
        return said in self._never_misspelt or read_look(said).coverage == 1

    def _facts(self, message: Message, today: date) -> Iterable[Slot]:
        lexicon = self._lexicon
        yield from find_runtimes(message, lexicon)
        yield from find_runtime_comparisons(message, lexicon)
        yield from find_years(message, lexicon, today)
        yield from find_year_comparisons(message, lexicon, today)
        yield from find_ratings(message)
        yield from find_counts(message, lexicon)
        yield from find_flags(message, lexicon)

    def _wishes(self, message: Message) -> Iterable[Slot]:
        for phrase in self._lexicon.genres.find(message.words):
            for genre in phrase.meaning:
                yield GenreSlot(start=phrase.start, end=phrase.end, genre=genre)
        yield from find_languages(message, self._lexicon)
        yield from find_moods(message, self._lexicon)
        yield from find_company(message, self._lexicon)
        yield from self._themes.find(message)


def _makes_films(person: PersonMention, text: str) -> bool:
    """Whether the words around a name say that films are by them."""
    return bool(_BY.search(text[: person.start]) or _MADE.match(text[person.end :]))


def _is_a_name(title: Mention, people: Sequence[PersonMention]) -> bool:
    """Somebody's whole name that only begins a title: "Eddie Murphy" is not "Eddie Murphy: Delirious"."""
    named = any((title.start, title.end) == (person.start, person.end) for person in people)
    return named and " " in title.text.strip() and fold(title.text) not in map(fold, _titles_of(title))


def _only_resembles(title: Mention) -> bool:
    """Whether an elided word makes the likeness: the "d'une" of "d'une heure" is no slip for Dune.

    What stands behind the apostrophe may be a title of its own: "le genre d'Amélie".
    """
    elided = _ELISION.match(title.text)
    if elided is None:
        return False
    named = {_split_at_apostrophes(one) for one in _titles_of(title)}
    return not named & {_split_at_apostrophes(title.text), fold(title.text[elided.end() :])}


def _titles_of(title: Mention) -> list[str]:
    return [one for film in title.films for one in (film.title, film.original_title) if one]


def _split_at_apostrophes(text: str) -> str:
    return fold(_APOSTROPHE.sub(" ", text))


def _settle(found: Sequence[Slot], text: str) -> list[Slot]:
    """Of overlapping slots the more telling kind stays, of one kind the longer.

    A title that is only part of a figure is none: the "5" of "5 stars", the "90" of "90 minutes".
    """
    figures = [slot for slot in found if isinstance(slot, _FIGURES)]
    kept: list[Slot] = []
    for slot in sorted(found, key=lambda slot: (_RANK[type(slot)], slot.start - slot.end, slot.start)):
        if isinstance(slot, TitleSlot | PersonSlot) and any(
            _part_of(slot, figure, text) for figure in figures
        ):
            continue
        rivals = [other for other in kept if slot.start < other.end and other.start < slot.end]
        if all(_may_share(slot, other) for other in rivals):
            kept.append(slot)
    return kept


def _part_of(slot: Slot, figure: Slot, text: str) -> bool:
    if article := _ARTICLE.match(text[slot.start : slot.end]):
        slot = dataclasses.replace(slot, start=slot.start + article.end())  # the "a 7" of "a 7 out of 10"
    if not (figure.start <= slot.start and slot.end <= figure.end):
        return False
    said = text[figure.start : figure.end]
    return slot.end - slot.start < figure.end - figure.start or (said.islower() and not said.isdecimal())


def _may_share(slot: Slot, other: Slot) -> bool:
    if isinstance(slot, ThemeSlot) and slot.introduced and isinstance(other, GenreSlot):
        return True
    if isinstance(slot, _SHARING) and isinstance(other, _SHARING):
        return type(slot) is not type(other) or (slot.start, slot.end) == (other.start, other.end)
    return False


def _placed(slot: SlotT, plain: Plain) -> SlotT:
    start, end = plain.origin(slot.start, slot.end)
    return dataclasses.replace(slot, start=start, end=end)


def _pointing(picks: Sequence[PickSlot], found: Sequence[Slot]) -> list[PickSlot]:
    """Pointing words; those inside a title or a longer pointing phrase are left out."""
    taken = [(slot.start, slot.end) for slot in found if isinstance(slot, TitleSlot)]
    kept: list[PickSlot] = []
    for pick in picks:
        if not any(pick.start < end and start < pick.end for start, end in taken):
            kept.append(pick)
            taken.append((pick.start, pick.end))
    return kept
