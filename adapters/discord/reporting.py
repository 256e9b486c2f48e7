"""Reviews by members can be reported by whoever reads of them; the server's moderators decide."""

import re
from typing import Any, Self, cast

from discord import ButtonStyle, SelectOption, ui

from adapters.discord.buttons import OPTIONS_AT_MOST, Click, PressedOnce
from adapters.discord.codes import SURFACE
from adapters.discord.errors import tell
from adapters.discord.texts.said import Said
from adapters.messaging.splitting import shorten
from data.errors import BadInput
from memory.people import People
from memory.reported_reviews import ReportedReviews

_FILM = r"(?P<film>[^|]{1,64})"
_OPTION_LIMIT = 100


class ReportButton(PressedOnce, template=rf"r\|{_FILM}"):
    """Below what people say of a film."""

    def __init__(self, film_id: str, item: ui.Button[Any]) -> None:
        self.film_id = film_id
        item.custom_id = f"r|{film_id}"
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
        return cls(match["film"], cast("ui.Button[Any]", item))

    async def callback(self, interaction: Click) -> None:
        """Ask which review."""
        reporting: Reporting = interaction.client.reporting
        await reporting.ask(interaction, self.film_id)


class ReportMenu(PressedOnce, template=rf"R\|{_FILM}"):
    """Which review is meant."""

    def __init__(self, film_id: str, item: ui.Select[Any]) -> None:
        self.film_id = film_id
        item.custom_id = f"R|{film_id}"
        super().__init__(item)

    @classmethod
    async def from_custom_id(
        cls,
        interaction: Click,  # noqa: ARG003 - their form
        item: ui.Item[Any],
        match: re.Match[str],
        /,
    ) -> Self:
        """Read a menu that was used."""
        return cls(match["film"], cast("ui.Select[Any]", item))

    async def callback(self, interaction: Click) -> None:
        """Report it."""
        reporting: Reporting = interaction.client.reporting
        (key,) = cast("ui.Select[Any]", self.item).values
        await reporting.report(interaction, self.film_id, key)


class Reporting:
    """What the button and the menu do."""

    def __init__(self, people: People, reported: ReportedReviews) -> None:
        self._people = people
        self._reported = reported

    async def possible(self, server: str, user: str, film_id: str) -> bool:
        """Whether other members wrote about the film."""
        person = await self._people.resolve(SURFACE, user)
        return bool(await self._reported.reportable(server, film_id, person.id))

    async def ask(self, interaction: Click, film_id: str) -> None:
        """Offer the reviews that can be reported. Never raises."""
        try:
            said, server = _where(interaction)
            await interaction.response.defer(ephemeral=True, thinking=True)
            person = await self._people.resolve(SURFACE, str(interaction.user.id))
            texts = {one.key: one.text for one in await self._reported.reportable(server, film_id, person.id)}
            if not texts:
                await interaction.edit_original_response(content=said("report.nothing"))
                return
            options = [
                SelectOption(label=shorten(" ".join(text.split()), _OPTION_LIMIT), value=key)
                for key, text in list(texts.items())[:OPTIONS_AT_MOST]
            ]
            view = ui.View(timeout=None)
            view.add_item(ReportMenu(film_id, ui.Select(placeholder=said("report.which"), options=options)))
            await interaction.edit_original_response(content=said("report.ask"), view=view)
        except Exception as error:  # noqa: BLE001 - told to the person, logged where it is ours
            await tell(interaction, error)

    async def report(self, interaction: Click, film_id: str, key: str) -> None:
        """Report one. Never raises."""
        try:
            said, server = _where(interaction)
            await interaction.response.defer(ephemeral=True)
            person = await self._people.resolve(SURFACE, str(interaction.user.id))
            outcome = await self._reported.report(server, film_id, key, person.id)
            text = said(f"report.{outcome}")
            await interaction.edit_original_response(content=text, view=None)
        except Exception as error:  # noqa: BLE001 - told to the person, logged where it is ours
            await tell(interaction, error)


def report_button(film_id: str, said: Said) -> ReportButton:
    """The button for one film's reviews."""
    return ReportButton(film_id, ui.Button(label=said("report.button"), style=ButtonStyle.secondary, row=3))


def _where(interaction: Click) -> tuple[Said, str]:
    said = Said(str(interaction.locale))
    if interaction.guild_id is None:
        raise BadInput(said("servers.only"))
    return said, str(interaction.guild_id)


FOR_ANYBODY = (ReportButton, ReportMenu)
"""To be made known to the client."""
