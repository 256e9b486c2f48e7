"""What was said, commanded or pressed becomes a Turn; the answer is delivered where it belongs."""

import asyncio
import logging
from contextlib import aclosing
from dataclasses import dataclass
from typing import TYPE_CHECKING

import discord

from adapters.beside import picture_beside
from adapters.discord.attachments import picture_of, require_picture, table_of
from adapters.discord.bringing import bring
from adapters.discord.buttons import Click, Marks, film_view, view_of
from adapters.discord.codes import SURFACE, Strand, thread_of
from adapters.discord.courtesy import Courtesy
from adapters.discord.delivery import NOBODY, Delivery, Send, by_interaction, in_answer_to, to
from adapters.discord.errors import tell
from adapters.discord.hearing import within, words_of
from adapters.discord.permissions import (
    lacking_to_write,
    may_attach,
    may_embed,
    may_open_ballots,
    may_poll,
    shown,
)
from adapters.discord.reply import MESSAGE_LIMIT, Page, Reply
from adapters.discord.reporting import Reporting
from adapters.discord.review_form import ReviewForm
from adapters.discord.texts.said import Said
from adapters.discord.welcome import Welcome
from adapters.messaging.nights import NightNews
from adapters.messaging.splitting import split
from adapters.messaging.underway import Underway
from adapters.parts import SurfaceParts
from agent.actions import Action, is_told_to_all
from agent.turn import AnsweredBefore, Place, Turn
from data.errors import AppError, BadInput
from memory.servers import Servers, ServerSettings
from tools.arguments import SearchByLook, ToolArguments, UpdateLibrary

if TYPE_CHECKING:
    from adapters.discord.hearing import Channel

log = logging.getLogger(__name__)

_QUIET = frozenset({"save", "unsave", "seen", "unseen", "nope", "rate"})
"""Buttons that are answered by a word and by how the buttons stand afterwards."""


@dataclass(frozen=True, slots=True)
class Heard:
    """A message meant for us."""

    text: str
    settings: ServerSettings
    locale: str
    """Of the answer: the person's own, or the server's where all read it."""


