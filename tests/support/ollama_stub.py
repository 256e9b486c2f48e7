"""Ollama's protocol over real HTTP, with every fault on demand."""

import asyncio
import json
from collections import deque
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any, Literal

Fault = Literal["refuse", "hang", "500", "garbage", "cut", "error_line", "empty", "loop"]
NAME = "tiny"


@dataclass
class OllamaStub:
    """Answers /api/tags and /api/chat; what is queued in `answers` is streamed word by word."""

    host: str = ""
    names: tuple[str, ...] = (f"{NAME}:latest",)
    answers: deque[str] = field(default_factory=deque)
    fault: Fault | None = None
    """What goes wrong with /api/chat; "cut" and "hang" do so after the first words, "loop"
    says the same words for as long as it is listened to."""
    after: int = 0
    """Words streamed before "hang", "cut" and "error_line" strike."""
    sound_answers: int = 0
    """Answers given in good order before the fault begins."""
    thinking: str = ""
    """Said in the field for thoughts before each answer, as a server does that knows its model to think."""
    requests: list[dict[str, Any]] = field(default_factory=list)
    """Bodies of the requests to /api/chat."""
    asked: asyncio.Event = field(default_factory=asyncio.Event)
    """The first of them is in."""

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            head = (await reader.readuntil(b"\r\n\r\n")).decode()
            length = next(
                (int(line.split(":")[1]) for line in head.lower().split("\r\n") if "content-length" in line),
                0,
            )
            body = await reader.readexactly(length)
            if "/api/tags" in head:
                await self._send(writer, json.dumps({"models": [{"model": name} for name in self.names]}))
            else:
                self.requests.append(json.loads(body))
                self.asked.set()
                await self._chat(writer)
        except (asyncio.IncompleteReadError, ConnectionError):
            pass  # the client left
        finally:
            writer.close()

    async def _chat(self, writer: asyncio.StreamWriter) -> None:
        if self.sound_answers:
            self.sound_answers -= 1
            await self._say(writer, self.answers.popleft().split(" "), None)
            return
        if self.fault == "500":
            await self._send(writer, '{"error":"out of memory"}', status="500 Internal Server Error")
            return
        if self.fault == "garbage":
            await self._send(writer, "<html>what?</html>\n")
            return
        text = "" if self.fault == "empty" else self.answers.popleft()
        await self._say(writer, text.split(" "), self.fault)

    async def _say(self, writer: asyncio.StreamWriter, words: list[str], fault: Fault | None) -> None:
        await self._head(writer)
        while fault == "loop":
            await self._line(writer, self._message(" ".join(words) + " "))
            await asyncio.sleep(0.01)
        if self.thinking:
            await self._line(writer, {"model": NAME, "message": self._thought(), "done": False})
        for number, word in enumerate(words):
            if number == self.after and fault in ("hang", "cut", "error_line"):
                if fault == "hang":
                    await asyncio.sleep(3600)
                if fault == "error_line":
                    await self._line(writer, {"error": "the runner stopped"})
                return
            await self._line(writer, self._message(word if number == 0 else " " + word))
        await self._line(writer, self._message("") | {"done": True, "done_reason": "stop"})

    def _thought(self) -> dict[str, str]:
        return {"role": "assistant", "content": "", "thinking": self.thinking}

    def _message(self, content: str) -> dict[str, Any]:
        return {"model": NAME, "message": {"role": "assistant", "content": content}, "done": False}

    async def _line(self, writer: asyncio.StreamWriter, item: dict[str, Any]) -> None:
        writer.write(json.dumps(item).encode() + b"\n")
        await writer.drain()

    async def _head(self, writer: asyncio.StreamWriter, status: str = "200 OK") -> None:
        writer.write(f"HTTP/1.1 {status}\r\nContent-Type: application/x-ndjson\r\n".encode())
        writer.write(b"Connection: close\r\n\r\n")
        await writer.drain()

    async def _send(self, writer: asyncio.StreamWriter, text: str, status: str = "200 OK") -> None:
        await self._head(writer, status)
        writer.write(text.encode())
        await writer.drain()


@asynccontextmanager
async def ollama_stub() -> AsyncIterator[OllamaStub]:
    """A stub on a free loopback port."""
    stub = OllamaStub()
    server = await asyncio.start_server(stub.serve, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    stub.host = f"http://127.0.0.1:{port}"
    try:
        yield stub
    finally:
        server.close()
