"""A Bot API server on the loopback address, as far as python-telegram-bot and our surface need one.

It holds updates until they are polled, or pushes them to a webhook; keeps messages as they stand after edits;
checks what Telegram itself checks (lengths, callback data, markup); and writes down all it was asked.
"""

import asyncio
import itertools
import json
import time
from collections import defaultdict, deque
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any, Final

import httpx
from aiohttp import web

from adapters.benchmarks.telegram_rules import Broken, Fault, buttons_checked, text_of
from adapters.telegram.webhook import SECRET_HEADER

BOT_ID: Final = 900
TOKEN: Final = f"{BOT_ID}:loopback"
BOT: Final = {"id": BOT_ID, "is_bot": True, "first_name": "CineAesthete", "username": "cine_bot"}
_SENDING: Final = ("sendMessage", "sendPhoto", "sendDocument", "sendPoll")
_EDITING: Final = (
    "stopPoll",
    "editMessageText",
    "editMessageCaption",
    "editMessageMedia",
    "editMessageReplyMarkup",
)

KEPT_HERE: Final = ("picture", "content", "text_html", "caption_html")
"""What a message has here beside Telegram's fields."""

Json = dict[str, Any]


@dataclass(slots=True)
class Call:
    """One request and when it came, in seconds, monotonic."""

    method: str
    data: Json
    at: float


