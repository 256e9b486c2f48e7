"""A gateway and REST server that speak Discord's protocol on the loopback address.

Just enough for discord.py's own client to log in, stay, be dropped, resume, and answer slash commands in
direct messages; everything it answers is written down.
"""

import asyncio
import itertools
import json
import re
import time
from collections import defaultdict, deque
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any, Final

import discord
from aiohttp import WSMsgType, web

from adapters.discord.client import Client
from adapters.discord.surface import DiscordSurface
from adapters.parts import SurfaceParts

BOT_ID: Final = 900_000_000_000_000_000
TOKEN: Final = "loopback"  # noqa: S105 - of no use anywhere
_BOT = {"id": str(BOT_ID), "username": "cineaesthete", "discriminator": "0", "avatar": None, "bot": True}
_DISPATCH, _HEARTBEAT, _IDENTIFY, _RESUME, _HELLO, _ACK = 0, 1, 2, 6, 10, 11
HEARTBEAT_MS: Final = 30_000
_WORKING: Final = re.compile(r"…|\*[^*]+\*")
"""What stands in an answer before its first word: a tool's label in italics."""


@dataclass(slots=True)
class Fault:
    """What a request is refused with."""

    status: int
    body: dict[str, Any] = field(default_factory=dict)
    headers: dict[str, str] = field(default_factory=dict)


@dataclass(slots=True)
class Exchange:
    """One slash command and what came of it. Times in seconds, monotonic."""

    sent: float
    acknowledged: float | None = None
    acknowledgements: int = 0
    answered: float | None = None
    answers: list[str] = field(default_factory=list)
    """The contents of its message, one after the other while it grew, then those of messages below it."""
    messages_below: int = 0

    @property
    def settled(self) -> bool:
        """Whether more than a "Looking for films…" has come."""
        return bool(self.answers) and not _WORKING.fullmatch(self.answers[-1])

    @property
    def doubled(self) -> bool:
        """Whether it was answered more than once."""
        return self.acknowledgements > 1 or self.messages_below > 0


