"""What is offered while an option is typed: at most 25 choices, at once, without the agent."""

from collections.abc import Sequence
from zoneinfo import available_timezones

from discord import app_commands

from adapters.discord.buttons import Click
from adapters.messaging.splitting import shorten
from adapters.parts import SurfaceParts
from data.films import GENRES

CHOICES_AT_MOST = 25
"""Discord's limit."""
NAME_LIMIT = 100
"""Characters of a choice, Discord's limit."""

Choices = list[app_commands.Choice[str]]


class Completion:
    """Completes titles, genres and time zones."""

    def __init__(self, parts: SurfaceParts) -> None:
        self._parts = parts
        self._zones = sorted(available_timezones())

    async def title(self, _: Click, typed: str) -> Choices:
        """Films by what is typed so far; the value is the film's id, which every tool takes for its title."""
        films = self._parts.titles.complete(typed, CHOICES_AT_MOST)
        return [app_commands.Choice(name=shorten(film.label, NAME_LIMIT), value=film.id) for film in films]

    async def genres(self, _: Click, typed: str) -> Choices:
        """Genres, one after the other with commas between."""
        done, comma, last = typed.rpartition(",")
        before = f"{done.strip()}, " if comma else ""
        return _matching(last, [before + genre for genre in GENRES if genre not in done], len(before))

    async def zone(self, _: Click, typed: str) -> Choices:
        """Time zones by any part of their name."""
        return _matching(typed.replace(" ", "_"), self._zones)


def _matching(typed: str, names: Sequence[str], skip: int = 0) -> Choices:
    wanted = typed.strip().casefold()
    found = [name for name in names if wanted in name[skip:].casefold() and len(name) <= NAME_LIMIT]
    return [app_commands.Choice(name=name, value=name) for name in found[:CHOICES_AT_MOST]]
