"""Titles found inside sentences: every run of words that is a title, weighed, the longest first."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from rapidfuzz import process
from rapidfuzz.distance import OSA

from data.catalogue import Catalogue
from data.cues import LIST_JOINTS, cue_before, cue_behind, is_closed
from data.evidence import ENOUGH, TELLING, Cue, Evidence, Writing
from data.films import Film
from data.names import ENGLISH_ARTICLES, ORDINALS, fold, key_of_words, title_key
from data.title_table import KNOWN, Candidate, Kind, TitleTable
from data.tokens import Token, quoted_spans, tokens_of
from data.words import COMMON, FUNCTION

MOST_WORDS = 400
"""Words of a message looked at; nobody names films beyond."""

MOST_TYPOS = 6
"""Unknown words of a message that are tried as misspelt."""

LONGEST_LIST = 20
"""Words of a message that may be nothing but a list of titles."""

_ENDINGS = ("ing", "ly", "ed", "ness", "tion", "able", "ful", "less")
"""Of words that are rather unknown to us than misspelt."""

THEME_FILMS = 8
"""A keyword of this many films is a theme."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A title in a sentence."""

    start: int
    end: int
    """Where it stands in the text, with a year said beside it."""
    text: str
    films: tuple[Film, ...]
    """The film, or films of the same title, best known first."""
    score: float
    """Points of evidence; see `data.evidence`."""


@dataclass(frozen=True, slots=True)
class _Run:
    """Words from `first` to before `end` that are a form of some films."""

    first: int
    end: int
    candidates: tuple[Candidate, ...]
    words: tuple[str, ...]
    """As looked up: corrected, folded."""
    typo: bool = False
    cue: Cue = Cue.NONE
    """What the words themselves promise: "the first …" of a series."""

    @property
    def telling_words(self) -> list[str]:
        """Those beside a leading article."""
        return list(self.words[self.words[0] in ENGLISH_ARTICLES and len(self.words) > 1 :])


@dataclass(frozen=True, slots=True)
class _Sentence:
    """What is looked at again and again."""

    text: str
    tokens: list[Token]
    quotes: list[tuple[int, int]]
    pieces: frozenset[tuple[int, int]]
    """First and end of the whole, and if it is nothing but a list of titles, of each of them."""


_Found = tuple[_Run, Mention]