class LoopbackTelegram:
    """One server; make it with `running`."""

    def __init__(self) -> None:
        self.calls: list[Call] = []
        self.messages: dict[tuple[int, int], Json] = {}
        """What stands in the chats now, by chat and message."""
        self.faults: defaultdict[str, deque[Fault]] = defaultdict(deque)
        """By method: served to the next requests, one each."""
        self.blocked: set[int] = set()
        """Chats in which we may not write."""
        self.admins: set[int] = set()
        self.files: dict[str, bytes] = {}
        """By file id."""
        self.hook: Json = {}
        self.url = ""
        self._updates: list[Json] = []
        self._ids = itertools.count(1)
        self._news = asyncio.Condition()
        self._leaving = False

    @asynccontextmanager
    async def running(self) -> AsyncIterator["LoopbackTelegram"]:
        """Listen."""
        app = web.Application(client_max_size=64 * 2**20)
        app.router.add_get(f"/file/bot{TOKEN}/{{name}}", self._file)
        app.router.add_post(f"/bot{TOKEN}/{{method}}", self._asked)
        runner = web.AppRunner(app, access_log=None, shutdown_timeout=1)
        await runner.setup()
        site = web.TCPSite(runner, "127.0.0.1", 0, backlog=1024)
        await site.start()
        self.url = f"http://127.0.0.1:{runner.addresses[0][1]}"
        try:
            yield self
        finally:
            self._leaving = True  # polls that are held, by clients long gone perhaps, end
            await self._tell()
            await runner.cleanup()

    def made(self, method: str) -> list[Call]:
        """The requests of one kind."""
        return [call for call in self.calls if call.method == method]

    def in_chat(self, chat: int) -> list[Json]:
        """Our messages that stand in a chat, oldest first."""
        return [message for (where, _), message in self.messages.items() if where == chat]

    async def until(self, met: Any, seconds: float) -> None:  # noqa: ANN401 - a callable without arguments
        """Wait until something holds, looked at as requests come and are answered. Raises TimeoutError."""
        async with asyncio.timeout(seconds), self._news:
            await self._news.wait_for(met)

    async def deliver(self, *, twice: bool = False, **update: Any) -> int:  # noqa: ANN401 - any kind of update
        """Have something happen; gives the update's id. `twice`: Telegram tells it again."""
        number = next(self._ids)
        for _ in range(2 if twice else 1):
            self._updates.append({"update_id": number, **update})
        if self.hook.get("url"):
            await self._push()
        await self._tell()
        return number

    def next_id(self) -> int:
        """A message id."""
        return next(self._ids)

    async def _tell(self) -> None:
        """Have those who wait look again."""
        async with self._news:
            self._news.notify_all()

    async def _push(self) -> None:
        headers = {SECRET_HEADER: self.hook.get("secret_token", "")}
        async with httpx.AsyncClient() as client:
            while self._updates:
                answer = await client.post(self.hook["url"], json=self._updates.pop(0), headers=headers)
                answer.raise_for_status()

    async def _asked(self, request: web.Request) -> web.Response:
        method = request.match_info["method"]
        data = await _fields(request)
        self.calls.append(Call(method, data, time.monotonic()))
        await self._tell()  # a poll is answered only when there is news, or late
        try:
            answer = web.json_response({"ok": True, "result": await self._do(method, data)})
        except Broken as broken:
            fault = broken.fault
            body = {"ok": False, "error_code": fault.status, "description": fault.description}
            if fault.parameters:
                body["parameters"] = fault.parameters
            answer = web.json_response(body, status=fault.status)
        await self._tell()
        return answer

    async def _do(self, method: str, data: Json) -> Any:  # noqa: ANN401 - whatever the method gives
        if self.faults[method]:
            raise Broken(self.faults[method].popleft())
        if method == "getMe":
            return BOT
        if method == "getUpdates":
            return await self._polled(data)
        if method == "setWebhook":
            self.hook = data
            await self._push()
            return True
        if method == "deleteWebhook":
            self.hook = {}
            return True
        if method == "getFile":
            return {"file_id": data["file_id"], "file_unique_id": "u", "file_path": data["file_id"]}
        if method == "getChatMember":
            status = "administrator" if data["user_id"] in self.admins else "member"
            return _member(data["user_id"], status)
        if method in _SENDING:
            return self._sent(method, data)
        if method in _EDITING:
            return self._stopped(data) if method == "stopPoll" else self._edited(method, data)
        return True  # commands, chat actions, answers to buttons and inline queries

    async def _polled(self, data: Json) -> list[Json]:
        offset = data.get("offset", 0)
        self._updates = [one for one in self._updates if one["update_id"] >= offset]
        if not self._updates:
            try:
                async with asyncio.timeout(data.get("timeout", 0)), self._news:
                    await self._news.wait_for(lambda: self._updates or self._leaving)
            except TimeoutError:
                return []
        return self._updates[: data.get("limit", 100)]

    def _sent(self, method: str, data: Json) -> Json:
        chat = int(data["chat_id"])
        if chat in self.blocked:
            raise Broken(Fault(403, "Forbidden: bot was blocked by the user"))
        number = next(self._ids)
        message = {
            "message_id": number,
            "date": 0,
            "from": BOT,
            "chat": {"id": chat, "type": "private" if chat > 0 else "supergroup"},
        }
        if "message_thread_id" in data:
            message |= {"message_thread_id": data["message_thread_id"], "is_topic_message": True}
        self.messages[chat, number] = message
        return self._filled(message, method, data)

    def _stopped(self, data: Json) -> Json:
        message = self.messages.get((int(data["chat_id"]), int(data["message_id"])))
        if message is None or "poll" not in message:
            raise Broken(Fault(400, "Bad Request: message with poll to stop not found"))
        if message["poll"]["is_closed"]:
            raise Broken(Fault(400, "Bad Request: poll has already been closed"))
        message["poll"] = {**message["poll"], "is_closed": True}
        return dict(message["poll"])

    def _edited(self, method: str, data: Json) -> Json:
        message = self.messages.get((int(data["chat_id"]), int(data["message_id"])))
        if message is None:
            raise Broken(Fault(400, "Bad Request: message to edit not found"))
        before = dict(message)
        if method == "editMessageMedia":
            media = data["media"]
            message.pop("text", None)
            data = {**media, "photo": media["media"], "reply_markup": data.get("reply_markup")}
        edited = self._filled(message, method, data)
        if message == before:
            raise Broken(Fault(400, "Bad Request: message is not modified"))
        return edited

    def _filled(self, message: Json, method: str, data: Json) -> Json:
        for name, limit in (("text", 4096), ("caption", 1024)):
            if name in data:
                message[name] = text_of(data[name], limit)
                message[f"{name}_html"] = data[name]
        if method == "sendMessage" and not message.get("text"):
            raise Broken(Fault(400, "Bad Request: message text is empty"))
        if "photo" in data:
            message["photo"] = [{"file_id": "p", "file_unique_id": "p", "width": 1, "height": 1}]
            message["picture"] = data["photo"]
        if method == "sendPoll":
            message["poll"] = _poll(message, data)
        if "document" in data:
            message["document"] = {"file_id": "d", "file_unique_id": "d", "file_name": data["document"][0]}
            message["content"] = data["document"][1]
        message.pop("reply_markup", None)
        if data.get("reply_markup"):
            message["reply_markup"] = buttons_checked(data["reply_markup"])
        return {name: value for name, value in message.items() if name not in KEPT_HERE}

    async def _file(self, request: web.Request) -> web.Response:
        return web.Response(body=self.files[request.match_info["name"]])


