"""/privacy: what is kept of the person, shown, handed over, or forgotten."""

from typing import Literal

from discord import app_commands
from discord.app_commands import describe, locale_str

from adapters.discord.buttons import Click
from adapters.discord.codes import SURFACE
from adapters.discord.conversation import Conversation
from adapters.discord.delivery import NOBODY
from adapters.discord.texts.said import Said
from adapters.messaging.splitting import shorten
from memory.people import People
from memory.privacy import Privacy
from tools.arguments import Forget, MyData

Do = Literal["show", "export", "pause", "resume", "trials_out", "trials_in", "forget"]
Command = app_commands.Command[app_commands.Group, ..., None]


def privacy_command(conversation: Conversation, people: People, privacy: Privacy) -> Command:
    """The command, bound to what it needs."""

    @app_commands.command(name="privacy", description=locale_str("What I keep of you: see, export, forget"))
    @describe(do=locale_str("See it, get it as a file, or have me forget everything (I ask first)"))
    async def command(interaction: Click, do: Do = "show") -> None:
        if do != "show":
            call = Forget(what="everything") if do == "forget" else MyData(kind=do)
            await conversation.command(interaction, call, text=f"/privacy do: {do}", private=True)
            return
        await conversation.acknowledge(interaction, private=True)
        said = Said(str(interaction.locale))
        person = await people.resolve(SURFACE, str(interaction.user.id))
        counts = await privacy.counts(person.id)
        lines = "\n".join(f"- {count} × {words}" for words, count in counts.items())
        text = said("kept", lines=lines) if counts else said("kept.nothing")
        await interaction.edit_original_response(content=shorten(text, 2000), allowed_mentions=NOBODY)

    return command