class Conversation:
    """Turns of one agent on Discord."""

    def __init__(
        self,
        parts: SurfaceParts,
        servers: Servers,
        welcome: Welcome,
        reporting: Reporting,
        nights: NightNews,
    ) -> None:
        self._parts = parts
        self._agent = parts.agent
        self._people = parts.people
        self._library = parts.library
        self._servers = servers
        self._welcome = welcome
        self._reporting = reporting
        self._nights = nights
        self._courtesy = Courtesy()
        self.turns = Underway()

    def _require_open(self, said: Said) -> None:
        if self.turns.closing:
            raise BadInput(said("closing"))

    async def message(self, message: discord.Message, me: discord.ClientUser) -> None:
        """Answer a message: below it, or in private where the answer is about the person."""
        async with self.turns.one():
            said, send = Said("en"), in_answer_to(message)
            try:
                heard = await self._heard(message, me)
                said = Said(heard.locale)
                self._require_open(said)
                require_place(heard.settings, message.channel, said)
                if table := table_of(message.attachments):
                    await self._bring(message, table, said, send)
                    return
                turn = await self._turn_of(message, heard, said)
                reply = Reply(
                    Strand(message.author.id, turn.thread),
                    said,
                    with_embeds=may_embed(message.channel),
                    with_sheet=may_attach(message.channel),
                )
                if turn.place.public:
                    await self._among_others(turn, reply, message, send)
                else:
                    await self._alone(turn, reply, send)
            except AnsweredBefore:
                log.info("a Discord message came again")
            except (AppError, discord.HTTPException) as error:
                await _say_why(message, error, said, send)
            except Exception:
                log.exception("a Discord message broke")
                await _say_why(message, BadInput(said("broke")), said, send)

    async def _bring(
        self, message: discord.Message, table: discord.Attachment, said: Said, send: Send
    ) -> None:
        """Bring an export of films into the library of who sent it; among others they are told where to."""
        if message.guild is not None:
            raise BadInput(said("table.in.private"))
        strand = Strand(message.author.id, str(message.channel.id))
        await send(await bring(table, strand, self._parts, said))

    async def command(
        self,
        interaction: Click,
        call: ToolArguments | None,
        *,
        text: str,
        private: bool,
        picture: discord.Attachment | None = None,
    ) -> None:
        """Answer a slash command. `private`: only the person sees it, where there are others."""
        async with self.turns.one():  # also while it is acknowledged
            private = private or interaction.guild is None
            if picture is not None:
                require_picture(picture, Said(str(interaction.locale)))
            settings = await self.acknowledge(interaction, private=private)
            if not private:
                require_place(settings, interaction.channel, Said(str(interaction.locale)))
            locale = _locale(interaction, settings, private=private)
            thread = thread_of(interaction.channel_id or 0, private=private and interaction.guild is not None)
            turn = Turn(
                surface=SURFACE,
                user=str(interaction.user.id),
                thread=thread,
                text=text,
                call=call,
                place=_place(settings, interaction.user, interaction.channel, public=not private),
                room=str(interaction.guild_id) if interaction.guild_id else None,
                user_name=interaction.user.display_name,
                locale=locale,
                attachment=await picture.read() if picture else None,
                delivery=str(interaction.id),
            )
            reply = _reply_to(interaction, Strand(interaction.user.id, thread), Said(locale))
            await self._alone(turn, reply, by_interaction(interaction, ephemeral=private))

    async def acknowledge(self, interaction: Click, *, private: bool) -> ServerSettings:
        """Say at once that we heard: Discord waits three seconds. Raises BadInput where we are closing."""
        self._require_open(Said(str(interaction.locale)))
        async with self._courtesy.answering():
            await interaction.response.defer(
                ephemeral=private and interaction.guild is not None, thinking=True
            )
        return await self._settings(interaction.guild_id)

    async def press(self, interaction: Click, strand: Strand, code: str, label: str) -> None:
        """Do what a button says. Never raises."""
        async with self.turns.one():
            try:
                await self._press(interaction, strand, code, label)
            except Exception as error:  # noqa: BLE001 - told to the person, logged where it is ours
                await tell(interaction, error)

    async def _press(self, interaction: Click, strand: Strand, code: str, label: str) -> None:
        said = Said(str(interaction.locale))
        verb, _, film_id = code.partition(":")
        quiet = verb in _QUIET
        self._require_open(said)
        if verb == "review":
            await self.review(interaction, film_id, said("form.review"))
            return
        alone = not is_told_to_all(code)
        async with self._courtesy.answering():
            if quiet:
                await interaction.response.defer()
            else:
                await interaction.response.defer(
                    ephemeral=alone and interaction.guild is not None, thinking=True
                )
        settings = await self._settings(interaction.guild_id)
        public = not alone and interaction.guild is not None
        turn = Turn(
            surface=SURFACE,
            user=str(interaction.user.id),
            thread=strand.thread,
            text=label,
            action=code,
            place=_place(settings, interaction.user, interaction.channel, public=public),
            room=str(interaction.guild_id) if interaction.guild_id else None,
            user_name=interaction.user.display_name,
            locale=_locale(interaction, settings, private=alone),
            delivery=str(interaction.id),
        )
        reply = _reply_to(interaction, strand, said)
        if not quiet:
            await self._alone(turn, reply, by_interaction(interaction, ephemeral=alone))
            return
        await self._run(turn, reply)
        *texts, last = split("\n".join(page.content for page in reply.pages()), MESSAGE_LIMIT)
        for text in texts:
            await interaction.followup.send(text, ephemeral=True, allowed_mentions=NOBODY)
        asked = view_of(strand, (), reply.choices, said) or discord.utils.MISSING
        await interaction.followup.send(last, ephemeral=True, allowed_mentions=NOBODY, view=asked)
        await self._redraw(interaction, strand, code, said)

    async def review(self, interaction: Click, film_id: str, title: str) -> None:
        """Open the form in which a film is reviewed, and keep what is written there."""

        async def keep(submitted: Click, words: str, stars: float | None) -> None:
            call = UpdateLibrary(action="review", title=film_id, text=words, rating=stars)
            await self.command(submitted, call, text=words, private=True)

        await interaction.response.send_modal(ReviewForm(title, keep, Said(str(interaction.locale))))

    async def refuse(self, interaction: Click) -> None:
        """Tell somebody that the button is another's."""
        await interaction.response.send_message(Said(str(interaction.locale))("not.yours"), ephemeral=True)

    async def _alone(self, turn: Turn, reply: Reply, send: Send) -> None:
        """Deliver where only the person reads, or where nothing personal is said."""
        async with self.turns.one():
            delivery = Delivery(send)
            async with delivery.growing(reply.so_far):
                await self._run(turn, reply)
            await delivery.show(reply.pages())
            await self._polls(turn, reply)

    async def _polls(self, turn: Turn, reply: Reply) -> None:
        """Open or end the poll of a ballot right behind what was said of it."""
        if reply.ballot and turn.place.public:
            await self._nights.tell_due(SURFACE)

    async def _among_others(self, turn: Turn, reply: Reply, message: discord.Message, send: Send) -> None:
        """Deliver below the message; in private, once it is known that the answer is about the person."""
        delivery = Delivery(send)
        async with delivery.growing(
            lambda: reply.so_far() if reply.speaking and not reply.personal else None
        ):
            await self._run(turn, reply)
        if not reply.personal:
            await delivery.show(reply.pages())
            await self._polls(turn, reply)
            return
        try:
            await Delivery(to(message.author)).show(reply.pages())
        except discord.Forbidden:
            await send(Page(reply.said("cannot.message")))
        else:
            await send(Page(reply.said("in.private")))

    async def _run(self, turn: Turn, reply: Reply) -> None:
        await self._courtesy.wait()
        async with aclosing(self._agent.stream(turn)) as events:
            async for event in events:
                reply.take(event)
        if reply.quiz:
            await self._welcome.quizzed(turn)
        if reply.reviews and len(reply.cards) == 1 and turn.room:
            reply.report = await self._reporting.possible(turn.room, turn.user, reply.cards[0].film.id)
        if reply.with_sheet:
            reply.sheet = await asyncio.to_thread(picture_beside, reply.cards, reply.taste)

    async def _redraw(self, interaction: Click, strand: Strand, code: str, said: Said) -> None:
        """Let a film's buttons show what is true now; a list's menu has nothing to show."""
        film_id = Action.decode(code).film_id or ""
        of_one_film = f"|{Action('why', film_id).encode()}"
        if not any(custom_id.endswith(of_one_film) for custom_id in _custom_ids(interaction.message)):
            return
        person = await self._people.resolve(SURFACE, str(interaction.user.id))
        row = await self._library.row(person.id, film_id)
        view = film_view(strand, film_id, Marks(row.seen, row.saved, row.rating), said)
        await interaction.edit_original_response(view=view)

    async def _heard(self, message: discord.Message, me: discord.ClientUser) -> Heard:
        text = words_of(message, me)
        if message.guild is None:
            person = await self._people.resolve(SURFACE, str(message.author.id))
            return Heard(text, ServerSettings(), person.locale)
        settings = await self._servers.settings(str(message.guild.id))
        return Heard(text, settings, settings.language or str(message.guild.preferred_locale))

    async def _turn_of(self, message: discord.Message, heard: Heard, said: Said) -> Turn:
        picture = picture_of(message.attachments, said)
        look = heard.text or said("like.this.picture")
        return Turn(
            surface=SURFACE,
            user=str(message.author.id),
            thread=str(message.channel.id),
            text=look if picture else heard.text,
            call=SearchByLook(look=look[:500]) if picture else None,
            place=_place(heard.settings, message.author, message.channel, public=message.guild is not None),
            room=str(message.guild.id) if message.guild else None,
            user_name=message.author.display_name,
            locale=heard.locale,
            attachment=await picture.read() if picture else None,
            delivery=str(message.id),
        )

    async def _settings(self, guild_id: int | None) -> ServerSettings:
        return await self._servers.settings(str(guild_id)) if guild_id else ServerSettings()


