"""What a person is told where one of our own errors ends a tool or a turn."""

from agent.wording.phrasebook import Phrasebook
from data.errors import AppError, DatabaseError

_AT_THE_MACHINE = "cli"
AMONG_STRANGERS = frozenset({"discord", "telegram"})
"""Surfaces where hardly anybody runs the program they talk to: addresses and commands mend nothing there."""


def apology(error: AppError, book: Phrasebook, surface: str, said: str = "") -> str:
    """The error's own sentence, as long as the person can do something about it.

    `said`: what they read already in this turn; empty where that says as much.

    What ails the database is for whoever runs it: it names places on the machine. They read it in the
    terminal and in the log; all others that their words are safe, and to come back.
    """
    if isinstance(error, DatabaseError) and surface != _AT_THE_MACHINE:
        sorry = book("memory_away")
        return "" if sorry in said else book("not_kept") if said else sorry
    return "" if str(error) in said else str(error)