class LoopbackDiscord:
    """One server; make it with `running`."""

    def __init__(self) -> None:
        self.exchanges: dict[str, Exchange] = {}
        """By interaction token."""
        self.identified = 0
        self.resumed = 0
        self.faults: deque[Fault] = deque()
        """Served to the next requests that answer an interaction, one each."""
        self.requests: defaultdict[str, int] = defaultdict(int)
        """By method and last part of the path."""
        self.url = self.api = ""
        self._socket: web.WebSocketResponse | None = None
        self._connected = asyncio.Event()
        self._sent: list[dict[str, Any]] = []
        self._ids = itertools.count(BOT_ID + 1)
        self._news = asyncio.Condition()

    @asynccontextmanager
    async def running(self) -> AsyncIterator[None]:
        """Listen."""
        app = web.Application()
        app.router.add_get("/gateway", self._gateway)
        app.router.add_route("*", "/api/{path:.*}", self._rest)
        runner = web.AppRunner(app, access_log=None, shutdown_timeout=1)
        await runner.setup()
        site = web.TCPSite(runner, "127.0.0.1", 0, backlog=1024)
        await site.start()
        port = runner.addresses[0][1]
        self.url = f"http://127.0.0.1:{port}"
        self.api = f"{self.url}/api"
        try:
            yield
        finally:
            await runner.cleanup()

    async def command(
        self, user: int, name: str, options: Mapping[str, str] | None = None, *, twice: bool = False
    ) -> Exchange:
        """Have a user say a slash command to us in a direct message."""
        number, token = next(self._ids), f"token-{next(self._ids)}"
        exchange = self.exchanges[token] = Exchange(time.monotonic())
        event = self._event("INTERACTION_CREATE", _interaction(number, token, user, name, options or {}))
        for _ in range(2 if twice else 1):
            await self._send(event)
        return exchange

    async def typing(self, user: int, name: str, option: str, typed: str) -> Exchange:
        """Have a user type an option of a command; what is offered comes as its answers."""
        number, token = next(self._ids), f"token-{next(self._ids)}"
        exchange = self.exchanges[token] = Exchange(time.monotonic())
        interaction = _interaction(number, token, user, name, {option: typed})
        interaction["type"] = discord.InteractionType.autocomplete.value
        interaction["data"]["options"][0]["focused"] = True
        await self._send(self._event("INTERACTION_CREATE", interaction))
        return exchange

    async def drop(self) -> None:
        """Cut the line, as a network does; the client has to notice and resume."""
        await self._connected.wait()
        self._connected.clear()
        if self._socket is not None:
            await self._socket.close(code=1001)

    async def until_connected(self) -> None:
        """Wait for a session."""
        await self._connected.wait()

    async def until_answered(self, exchanges: list[Exchange], seconds: float) -> None:
        """Wait until every one of these has an answer. Raises TimeoutError."""
        await self.until(lambda: all(exchange.settled for exchange in exchanges), seconds)

    async def until_acknowledged(self, exchange: Exchange, seconds: float) -> None:
        """Wait until we have heard of it. Raises TimeoutError."""
        await self.until(lambda: exchange.acknowledged is not None, seconds)

    async def until(self, met: Callable[[], Any], seconds: float) -> None:
        """Wait until something holds, looked at as requests come and are answered. Raises TimeoutError."""
        async with asyncio.timeout(seconds), self._news:
            await self._news.wait_for(met)

    async def _tell(self) -> None:
        """Have those who wait look again."""
        async with self._news:
            self._news.notify_all()

    def _event(self, kind: str, data: dict[str, Any]) -> dict[str, Any]:
        event = {"op": _DISPATCH, "t": kind, "s": len(self._sent) + 1, "d": data}
        self._sent.append(event)
        return event

    async def _send(self, event: dict[str, Any]) -> None:
        """Send to the client where it is there; what it misses is sent again when it resumes."""
        if self._connected.is_set() and self._socket is not None and not self._socket.closed:
            try:
                await self._socket.send_json(event)
            except ConnectionError:
                return

    async def _gateway(self, request: web.Request) -> web.WebSocketResponse:
        socket = web.WebSocketResponse()
        await socket.prepare(request)
        await socket.send_json({"op": _HELLO, "d": {"heartbeat_interval": HEARTBEAT_MS}})
        async for message in socket:
            if message.type is WSMsgType.TEXT:
                await self._heard(socket, json.loads(message.data))
        if self._socket is socket:
            self._connected.clear()
        return socket

    async def _heard(self, socket: web.WebSocketResponse, heard: dict[str, Any]) -> None:
        match heard["op"]:
            case int(op) if op == _HEARTBEAT:
                await socket.send_json({"op": _ACK})
            case int(op) if op == _IDENTIFY:
                self.identified += 1
                self._socket = socket
                await socket.send_json(self._event("READY", _ready(self.url)))
                self._connected.set()
            case int(op) if op == _RESUME:
                self.resumed += 1
                self._socket = socket
                for missed in self._sent[heard["d"]["seq"] :]:
                    await socket.send_json(missed)
                await socket.send_json(self._event("RESUMED", {}))
                self._connected.set()
            case _:
                pass

    async def _rest(self, request: web.Request) -> web.StreamResponse:
        path = request.match_info["path"].split("/")
        self.requests[f"{request.method} {path[-1]}"] += 1
        await self._tell()
        match request.method, path:
            case "GET", ["users", "@me"]:
                return _json(_BOT)
            case "GET", ["oauth2", "applications", "@me"]:
                return _json(_application())
            case "GET", ["gateway", "bot"]:
                limit = {"total": 1000, "remaining": 1000, "reset_after": 0, "max_concurrency": 1}
                url = f"{self.url}/gateway"
                return _json({"url": url, "shards": 1, "session_start_limit": limit})
            case "PUT", ["applications", _, "commands"]:
                return _json([_registered(number, c) for number, c in enumerate(await request.json())])
            case "POST", ["interactions", number, token, "callback"]:
                return self._refused() or await self._acknowledged(request, number, token)
            case (("PATCH" | "POST"), ["webhooks", _, token, *_]):
                return self._refused() or await self._answered(request, token)
            case _:
                return _json({"message": "Unknown", "code": 0}, status=404)

    def _refused(self) -> web.Response | None:
        if not self.faults:
            return None
        fault = self.faults.popleft()
        return _json(fault.body, status=fault.status, headers=fault.headers)

    async def _acknowledged(self, request: web.Request, number: str, token: str) -> web.Response:
        exchange = self.exchanges[token]
        exchange.acknowledgements += 1
        exchange.acknowledged = exchange.acknowledged or time.monotonic()
        offered = ((await request.json()).get("data") or {}).get("choices") or ()
        exchange.answers += [choice["name"] for choice in offered]
        await self._tell()
        interaction = {"id": number, "type": 2, "response_message_loading": True}
        return _json({"interaction": interaction})

    async def _answered(self, request: web.Request, token: str) -> web.Response:
        body = await request.json()
        exchange = self.exchanges[token]
        exchange.answers.append(body.get("content") or "")
        exchange.messages_below += request.method == "POST"
        if exchange.settled:
            exchange.answered = exchange.answered or time.monotonic()
        await self._tell()
        return _json(_message(next(self._ids), body))


