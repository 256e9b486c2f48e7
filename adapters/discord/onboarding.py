"""The button that starts the quiz, posted by moderators or sent to remind; it is for everybody."""

import re
from typing import Any, Self, cast

from discord import ButtonStyle, ui

from adapters.discord.buttons import Click, PressedOnce
from adapters.discord.codes import SURFACE
from adapters.discord.conversation import Conversation
from adapters.discord.delivery import NOBODY
from adapters.discord.errors import tell
from adapters.discord.texts.said import Said
from adapters.discord.welcome import Welcome
from memory.people import People
from memory.quizzes import Quizzes
from tools.arguments import StartQuiz

CODE = "o|quiz"


class QuizButton(PressedOnce, template=re.escape(CODE)):
    """Works after a restart, for whoever presses it, and answers them alone."""

    def __init__(self, item: ui.Button[Any]) -> None:
        item.custom_id = CODE
        super().__init__(item)

    @classmethod
    async def from_custom_id(
        cls,
        interaction: Click,  # noqa: ARG003 - their form
        item: ui.Item[Any],
        match: re.Match[str],  # noqa: ARG003 - their form
        /,
    ) -> Self:
        """Read a button that was pressed."""
        return cls(cast("ui.Button[Any]", item))

    async def callback(self, interaction: Click) -> None:
        """Press it."""
        onboarding: Onboarding = interaction.client.onboarding
        await onboarding.begin(interaction)


class Onboarding:
    """What the button does."""

    def __init__(
        self, conversation: Conversation, people: People, quizzes: Quizzes, welcome: Welcome
    ) -> None:
        self._conversation = conversation
        self._people = people
        self._quizzes = quizzes
        self._welcome = welcome

    async def begin(self, interaction: Click) -> None:
        """Start the quiz or go on with it; who finished before is told, and gets the role. Never raises."""
        try:
            person = await self._people.resolve(SURFACE, str(interaction.user.id))
            state = await self._quizzes.state(person.id)
            if state is None or state.finished_at is None:
                await self._conversation.command(interaction, StartQuiz(), text="/quiz", private=True)
                return
            await self._conversation.acknowledge(interaction, private=True)
            if interaction.guild_id:
                await self._welcome.did_before(str(interaction.guild_id), str(interaction.user.id), person.id)
            text = Said(str(interaction.locale))("onboarding.before")
            await interaction.edit_original_response(content=text, allowed_mentions=NOBODY)
        except Exception as error:  # noqa: BLE001 - told to the person, logged where it is ours
            await tell(interaction, error)


def quiz_view(label: str) -> ui.View:
    """The button alone."""
    view = ui.View(timeout=None)
    view.add_item(QuizButton(ui.Button(label=label, style=ButtonStyle.primary)))
    return view