class Mentions:
    """Finds titles of a catalogue in sentences."""

    def __init__(self, catalogue: Catalogue, table: TitleTable) -> None:
        self._catalogue = catalogue
        self._table = table

    def find(self, text: str) -> list[Mention]:
        """The titles in a sentence, in its order, none overlapping."""
        tokens = tokens_of(text)[:MOST_WORDS]
        runs = list(self._runs(tokens))
        sentence = _Sentence(text, tokens, quoted_spans(text), _pieces(tokens, runs))
        found = _apart(self._mention(sentence, run) for run in runs)
        while found:
            listed = (
                self._mention(sentence, run, in_list=True)
                for run in runs
                if any(_listed(tokens, run, beside) for beside, _ in found)
            )
            longer = _apart([*found, *listed])
            if len(longer) <= len(found):
                break
            found = longer
        return sorted((mention for _, mention in found), key=lambda mention: mention.start)

    def _runs(self, tokens: Sequence[Token]) -> Iterator[_Run]:
        written = [token.word for token in tokens]
        corrected = self._corrected(written)
        for words in (written, corrected) if corrected else (written,):
            for first in range(len(words)):
                yield from self._runs_from(words, written, first)
        for first, word in enumerate(written):
            if word not in self._vocabulary and len(word) >= 4 and (hits := self._table.find_squashed(word)):
                yield _Run(first, first + 1, tuple(hits), (word,))

    def _runs_from(self, words: Sequence[str], written: Sequence[str], first: int) -> Iterator[_Run]:
        lead = 1 if words[first] in ENGLISH_ARTICLES else 0
        if first + lead < len(words) and (number := ORDINALS.get(words[first + lead])):
            for end in range(min(len(words), first + lead + 7), first + lead + 1, -1):
                if hits := self._table.sequel(key_of_words(words[first + lead + 1 : end]), number):
                    named = tuple(words[first + lead + 1 : end])
                    cue = Cue.STRONG if hits[0].kind is Kind.NICKNAME else Cue.NONE
                    yield _Run(first, end, tuple(hits), named, cue=cue)
                    break
        opening = key_of_words(words[first : first + lead + 1]).split()
        longest = max((self._table.longest.get(word, 0) for word in opening), default=0) + lead + 2
        for end in range(min(len(words), first + longest), first, -1):
            typo = list(words[first:end]) != list(written[first:end])
            if words is not written and not typo:
                continue
            if hits := self._table.find(key_of_words(words[first:end])):
                yield _Run(first, end, tuple(hits), tuple(words[first:end]), typo)

    def _mention(self, sentence: _Sentence, run: _Run, *, in_list: bool = False) -> _Found | None:
        """The run as a mention, None where too little speaks for it. `in_list`: titles stand beside it."""
        text, tokens = sentence.text, sentence.tokens
        if self._inside_name(tokens, run):
            return None
        start, end = tokens[run.first].start, tokens[run.end - 1].end
        films, year = self._table.meant(run.candidates, text=text[start:end]), False
        for beside in _years_beside(tokens, run):
            if of_year := self._table.meant(run.candidates, int(beside.word), text=text[start:end]):
                films, year = of_year, True
                start, end = min(start, beside.start), max(end, beside.end)
                end += text[end : end + 1] == ")"
                break
        item = self._catalogue.index(films[0].id)
        kind = min(hit.kind for hit in run.candidates if hit.item == item)
        writing = self._writing(sentence, run, films[0], year=year, in_list=in_list)
        score = self._evidence.points(run.telling_words, self._table.fame[item], kind, writing)
        return (run, Mention(start, end, text[start:end], films, score)) if score >= ENOUGH else None

    def _writing(self, sentence: _Sentence, run: _Run, film: Film, *, year: bool, in_list: bool) -> Writing:
        tokens = sentence.tokens
        start, end = tokens[run.first].start, tokens[run.end - 1].end
        telling = sum(map(self._evidence.telling, run.telling_words)) >= TELLING
        before, behind = cue_before(tokens, run.first, telling=telling), cue_behind(tokens, run.end)
        capital, weak_capital = _capitals(tokens, run)
        key = key_of_words(run.words)
        titles = [title for title in (film.title, film.original_title) if title and title_key(title) == key]
        return Writing(
            quoted=any(abs(quote[0] - start) <= 1 and abs(quote[1] - end) <= 1 for quote in sentence.quotes),
            year=year,
            capital=capital,
            weak_capital=weak_capital,
            whole=(run.first, run.end) in sentence.pieces,
            cue=before if before < 0 else max(before, behind, run.cue, Cue.STRONG if in_list else Cue.NONE),
            closed=behind > 0 or is_closed(tokens, run.end),
            typo=run.typo,
            other_article=run.cue is Cue.NONE and _other_article(tokens, run, titles),
            no_article=bool(titles) and not _article(tokens, run) and all(map(_has_article, titles)),
        )

    def _inside_name(self, tokens: Sequence[Token], run: _Run) -> bool:
        """Whether the words belong to a longer name of a person: "rock" in "chris rock"."""
        words = [token.word for token in tokens]
        return any(
            " ".join(words[first:end]) in self._names
            for first in range(max(0, run.first - 2), run.first + 1)
            for end in range(run.end, min(len(words), run.end + 2) + 1)
            if end - first > run.end - run.first
        )

    def _corrected(self, words: Sequence[str]) -> list[str] | None:
        """The words with unknown ones replaced by the nearest word of a known title; None if none is."""
        corrected, tries = list(words), 0
        for position, word in enumerate(words):
            if len(word) < 5 or word in self._known_words or word in FUNCTION or word in COMMON:
                continue
            tries += 1
            if tries > MOST_TYPOS:
                break
            wrong = 1 if len(word) < 9 or word.endswith(_ENDINGS) else 2
            near = process.extractOne(
                word, self._title_words, scorer=OSA.distance, score_cutoff=wrong, processor=None
            )
            if near and near[0][0] == word[0]:
                corrected[position] = near[0]
        return corrected if corrected != list(words) else None

    @cached_property
    def _evidence(self) -> Evidence:
        films_with = Counter(keyword for film in self._catalogue.films for keyword in film.keywords)
        themes = {fold(keyword) for keyword, films in films_with.items() if films >= THEME_FILMS}
        first_names = Counter(name.partition(" ")[0] for name in self._names)
        return Evidence(themes, {name for name, people in first_names.items() if people >= 3})

    @cached_property
    def _names(self) -> frozenset[str]:
        return frozenset(name for name in map(fold, self._catalogue.people) if " " in name)

    @cached_property
    def _vocabulary(self) -> frozenset[str]:
        return frozenset(word for key in self._table.keys for word in key.split())

    @cached_property
    def _title_words(self) -> list[str]:
        """Words a typo may have been meant for: those of titles known enough, best known first."""
        words = (
            word
            for item, film in enumerate(self._catalogue.films)
            if self._table.fame[item] >= KNOWN
            for word in fold(film.title).split()
        )
        return [word for word in dict.fromkeys(words) if len(word) >= 4 and word not in FUNCTION]

    @cached_property
    def _known_words(self) -> frozenset[str]:
        keywords = {
            word for film in self._catalogue.films for keyword in film.keywords for word in keyword.split()
        }
        return self._vocabulary | keywords | {word for name in self._names for word in name.split()}