@asynccontextmanager
async def connected(parts: SurfaceParts) -> AsyncIterator[tuple[LoopbackDiscord, Client]]:
    """Our client, logged in to a Discord of its own."""
    server = LoopbackDiscord()
    async with server.running():
        surface = DiscordSurface(parts, TOKEN, api=server.api)
        running = asyncio.create_task(surface.run())
        ready = asyncio.create_task(server.until_connected())
        try:
            await asyncio.wait((running, ready), return_when=asyncio.FIRST_COMPLETED)
            if running.done():
                ready.cancel()
                running.result()
            yield server, surface.client
        finally:
            await surface.stop()
            await running


def _json(body: Any, status: int = 200, headers: dict[str, str] | None = None) -> web.Response:  # noqa: ANN401
    """JSON with the bare content type, the only one that discord.py reads."""
    every = {"Content-Type": "application/json", **(headers or {})}
    return web.Response(body=json.dumps(body).encode(), status=status, headers=every)


def _interaction(number: int, token: str, user: int, name: str, options: Mapping[str, str]) -> dict[str, Any]:
    given = [{"name": option, "type": 3, "value": value} for option, value in options.items()]
    return {
        "id": str(number),
        "application_id": str(BOT_ID),
        "type": 2,
        "token": token,
        "version": 1,
        "user": {"id": str(user), "username": f"user-{user}", "discriminator": "0", "avatar": None},
        "channel_id": str(user + 1),
        "channel": {"id": str(user + 1), "type": 1, "flags": 0},
        "locale": "en-GB",
        "app_permissions": str(discord.Permissions.all().value),
        "entitlements": [],
        "authorizing_integration_owners": {},
        "context": 1,
        "attachment_size_limit": 10_485_760,
        "data": {"id": "1", "name": name, "type": 1, "options": given},
    }


def _ready(url: str) -> dict[str, Any]:
    return {
        "v": 10,
        "user": _BOT,
        "guilds": [],
        "session_id": "loopback",
        "resume_gateway_url": f"{url}/gateway",
        "shard": [0, 1],
        "application": {"id": str(BOT_ID), "flags": 0},
    }


def _application() -> dict[str, Any]:
    return {
        "id": str(BOT_ID),
        "name": "CineAesthete",
        "icon": None,
        "description": "",
        "bot_public": True,
        "bot_require_code_grant": False,
        "verify_key": "",
        "owner": {"id": "1", "username": "owner", "discriminator": "0", "avatar": None},
        "flags": 0,
    }


def _registered(number: int, command: dict[str, Any]) -> dict[str, Any]:
    return {
        "id": str(number + 1),
        "application_id": str(BOT_ID),
        "version": "1",
        "description": "",
        **command,
    }


def _message(number: int, body: dict[str, Any]) -> dict[str, Any]:
    return {
        "id": str(number),
        "channel_id": "1",
        "author": _BOT,
        "content": body.get("content") or "",
        "timestamp": "2026-01-01T00:00:00+00:00",
        "edited_timestamp": None,
        "tts": False,
        "mention_everyone": False,
        "mentions": [],
        "mention_roles": [],
        "attachments": [],
        "embeds": [],
        "pinned": False,
        "type": 0,
        "flags": 64,
    }
