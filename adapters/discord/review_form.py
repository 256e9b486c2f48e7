"""The form in which a review is written: words, and stars if they like."""

from collections.abc import Awaitable, Callable
from typing import Any

import discord
from discord import SelectOption, TextStyle, ui

from adapters.discord.buttons import STARS, Click
from adapters.discord.errors import tell
from adapters.discord.texts.said import Said
from adapters.messaging.splitting import shorten

TITLE_LIMIT = 45
"""Characters of a form's title, Discord's limit."""
TEXT_LIMIT = 4000
"""Characters of its longest field."""

Submit = Callable[[Click, str, float | None], Awaitable[None]]
"""Takes the words and the stars."""


class ReviewForm(ui.Modal):
    """Opened by /review and by the button of the same name."""

    def __init__(self, title: str, submit: Submit, said: Said) -> None:
        super().__init__(title=shorten(title, TITLE_LIMIT))
        self._submit = submit
        self._words = ui.TextInput[Any](custom_id="words", style=TextStyle.paragraph, max_length=TEXT_LIMIT)
        self._stars = ui.Select[Any](
            custom_id="stars",
            required=False,
            options=[
                SelectOption(label=said("stars", stars=f"{stars:g}"), value=f"{stars:g}") for stars in STARS
            ],
        )
        self.add_item(ui.Label(text=said("form.words"), component=self._words))
        self.add_item(ui.Label(text=said("form.stars"), component=self._stars))

    async def on_submit(self, interaction: discord.Interaction, /) -> None:
        """Hand on what was written."""
        stars = float(self._stars.values[0]) if self._stars.values else None
        await self._submit(interaction, self._words.value, stars)

    async def on_error(  # type: ignore[override]  # as discord.py's own Modal narrows it
        self, interaction: discord.Interaction, error: Exception, /
    ) -> None:
        """Tell what went wrong."""
        await tell(interaction, error)