def _apart(found: Iterable[_Found | None]) -> list[_Found]:
    """The longest ones that do not overlap, the likelier among equally long ones."""
    kept: list[_Found] = []
    ranked = sorted(
        (pair for pair in found if pair), key=lambda pair: (pair[0].first - pair[0].end, -pair[1].score)
    )
    for run, mention in ranked:
        if all(run.end <= other.first or other.end <= run.first for other, _ in kept):
            kept.append((run, mention))
    return kept


def _pieces(tokens: Sequence[Token], runs: Iterable[_Run]) -> frozenset[tuple[int, int]]:
    whole = (0, len(tokens))
    pieces, first = [], 0
    for position, token in enumerate(tokens[:LONGEST_LIST]):
        joint = token.word in LIST_JOINTS
        if joint or token.closed:
            end = position if joint else position + 1
            pieces += [(first, end)] if end > first else []
            first = position + 1
    is_list = len(tokens) <= LONGEST_LIST and {(run.first, run.end) for run in runs}.issuperset(pieces)
    return frozenset([whole, *pieces] if is_list else [whole])


def _listed(tokens: Sequence[Token], run: _Run, beside: _Run) -> bool:
    """Whether both stand in one list: "Heat, Drive and Up"."""
    before, after = (beside, run) if beside.first < run.first else (run, beside)
    if before.end == after.first:
        return tokens[before.end - 1].closed
    return before.end + 1 == after.first and tokens[before.end].word in LIST_JOINTS


def _other_article(tokens: Sequence[Token], run: _Run, titles: Sequence[str]) -> bool:
    """Whether an article stands before a full title, which itself has none or another."""
    before = _article(tokens, run)
    return bool(before and titles) and not any(fold(title).startswith(f"{before} ") for title in titles)


def _has_article(title: str) -> bool:
    return fold(title).split()[0] in ENGLISH_ARTICLES


def _article(tokens: Sequence[Token], run: _Run) -> str | None:
    """The article that the words begin with or that stands before them."""
    first = tokens[run.first].word
    if first in ENGLISH_ARTICLES and run.end - run.first > 1:
        return first
    before = tokens[run.first - 1].word if run.first else ""
    return before if before in ENGLISH_ARTICLES else None


def _years_beside(tokens: Sequence[Token], run: _Run) -> Iterator[Token]:
    """Years said behind ("Heat 1995", "The Fly from 1986") or before ("the 1986 Fly")."""
    behind = run.end
    if behind + 1 < len(tokens) and tokens[behind].word in ("from", "of"):
        behind += 1
    for position in (behind, run.first - 1):
        if (
            0 <= position < len(tokens)
            and len(tokens[position].word) == 4
            and tokens[position].word.isdecimal()
        ):
            yield tokens[position]


def _capitals(tokens: Sequence[Token], run: _Run) -> tuple[bool, bool]:
    """Whether the words are written like a title where that says something, and where it says little."""
    span = tokens[run.first : run.end]
    content = [token for token in span if token.word not in FUNCTION] or list(span)
    letters = [token for token in content if not token.word[0].isdecimal()]
    if not letters or not all(token.capital or (token.upper and len(content) > 1) for token in letters):
        return False, False
    others = [token for token in (*tokens[: run.first], *tokens[run.end :]) if token.word != "i"]
    written_large = sum(token.capital or token.upper for token in others)
    telling = 2 * written_large < len(others) and (len(letters) > 1 or not span[0].starts)
    return telling, not telling
