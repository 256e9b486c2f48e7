"""Telegram from start to stop."""

import asyncio
import logging
import socket
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from telegram.error import InvalidToken, TelegramError
from telegram.ext import Application, ApplicationBuilder

from adapters.messaging.daily import DailyPick
from adapters.messaging.nights import NightNews
from adapters.parts import SurfaceParts
from adapters.telegram.conversation import SURFACE
from adapters.telegram.daily import DailyPoster
from adapters.telegram.limits import Limits
from adapters.telegram.nights import NightPoster
from adapters.telegram.webhook import webhook
from adapters.telegram.wiring import UPDATES, Wiring, make_known
from adapters.web.surface import WebSurface
from data.errors import BadInput
from memory.ballot_news import BallotNews
from memory.ballots import Ballots
from memory.servers import Servers

log = logging.getLogger(__name__)

API = "https://api.telegram.org"
AT_ONCE = 256
"""Updates worked on side by side."""
POLL_S = 30
"""How long Telegram holds a request for updates open while there are none."""
MESSAGES_PER_S = 28.0
"""To everybody together; Telegram asks bots to stay below 30."""


@dataclass(frozen=True, slots=True)
class Hook:
    """Where Telegram pushes updates to."""

    url: str
    """As Telegram reaches it."""
    secret: str
    listener: socket.socket
    """Outlives a restart of the surface, and keeps the port."""


class TelegramSurface:
    """One run of our bot on Telegram."""

    def __init__(
        self,
        parts: SurfaceParts,
        token: str,
        *,
        hook: Hook | None = None,
        api: str = API,
        drain_s: float = 30.0,
        poll_s: int = POLL_S,
        messages_per_s: float = MESSAGES_PER_S,
    ) -> None:
        """`hook` None: updates are polled."""
        self._hook = hook
        self._drain_s = drain_s
        self._poll_s = poll_s
        self._stopping = asyncio.Event()
        # httpx writes every address into its log at INFO, and the token is part of it.
        logging.getLogger("httpx").setLevel(logging.WARNING)
        self.application: Application[Any, Any, Any, Any, Any, Any] = (
            ApplicationBuilder()
            .token(token)
            .base_url(f"{api}/bot")
            .base_file_url(f"{api}/file/bot")
            .concurrent_updates(AT_ONCE)
            .connection_pool_size(AT_ONCE)
            .pool_timeout(30)
            # The request that is cut off when we stop keeps its connection; the one that tells Telegram
            # how far we have read needs another.
            .get_updates_connection_pool_size(4)
            .read_timeout(20)
            .rate_limiter(Limits(messages_per_s))
            .job_queue(None)
            .build()
        )
        self._nights = NightNews(
            Ballots(parts.database),
            BallotNews(parts.database),
            NightPoster(self.application.bot),
            lambda: parts.catalogue,
        )
        Wiring(parts, self._nights).join(self.application)
        self._jobs = parts.jobs
        poster = DailyPoster(parts.agent, self.application.bot)
        self._daily = DailyPick(Servers(parts.database, SURFACE), poster)

    async def run(self) -> None:
        """Serve until `stop`. Raises BadInput where Telegram will never let us in as we are set up."""
        try:
            await self.application.initialize()
        except TelegramError as error:
            # Half initialised, the application does not close what it opened.
            await self.application.bot.request.shutdown()
            if not isinstance(error, InvalidToken):
                raise
            raise BadInput("Telegram refused the token; set CINE_TELEGRAM_TOKEN to your bot's own.") from None
        try:
            await self.application.start()
            await make_known(self.application.bot)
            try:
                async with self._jobs.offering(self._daily.job(SURFACE), self._nights.job(SURFACE)):
                    await (self._polled() if self._hook is None else self._pushed(self._hook))
            finally:
                await self._finish()
        finally:
            await self.application.shutdown()

    async def stop(self) -> None:
        """Take no further updates; `run` finishes what is under way."""
        self._stopping.set()

    async def _polled(self) -> None:
        updater = self.application.updater
        assert updater is not None  # noqa: S101 - the builder's default
        await updater.start_polling(
            timeout=self._poll_s, allowed_updates=UPDATES, bootstrap_retries=-1, error_callback=_unreachable
        )
        try:
            await self._stopping.wait()
        finally:
            await updater.stop()

    async def _pushed(self, hook: Hook) -> None:
        path = urlsplit(hook.url).path or "/"
        web = webhook(self.application, path, hook.secret)
        server = WebSurface(web, hook.listener, drain_s=self._drain_s)
        serving = asyncio.create_task(server.run())
        try:
            await self.application.bot.set_webhook(
                hook.url, secret_token=hook.secret, allowed_updates=UPDATES
            )
            stopping = asyncio.create_task(self._stopping.wait())
            await asyncio.wait((serving, stopping), return_when=asyncio.FIRST_COMPLETED)
            stopping.cancel()
        finally:
            await server.stop()
            await serving

    async def _finish(self) -> None:
        """Answer what has been taken in, as long as there is time."""
        try:
            async with asyncio.timeout(self._drain_s):
                await self.application.stop()
        except TimeoutError:
            log.warning("some Telegram turns were not finished in time")


def _unreachable(error: TelegramError) -> None:
    """The library goes on asking by itself, with growing pauses."""
    log.warning("Telegram cannot be asked for updates: %s", error)
