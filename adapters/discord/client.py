"""The gateway client: it hears, and hands on what is meant for us, each event once."""

import logging
from collections.abc import Mapping
from typing import Any

import discord
from discord import app_commands

from adapters.discord.buttons import ITEMS, Click
from adapters.discord.codes import SURFACE
from adapters.discord.commands.account import LibraryGroup, link_commands
from adapters.discord.commands.films import film_commands
from adapters.discord.commands.library import library_commands
from adapters.discord.commands.message import message_menu
from adapters.discord.commands.moderate import CaseButton, Moderate
from adapters.discord.commands.onboarding import OnboardingGroup
from adapters.discord.commands.people import people_commands
from adapters.discord.commands.privacy import privacy_command
from adapters.discord.commands.setup import Setup
from adapters.discord.commands.threads import thread_command
from adapters.discord.completion import Completion
from adapters.discord.conversation import Conversation
from adapters.discord.daily import DailyPoster
from adapters.discord.delivery import NOBODY
from adapters.discord.errors import tell
from adapters.discord.hearing import meant_for_us
from adapters.discord.nights import NightPoster
from adapters.discord.onboarding import Onboarding, QuizButton
from adapters.discord.reporting import FOR_ANYBODY, Reporting
from adapters.discord.texts.said import Said
from adapters.discord.texts.translator import CommandTranslator
from adapters.discord.welcome import Welcome
from adapters.messaging.daily import DailyPick
from adapters.messaging.nights import NightNews
from adapters.messaging.once import Once
from adapters.messaging.polls import PollVotes
from adapters.parts import SurfaceParts
from memory.ballot_news import BallotNews
from memory.ballots import Ballots
from memory.newcomers import Newcomers
from memory.quizzes import Quizzes
from memory.reported_reviews import ReportedReviews
from memory.servers import Servers

log = logging.getLogger(__name__)

BUTTONS = (*ITEMS, *FOR_ANYBODY, QuizButton, CaseButton)
"""All that works on messages of earlier processes."""


def intents(*, message_content: bool) -> discord.Intents:
    """What the gateway is asked for: servers, messages, votes in polls; texts only where that was granted."""
    wanted = discord.Intents.none()
    wanted.guilds = wanted.guild_messages = wanted.dm_messages = wanted.guild_polls = True
    wanted.message_content = message_content
    return wanted


class Tree(app_commands.CommandTree["Client"]):
    """The commands; each interaction is answered once, each error told."""

    async def interaction_check(self, interaction: Click, /) -> bool:
        """Let an interaction pass the first time it comes."""
        return self.client.once.first(interaction.id)

    async def on_error(self, interaction: Click, error: app_commands.AppCommandError, /) -> None:
        """Tell what went wrong."""
        await tell(interaction, error)


class Client(discord.AutoShardedClient):
    """CineAesthete on Discord."""

    def __init__(self, parts: SurfaceParts, *, message_content: bool = False, **options: Any) -> None:  # noqa: ANN401 - discord.py's own options
        super().__init__(
            intents=intents(message_content=message_content),
            allowed_mentions=NOBODY,
            member_cache_flags=discord.MemberCacheFlags.none(),
            chunk_guilds_at_startup=False,
            max_messages=None,
            **options,
        )
        servers = Servers(parts.database, SURFACE)
        self.once = Once()
        self.servers = servers
        newcomers, quizzes = Newcomers(parts.database, SURFACE), Quizzes(parts.database)
        welcome = Welcome(self, parts.people, newcomers, servers)
        reported = ReportedReviews(parts.database, SURFACE)
        self.reporting = Reporting(parts.people, reported)
        ballots = Ballots(parts.database)
        self.nights = NightNews(
            ballots, BallotNews(parts.database), NightPoster(self), lambda: parts.catalogue
        )
        self.votes = PollVotes(SURFACE, ballots, parts.people)
        self.conversation = Conversation(parts, servers, welcome, self.reporting, self.nights)
        self.moderation = Moderate(self.conversation, servers, reported, parts)
        self.onboarding = Onboarding(self.conversation, parts.people, quizzes, welcome)
        self.daily = DailyPick(servers, DailyPoster(parts.agent, self))
        self.tree = Tree(self)
        completion = Completion(parts)
        commands: list[
            app_commands.Command[Any, ..., Any] | app_commands.ContextMenu | app_commands.Group
        ] = [
            *film_commands(self.conversation, completion, parts),
            *library_commands(self.conversation, completion, parts),
            *people_commands(self.conversation, completion, parts),
            *link_commands(self.conversation, parts),
            LibraryGroup(self.conversation, parts),
            privacy_command(self.conversation, parts.people, parts.privacy),
            thread_command(self.conversation),
            message_menu(self.conversation, parts),
            Setup(self.conversation, servers, completion),
            self.moderation,
            OnboardingGroup(self.conversation, servers, newcomers, welcome),
        ]
        for command in commands:
            self.tree.add_command(command)

    async def setup_hook(self) -> None:
        """Make buttons of earlier processes work, and have Discord know the commands."""
        self.add_dynamic_items(*BUTTONS)
        await self.tree.set_translator(CommandTranslator())
        await self.tree.sync()

    async def on_message(self, message: discord.Message) -> None:
        """Answer what is said to us."""
        if self.user and meant_for_us(message, self.user) and self.once.first(message.id):
            await self.conversation.message(message, self.user)

    async def on_interaction(self, interaction: Click) -> None:
        """Answer buttons that nobody else will: of another version, or made by somebody."""
        if interaction.type is not discord.InteractionType.component:
            return
        data: Mapping[str, Any] = interaction.data or {}
        custom_id = str(data.get("custom_id", ""))
        if not any(item.__discord_ui_compiled_template__.fullmatch(custom_id) for item in BUTTONS):
            text = Said(str(interaction.locale))("unknown.button")
            await interaction.response.send_message(text, ephemeral=True)

    async def on_raw_poll_vote_add(self, vote: discord.RawPollVoteActionEvent) -> None:
        """Count a vote in one of our polls; Discord's answers are numbered as the ballot's films are."""
        await self.votes.count(str(vote.message_id), str(vote.user_id), [vote.answer_id], way="also")

    async def on_raw_poll_vote_remove(self, vote: discord.RawPollVoteActionEvent) -> None:
        """Take a vote back."""
        await self.votes.count(str(vote.message_id), str(vote.user_id), [vote.answer_id], way="no_more")

    async def on_guild_remove(self, guild: discord.Guild) -> None:
        """Forget the settings of a server that we were removed from."""
        await self.servers.remove(str(guild.id))

    async def on_error(self, event_method: str, /, *_: Any, **__: Any) -> None:  # noqa: ANN401 - their form
        """Log what broke in a handler, without what was said."""
        log.exception("a Discord event broke", extra={"event": event_method})  # noqa: LOG004 - called by their handler
