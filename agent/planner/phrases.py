"""A table of phrases and what they mean, found in a message word by word, longest first."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from agent.planner.words import Message, Word

Meaning = TypeVar("Meaning")


@dataclass(frozen=True, slots=True)
class Found(Generic[Meaning]):
    """A phrase in a message: the words from `first` up to `last`, not included."""

    start: int
    end: int
    first: int
    last: int
    meaning: Meaning


class Phrases(Generic[Meaning]):
    """Phrases of one or more words with their meaning; spelling is mended before they are looked for."""

    def __init__(self, entries: Mapping[str, Meaning]) -> None:
        self._entries = {tuple(word.text for word in Message(key).words): entries[key] for key in entries}
        self._longest = max((len(key) for key in self._entries), default=0)
        self._firsts = frozenset(key[0] for key in self._entries)

    @property
    def vocabulary(self) -> frozenset[str]:
        """Every word of every phrase."""
        return frozenset(word for key in self._entries for word in key)

    def find(self, words: Sequence[Word]) -> Iterator[Found[Meaning]]:
        """All phrases, from left to right, none overlapping another."""
        at = 0
        while at < len(words):
            found = self._at(words, at)
            if found is None:
                at += 1
            else:
                yield found
                at = found.last

    def _at(self, words: Sequence[Word], at: int) -> Found[Meaning] | None:
        if words[at].text not in self._firsts:
            return None
        for length in range(min(self._longest, len(words) - at), 0, -1):
            key = tuple(word.text for word in words[at : at + length])
            if key in self._entries:
                last = at + length
                return Found(words[at].start, words[last - 1].end, at, last, self._entries[key])
        return None
