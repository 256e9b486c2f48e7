"""/moderate reviews: what members reported, hidden or kept by those who manage the server."""

import re
from typing import Any, Literal, Self, cast

import discord
from discord import ButtonStyle, app_commands, ui
from discord.app_commands import describe, locale_str
from discord.utils import escape_markdown

from adapters.discord.buttons import Click, PressedOnce
from adapters.discord.conversation import Conversation
from adapters.discord.delivery import NOBODY
from adapters.discord.errors import tell
from adapters.discord.permissions import shown
from adapters.discord.texts.said import Said
from adapters.messaging.splitting import shorten
from adapters.parts import SurfaceParts
from data.errors import BadInput
from memory.reported_reviews import Case, ReportedReviews
from memory.servers import Servers

CASES_AT_ONCE = 5
"""Rows of buttons in a message, Discord's limit."""
TEXT_LIMIT = 300
Verdict = Literal["hidden", "kept"]
Listed = Literal["reported", "hidden"]


class CaseButton(PressedOnce, template=r"m\|(?P<verdict>hidden|kept)\|(?P<case>\d{1,18})"):
    """Hides a review, or keeps it; for those who manage the server."""

    def __init__(self, verdict: Verdict, case: int, item: ui.Button[Any]) -> None:
        self.verdict, self.case = verdict, case
        item.custom_id = f"m|{verdict}|{case}"
        super().__init__(item)

    @classmethod
    async def from_custom_id(
        cls,
        interaction: Click,  # noqa: ARG003 - their form
        item: ui.Item[Any],
        match: re.Match[str],
        /,
    ) -> Self:
        """Read a button that was pressed."""
        return cls(cast("Verdict", match["verdict"]), int(match["case"]), cast("ui.Button[Any]", item))

    async def callback(self, interaction: Click) -> None:
        """Press it."""
        moderation: Moderate = interaction.client.moderation
        await moderation.decide(interaction, self.case, self.verdict)


class Moderate(app_commands.Group):
    """The group of commands. Discord shows it to those who have the permission, and to nobody else."""

    def __init__(
        self, conversation: Conversation, servers: Servers, reported: ReportedReviews, parts: SurfaceParts
    ) -> None:
        super().__init__(
            name="moderate",
            description=locale_str("What members reported"),
            guild_only=True,
            default_permissions=discord.Permissions(manage_guild=True),
        )
        self._conversation = conversation
        self._servers = servers
        self._reported = reported
        self._parts = parts

    @app_commands.command(description=locale_str("Reviews that members reported, to hide here or to keep"))
    @describe(show=locale_str("Those reported, or those hidden"))
    async def reviews(self, interaction: Click, show: Listed = "reported") -> None:
        """List them with their buttons."""
        await self._conversation.acknowledge(interaction, private=True)
        await self._show(interaction, show)

    async def decide(self, interaction: Click, case: int, verdict: Verdict) -> None:
        """Decide a case, log it, and show what is left of the list. Never raises."""
        try:
            said, server = Said(str(interaction.locale)), str(interaction.guild_id)
            _require_managing(interaction, said)
            await interaction.response.defer(ephemeral=True)
            listed: Listed = "hidden" if await self._is_hidden(server, case) else "reported"
            film_id = await self._reported.decide(server, case, verdict)
            if film_id is not None:
                by, film = str(interaction.user.id), self._film(film_id)
                await self._servers.log(server, by=by, action=f"reviews.{verdict}", film=film)
            await self._show(interaction, listed)
        except Exception as error:  # noqa: BLE001 - told to the person, logged where it is ours
            await tell(interaction, error)

    async def _is_hidden(self, server: str, case: int) -> bool:
        return any(one.id == case for one in await self._reported.cases(server, "hidden", CASES_AT_ONCE))

    async def _show(self, interaction: Click, show: Listed) -> None:
        said = Said(str(interaction.locale))
        state: Literal["open", "hidden"] = "hidden" if show == "hidden" else "open"
        cases = await self._reported.cases(str(interaction.guild_id), state, CASES_AT_ONCE)
        lines = [self._line(number, case, said) for number, case in enumerate(cases, 1)]
        await interaction.edit_original_response(
            content="\n".join(lines) or said(f"moderate.none.{show}"),
            view=_buttons(cases, said) if cases else None,
            allowed_mentions=NOBODY,
        )

    def _line(self, number: int, case: Case, said: Said) -> str:
        stars = f" {said('stars', stars=f'{case.stars:g}')}" if case.stars else ""
        head = said("moderate.case", n=number, film=self._film(case.film_id), reports=case.reports)
        text = escape_markdown(shorten(" ".join(case.text.split()), TEXT_LIMIT))
        return f"{head}{stars}\n> {text}"

    def _film(self, film_id: str) -> str:
        film = self._parts.catalogue.get(film_id)
        return escape_markdown(film.label) if film else film_id


def _require_managing(interaction: Click, said: Said) -> None:
    if not interaction.permissions.manage_guild:
        raise BadInput(said("you.may.not", permission=shown("manage_guild")))


def _buttons(cases: list[Case], said: Said) -> ui.View:
    view = ui.View(timeout=None)
    for row, case in enumerate(cases):
        verdicts: tuple[Verdict, ...] = ("kept",) if case.state == "hidden" else ("hidden", "kept")
        for verdict in verdicts:
            style = ButtonStyle.danger if verdict == "hidden" else ButtonStyle.secondary
            key = "moderate.again" if case.state == "hidden" else f"moderate.{verdict}"
            button = ui.Button[Any](label=said(key, n=row + 1), style=style, row=row)
            view.add_item(CaseButton(verdict, case.id, button))
    return view
