"""Ollama's protocol with a model's delays and none of its work: what is measured is ours alone."""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

NAME = "stub:latest"
SLOTS = 4
"""Answers at the same time; the others wait, as with OLLAMA_NUM_PARALLEL=4."""
FIRST_TOKEN_S, TOKEN_S = 0.4, 0.025
"""As a 1.5B model on a small GPU."""
_DECISION = '{"calls": [{"tool": "recommend_films", "genres": ["Comedy"]}]}'
_ANSWER = "These should suit the evening well."


@asynccontextmanager
async def model_stub() -> AsyncIterator[str]:
    """Its address while it serves."""
    slots = asyncio.Semaphore(SLOTS)

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            head = (await reader.readuntil(b"\r\n\r\n")).decode().lower()
            length = next(
                (int(line.partition(":")[2]) for line in head.split("\r\n") if "content-length" in line), 0
            )
            body = await reader.readexactly(length)
            writer.write(
                b"HTTP/1.1 200 OK\r\nContent-Type: application/x-ndjson\r\nConnection: close\r\n\r\n"
            )
            if "/api/tags" in head:
                writer.write(json.dumps({"models": [{"model": NAME}]}).encode())
            else:
                async with slots:
                    await _say(writer, _DECISION if json.loads(body).get("format") else _ANSWER)
            await writer.drain()
        except (asyncio.IncompleteReadError, asyncio.CancelledError, ConnectionError):
            pass  # the client left, or it is over
        finally:
            writer.close()

    server = await asyncio.start_server(serve, "127.0.0.1", 0, backlog=1024)
    try:
        yield f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"
    finally:
        server.close()


async def _say(writer: asyncio.StreamWriter, text: str) -> None:
    await asyncio.sleep(FIRST_TOKEN_S)
    for word in text.split(" "):
        writer.write(_line(word + " ", done=False))
        await writer.drain()
        await asyncio.sleep(TOKEN_S)
    writer.write(_line("", done=True))


def _line(content: str, *, done: bool) -> bytes:
    line: dict[str, Any] = {"model": NAME, "message": {"role": "assistant", "content": content}, "done": done}
    return json.dumps(line | ({"done_reason": "stop"} if done else {})).encode() + b"\n"
