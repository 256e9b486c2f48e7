"""How one worker bears more and more people at the same moment, who each ask, are answered, and ask on."""

import asyncio
import contextlib
import json
import os
import random
import resource
import time
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

import psutil

from adapters.benchmarks.measure import Result, percentiles
from adapters.benchmarks.turn import QUESTIONS
from adapters.benchmarks.workers import Worker

LEVELS = (1, 10, 100, 1000, 10_000)
BUSY_PAUSE_S = 1.0
"""Who is told that there is no room asks again so much later."""
ARRIVE_S = 2.0
"""Over which people come."""


@dataclass
class Heard:
    """What people were answered at one level."""

    done_ms: list[float] = field(default_factory=list)
    busy_ms: list[float] = field(default_factory=list)
    failed: int = 0
    waiting: int = 0
    """Still unanswered when it was over."""
    most_mb: float = 0.0


@asynccontextmanager
async def loaded_worker(url: str, home: Path, model_host: str | None) -> AsyncIterator[Worker]:
    """A worker on that database, without limits on how often one person may ask."""
    environment = os.environ | {
        "CINE_HOME": str(home),
        "CINE_DATABASE_URL": url,
        "CINE_MODEL": "auto" if model_host else "none",
        "CINE_OLLAMA_HOST": model_host or "",
        "CINE_MODEL_AT_ONCE": "16",
        "CINE_PERSON_TURNS": "0",
    }
    worker = Worker(environment)
    try:
        await worker.start()
        yield worker
    finally:
        await worker.kill()


async def bench_load(
    name: str, worker: Worker, *, levels: Sequence[int] = LEVELS, seconds: float = 10.0
) -> AsyncIterator[Result]:
    """One result a level."""
    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))
    for level in levels:
        heard, took = await _level(worker, level, seconds)
        answered = len(heard.done_ms) + len(heard.busy_ms)
        yield Result(
            benchmark=f"load {name}",
            figure=round(len(heard.done_ms) / took, 1),
            unit="turns a second",
            sizes={"people": level, "seconds": round(took, 1)},
            more={
                "ms": percentiles(heard.done_ms) if heard.done_ms else {},
                "busy_share": round(len(heard.busy_ms) / max(1, answered), 3),
                "busy_ms": percentiles(heard.busy_ms) if heard.busy_ms else {},
                "failed": heard.failed,
                "waiting": heard.waiting,
                "worker_mb": round(heard.most_mb),
            },
        )


async def _level(worker: Worker, people: int, seconds: float) -> tuple[Heard, float]:
    heard, rng = Heard(), random.Random(people)  # noqa: S311 - it spreads the load
    watching = asyncio.create_task(_watch(worker, heard))
    began = time.perf_counter()
    talks = [
        asyncio.create_task(
            _talk(worker, f"{people}/{number}", heard, rng.random() * min(ARRIVE_S, seconds / 4))
        )
        for number in range(people)
    ]
    await asyncio.sleep(seconds)
    took = time.perf_counter() - began
    for task in talks:
        task.cancel()
    await asyncio.gather(*talks, return_exceptions=True)
    watching.cancel()
    await asyncio.gather(watching, return_exceptions=True)
    await asyncio.sleep(1)  # the worker leaves what nobody waits for
    return heard, took


async def _watch(worker: Worker, heard: Heard) -> None:
    assert worker.process  # noqa: S101 - it was started
    process = psutil.Process(worker.process.pid)
    while True:
        heard.most_mb = max(heard.most_mb, process.memory_info().rss / 2**20)
        await asyncio.sleep(0.2)


async def _talk(worker: Worker, user: str, heard: Heard, after_s: float) -> None:
    """One person, on a connection of their own, until cancelled."""
    await asyncio.sleep(after_s)
    number = 0
    while True:
        try:
            reader, writer = await asyncio.open_connection("127.0.0.1", worker.port)
        except OSError:
            heard.failed += 1
            await asyncio.sleep(BUSY_PAUSE_S)
            continue
        with contextlib.closing(writer):
            try:
                while True:
                    began = time.perf_counter()
                    heard.waiting += 1
                    outcome = await _ask(reader, writer, user, QUESTIONS[number % len(QUESTIONS)])
                    heard.waiting -= 1
                    ms = 1000 * (time.perf_counter() - began)
                    number += 1
                    if outcome == "busy":
                        heard.busy_ms.append(ms)
                        await asyncio.sleep(BUSY_PAUSE_S)
                    elif outcome == "done":
                        heard.done_ms.append(ms)
                    else:
                        heard.failed += 1
            except (OSError, EOFError):
                heard.waiting -= 1
                heard.failed += 1


async def _ask(reader: asyncio.StreamReader, writer: asyncio.StreamWriter, user: str, text: str) -> str:
    """One request by hand: with ten thousand people a whole HTTP client would be most of what is measured."""
    body = json.dumps({"user": user, "text": text}).encode()
    head = f"POST /turn HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: {len(body)}"
    writer.write(f"{head}\r\n\r\n".encode() + body)
    await writer.drain()
    answer = (await reader.readuntil(b"\r\n\r\n")).decode().lower()
    length = next(int(line.partition(":")[2]) for line in answer.split("\r\n") if "content-length" in line)
    return str(json.loads(await reader.readexactly(length)).get("outcome", "failed"))
