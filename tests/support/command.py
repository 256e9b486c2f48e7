"""The command as a user starts it: a process of its own."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Finished:
    """What a run of the command left."""

    status: int
    out: str
    err: str

    @property
    def events(self) -> list[dict[str, Any]]:
        return [json.loads(line) for line in self.out.splitlines()]

    @property
    def replies(self) -> list[dict[str, Any]]:
        return [event for event in self.events if event["event"] == "reply"]


Run = Callable[..., Finished]