def _poll(message: Json, data: Json) -> Json:
    texts = [text_of(one["text"], 100) for one in data["options"]]
    options = [
        {"text": text, "voter_count": 0, "persistent_id": str(number)} for number, text in enumerate(texts)
    ]
    return {
        "id": f"poll-{message['message_id']}",
        "question": text_of(data["question"], 300),
        "options": options,
        "total_voter_count": 0,
        "is_closed": False,
        "is_anonymous": data["is_anonymous"],
        "type": "regular",
        "allows_multiple_answers": data["allows_multiple_answers"],
        "allows_revoting": True,
        "members_only": False,
    }


async def _fields(request: web.Request) -> Json:
    """The parameters, JSON read; uploads as (name, content), those of media in their place."""
    fields: Json = {}
    if request.content_type.startswith("multipart/"):
        uploads: dict[str, tuple[str, bytes]] = {}
        async for part in await request.multipart():
            content = bytes(await part.read())  # type: ignore[union-attr]
            name, file = part.name or "", part.filename  # type: ignore[union-attr]
            if file is not None:
                uploads[name] = (file, content)
            else:
                fields[name] = _value(content.decode())
        fields |= uploads
        media = fields.get("media")
        if isinstance(media, dict):
            media["media"] = uploads.get(str(media["media"]).removeprefix("attach://"), media["media"])
        return fields
    return {name: _value(str(value)) for name, value in (await request.post()).items()}


def _value(text: str) -> Any:  # noqa: ANN401 - JSON
    """Lists, objects, numbers and truth are sent as JSON, text as it is."""
    if text[:1] in ("{", "[") or text in ("true", "false") or text.removeprefix("-").isdecimal():
        try:
            return json.loads(text)
        except ValueError:
            return text
    return text


def _member(user: int, status: str) -> Json:
    member: Json = {"user": {"id": user, "is_bot": False, "first_name": "A"}, "status": status}
    if status == "administrator":
        names = (
            "can_be_edited is_anonymous can_manage_chat can_delete_messages can_manage_video_chats "
            "can_restrict_members can_promote_members can_change_info can_invite_users can_post_stories "
            "can_edit_stories can_delete_stories"
        )
        member |= dict.fromkeys(names.split(), False)
    return member


def person(user: int, **more: Any) -> Json:  # noqa: ANN401 - fields of a User
    """A User."""
    return {"id": user, "is_bot": False, "first_name": f"Person {user}", "language_code": "en", **more}


def chat(number: int, **more: Any) -> Json:  # noqa: ANN401 - fields of a Chat
    """A Chat: private where its id is positive."""
    kind = "private" if number > 0 else "supergroup"
    return {"id": number, "type": kind, "first_name": "A", "title": "Films", **more}


def said(number: int, user: int, where: int, text: str, **more: Any) -> Mapping[str, Any]:  # noqa: ANN401
    """A Message of somebody, with the entities that Telegram finds in it."""
    message: Json = {
        "message_id": number,
        "date": 0,
        "from": person(user),
        "chat": chat(where),
    }
    if text:
        message["text"] = text
    if text.startswith("/"):
        command = len(text.split(maxsplit=1)[0])
        message["entities"] = [{"type": "bot_command", "offset": 0, "length": command}]
    at = text.find(f"@{BOT['username']}")
    if at >= 0 and not text.startswith("/"):
        begin = len(text[:at].encode("utf-16-le")) // 2
        message["entities"] = [{"type": "mention", "offset": begin, "length": len(str(BOT["username"])) + 1}]
    return message | more
