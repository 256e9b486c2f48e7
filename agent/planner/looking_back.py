"""A year looked back on: "my 2025 wrapped", "my year in films"."""

import re
from datetime import date

from agent.decision import Decision, ToolCall
from data.names import fold
from tools.arguments import ShowLibrary

_ASKED = re.compile(
    r"(?<!\w)(?:(?:my|mi|mon|mein|20\d\d) (?:20\d\d )?(?:(?:film|movie|cine\w*) )?wrapped"
    r"|my (?:(?:movie|film|cinema) )?(?:year|20\d\d)(?: in (?:films?|movies?|cinema|review)| recap)"
    r"|my (?:movie|film|cinema) year|(?:mi|el) ano (?:de|en) (?:cine|peliculas)"
    r"|mi resumen (?:del ano|de 20\d\d)"
    r"|mon annee (?:de |en )?(?:cine\w*|films?)|mon bilan (?:de l ?annee|20\d\d)"
    r"|mein (?:film|kino) ?jahr|jahres ?ruckblick|mein ruckblick)(?!\w)"
)
_YEAR = re.compile(r"(?<!\d)(20\d\d)(?!\d)")
_LAST = re.compile(r"(?<!\w)(?:last year|ano pasado|annee derniere|letzt\w* jahr)(?!\w)")
_WORDS_AT_MOST = 10
_STILL_LAST_YEARS = 2
"""Months at the beginning of a year in which the one before is meant."""


def looking_back(text: str, today: date) -> Decision | None:
    """The year that they want to look back on; None where the message is about something else."""
    said = fold(text)
    if len(said.split()) > _WORDS_AT_MOST or not _ASKED.search(said):
        return None
    if named := _YEAR.search(said):
        year = int(named[1])
    else:
        year = today.year - bool(_LAST.search(said) or today.month <= _STILL_LAST_YEARS)
    return Decision(calls=(ToolCall(arguments=ShowLibrary(kind="profile", year=year)),))