def require_place(settings: ServerSettings, channel: "Channel | None", said: Said) -> None:
    """Raise BadInput, naming the channel, where moderators want us to talk elsewhere."""
    if settings.channel and not within(channel, settings.channel):
        raise BadInput(said("elsewhere", channel=f"<#{settings.channel}>"))


async def _say_why(
    message: discord.Message, error: AppError | discord.HTTPException, said: Said, send: Send
) -> None:
    """Say why there is no answer: below the message, or to its author where we may not write there."""
    try:
        if isinstance(error, AppError):
            await send(Page(str(error)))
            return
        channel = message.channel
        if isinstance(error, discord.Forbidden) and isinstance(
            channel, discord.abc.GuildChannel | discord.Thread
        ):
            permission = lacking_to_write(channel) or shown("embed_links")
            text = said("may.not.write", channel=f"<#{channel.id}>", permission=permission)
            await message.author.send(text, allowed_mentions=NOBODY)
            return
        if error.status == 400:
            log.error("Discord refused an answer", exc_info=error)
            await send(Page(said("broke")))
            return
        # The message or channel went away while we answered, or Discord is down beyond all retries.
        log.warning("an answer could not be delivered", extra={"code": error.code})
    except discord.HTTPException as late:
        log.warning("nor could it be said why", extra={"code": late.code})


def _reply_to(interaction: Click, strand: Strand, said: Said) -> Reply:
    alone, granted = interaction.guild is None, interaction.app_permissions
    return Reply(
        strand, said, with_embeds=alone or granted.embed_links, with_sheet=alone or granted.attach_files
    )


def _custom_ids(message: discord.Message | None) -> list[str]:
    rows = message.components if message else []
    parts = (part for row in rows if isinstance(row, discord.ActionRow) for part in row.children)
    return [part.custom_id or "" for part in parts if not isinstance(part, discord.TextInput)]


def _place(
    settings: ServerSettings, user: discord.User | discord.Member, channel: object, *, public: bool
) -> Place:
    return Place(
        public=public,
        family_safe=settings.family_mode,
        opens_ballots=may_open_ballots(settings, user),
        polls=public and may_poll(channel),
        zone=settings.daily_zone,
        spoilers=settings.spoilers if public else None,
    )


def _locale(interaction: Click, settings: ServerSettings, *, private: bool) -> str:
    if private:
        return str(interaction.locale)
    return settings.language or str(interaction.guild_locale or interaction.locale)
