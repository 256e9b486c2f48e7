"""The one door for everything that goes wrong while an interaction is answered."""

import logging

import discord
from discord import app_commands

from adapters.discord.buttons import Click
from adapters.discord.permissions import shown
from adapters.discord.texts.said import Said
from agent.turn import AnsweredBefore
from data.errors import AppError

log = logging.getLogger(__name__)

GONE = (10003, 10008, 10015, 10062, 50027)
"""Channel, message, webhook or interaction that no longer exists, or a token past its 15 minutes."""


async def tell(interaction: Click, error: BaseException) -> None:
    """Say in one sentence what went wrong, to the person alone; what nobody can act on is only logged."""
    if isinstance(error, app_commands.CommandInvokeError):
        error = error.original
    said = Said(str(interaction.locale))
    match error:
        case AppError():
            text = str(error)
        case app_commands.MissingPermissions(missing_permissions=missing):
            text = said("you.may.not", permission=shown(missing[0]))
        case app_commands.BotMissingPermissions(missing_permissions=missing):
            text = said("may.not", permission=shown(missing[0]))
        case app_commands.NoPrivateMessage():
            text = said("servers.only")
        case _ if _is_over(error):
            log.info("an interaction is over", extra={"error": type(error).__name__})
            return
        case discord.Forbidden():
            text = said("may.not", permission=_guess(interaction))
        case _:
            log.error("a Discord interaction broke", exc_info=error)
            text = said("broke")
    try:
        if interaction.response.is_done():
            await interaction.followup.send(text, ephemeral=True)
        else:
            await interaction.response.send_message(text, ephemeral=True)
    except discord.HTTPException as late:
        log.warning("what went wrong could not be said", extra={"code": late.code})


def _is_over(error: BaseException) -> bool:
    """Whether there is nothing left to answer, or it was answered by another process."""
    gone = isinstance(error, discord.HTTPException) and error.code in GONE
    return gone or isinstance(error, AnsweredBefore)


def _guess(interaction: Click) -> str:
    """The permission that an answer most likely lacked."""
    granted = interaction.app_permissions
    return next(
        (
            shown(name)
            for name in ("view_channel", "send_messages", "embed_links")
            if not getattr(granted, name)
        ),
        shown("manage_messages"),
    )
