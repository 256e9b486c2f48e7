"""How well aspects and spoilers are found, on the sentences labelled by hand."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from recsys.reviews.aspects import ASPECTS
from recsys.reviews.evaluation.labels import Label, key, read_labels
from recsys.reviews.reading import Reader, aspect_names
from recsys.reviews.sentences import sentences
from recsys.reviews.spoilers import spoiler_levels
from recsys.reviews.text import clean


@dataclass(slots=True)
class Counts:
    """Found rightly, found wrongly, missed."""

    right: int = 0
    wrong: int = 0
    missed: int = 0

    @property
    def precision(self) -> float | None:
        """None where nothing was found."""
        found = self.right + self.wrong
        return self.right / found if found else None

    @property
    def recall(self) -> float | None:
        """None where there was nothing to find."""
        there = self.right + self.missed
        return self.right / there if there else None


@dataclass(slots=True)
class SentencesReport:
    """On the labelled sentences that the reviews still hold."""

    sentences: int = 0
    aspects: Counts = field(default_factory=Counts)
    by_aspect: dict[str, Counts] = field(default_factory=lambda: {name: Counts() for name in ASPECTS})
    sides_right: int = 0
    """Of the aspects found rightly, those whose side is right too."""
    spoilers_random: Counts = field(default_factory=Counts)
    """The outcome given away, among sentences drawn at random."""
    spoilers_plot: Counts = field(default_factory=Counts)
    """The same among sentences drawn for their words of the plot."""
    hidden_at_none: Counts = field(default_factory=Counts)
    """Sentences of the latter that give anything away, and whether level "none" hides them."""


def labelled(reviews: Iterable[tuple[str, str]]) -> list[tuple[str, Label]]:
    """The labelled sentences of reviews, given as IMDb id and text, each with its label."""
    labels = read_labels()
    films = {film for film, _ in labels}
    found: dict[tuple[str, str], str] = {}
    for film, text in reviews:
        if film not in films:
            continue
        cleaned = clean(text)
        for span in sentences(cleaned):
            sentence = span.of(cleaned)
            if (film, key(sentence)) in labels:
                found[film, key(sentence)] = sentence
    return [(sentence, labels[known]) for known, sentence in sorted(found.items())]


def evaluate_sentences(pairs: Iterable[tuple[str, Label]], reader: Reader) -> SentencesReport:
    """Read each sentence by itself and compare."""
    report = SentencesReport()
    for sentence, label in pairs:
        report.sentences += 1
        level = max(spoiler_levels([sentence]))
        counts = report.spoilers_plot if label.drawn == "plot" else report.spoilers_random
        _count(counts, found=level == 2, there=label.spoiler == 2)
        if label.drawn == "plot":
            _count(report.hidden_at_none, found=level > 0, there=label.spoiler > 0)
        else:
            _compare(report, _opinions(sentence, reader), label.opinions)
    return report


def _opinions(sentence: str, reader: Reader) -> dict[str, int]:
    (reading,) = reader.read([sentence])
    found: dict[str, int] = {}
    for number in range(len(reading.sentences)):
        found.update(aspect_names(reading, number))
    return found


def _compare(report: SentencesReport, found: Mapping[str, int], there: Mapping[str, int]) -> None:
    for name in ASPECTS:
        for counts in (report.aspects, report.by_aspect[name]):
            _count(counts, found=name in found, there=name in there)
        report.sides_right += name in found and found[name] == there.get(name)


def _count(counts: Counts, *, found: bool, there: bool) -> None:
    counts.right += found and there
    counts.wrong += found and not there
    counts.missed += there and not found
