"""One result in words, in parts: a language model may write the lead, and nothing else."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Passage:
    """Head, lead, body and tail, each on lines of its own; empty parts are left out."""

    lead: str = ""
    """What opens it. A model's words may stand here instead."""
    head: str = ""
    """What was understood: "Looking for: …"."""
    body: tuple[str, ...] = ()
    """Facts, line by line."""
    listing: bool = False
    """The body only lists the films that are shown as cards."""
    tail: str = ""
    """What could not be done, or what to do next."""

    @property
    def text(self) -> str:
        """The whole passage."""
        return "\n".join(part for part in (self.head, self.lead, *self.body, self.tail) if part)
