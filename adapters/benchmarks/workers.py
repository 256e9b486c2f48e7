"""Several workers on one database, one of them killed again and again: what is lost, what is done twice."""

import asyncio
import os
import random
import signal
import sys
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

import httpx
from sqlalchemy import select

from adapters.benchmarks.measure import Result, percentiles
from adapters.benchmarks.worker import SURFACE
from agent.actions import Action
from data.catalogue import Catalogue
from data.films import Film
from memory.database import Database
from memory.library import Library
from memory.models import ConversationRecord, IdentityRecord, TurnRecord

WORKERS = 3
PAUSE_S = 0.05
PATIENCE_S = 60.0
"""Longest for one message, retries included."""
TWICE = 0.2
"""Share of the messages that are sent to two workers at the same moment."""


@dataclass
class Worker:
    """A process that is started again whenever it was killed."""

    environment: dict[str, str]
    process: asyncio.subprocess.Process | None = None
    port: int | None = None
    """None while it starts."""

    async def start(self) -> None:
        """Start, and wait until it serves."""
        self.process = await asyncio.create_subprocess_exec(
            sys.executable,
            *("-m", "adapters.benchmarks.worker"),
            env=self.environment,
            stdout=asyncio.subprocess.PIPE,
        )
        assert self.process.stdout  # noqa: S101 - asked for above
        line = await self.process.stdout.readline()
        if not line:
            raise RuntimeError("a worker ended while it started")
        self.port = int(line)

    async def kill(self) -> None:
        """End it as the machine's owner would: kill -9."""
        self.port = None
        if self.process is not None and self.process.returncode is None:
            self.process.send_signal(signal.SIGKILL)
            await self.process.wait()


@dataclass
class Told:
    """What people sent and what they were answered."""

    sent: dict[str, list[tuple[str, Film]]] = field(default_factory=dict)
    """By person, in order: delivery and film."""
    unanswered: int = 0
    resent: int = 0
    """Tries that a killed worker cut off."""
    repeated: int = 0
    """Answers that told what was answered before."""
    kills: int = 0
    ms: list[float] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Found:
    """What the database holds in the end, against what was sent."""

    lost: int
    doubled: int
    out_of_order: int
    films_lost: int

    @property
    def total(self) -> int:
        """All that is not as it should be."""
        return self.lost + self.doubled + self.out_of_order + self.films_lost


async def bench_workers(
    url: str,
    catalogue: Catalogue,
    home: Path,
    *,
    people: int = 20,
    seconds: float = 30.0,
    kill_every_s: float = 5.0,
    redis: str | None = None,
    starter: Path | None = None,
) -> tuple[Told, Found]:
    """Everybody saves one film after the other; each message goes to any worker, some to two at once."""
    environment = os.environ | {
        "CINE_HOME": str(home),
        "CINE_DATABASE_URL": url,
        "CINE_MODEL": "none",
        "CINE_PERSON_TURNS": "0",
        "CINE_REDIS_URL": redis or "",
        "CINE_STARTER": str(starter or ""),
    }
    told, rng = Told(), random.Random(42)  # noqa: S311 - it spreads the load
    async with _running([Worker(environment) for _ in range(WORKERS)]) as workers:
        over = asyncio.Event()
        async with httpx.AsyncClient(timeout=PATIENCE_S) as client:
            talks = [
                asyncio.create_task(
                    _talk(f"person {number}", client, workers, catalogue.films, told, rng, over)
                )
                for number in range(people)
            ]
            killing = asyncio.create_task(_kill(workers, kill_every_s, told, rng))
            await asyncio.sleep(seconds)
            over.set()
            await asyncio.gather(*talks)
            killing.cancel()
            await asyncio.gather(killing, return_exceptions=True)
    return told, await _count(url, told)


def results(told: Told, found: Found, people: int) -> list[Result]:
    """As `bench` prints it."""
    sent = sum(len(messages) for messages in told.sent.values())
    return [
        Result(
            benchmark="workers",
            figure=found.total,
            unit="messages lost, doubled or out of order, workers killed meanwhile",
            goal=0,
            sizes={"workers": WORKERS, "people": people, "messages": sent, "kills": told.kills},
            more={
                "unanswered": told.unanswered,
                "cut_off_and_sent_again": told.resent,
                "answered_as_repeated": told.repeated,
                "ms": percentiles(told.ms),
            },
        )
    ]


@asynccontextmanager
async def _running(workers: Sequence[Worker]) -> AsyncIterator[Sequence[Worker]]:
    try:
        await asyncio.gather(*(worker.start() for worker in workers))
        yield workers
    finally:
        await asyncio.gather(*(worker.kill() for worker in workers))


async def _kill(workers: Sequence[Worker], every_s: float, told: Told, rng: random.Random) -> None:
    starting: list[asyncio.Task[None]] = []
    try:
        while True:
            await asyncio.sleep(every_s)
            up = [worker for worker in workers if worker.port is not None]
            if len(up) < 2:
                continue  # somebody has to be there
            worker = rng.choice(up)
            await worker.kill()
            told.kills += 1
            starting.append(asyncio.create_task(worker.start()))
    finally:
        for task in starting:
            task.cancel()
        await asyncio.gather(*starting, return_exceptions=True)


async def _talk(
    user: str,
    client: httpx.AsyncClient,
    workers: Sequence[Worker],
    films: Sequence[Film],
    told: Told,
    rng: random.Random,
    over: asyncio.Event,
) -> None:
    """Save films until it is over; the next message is sent when the one before is answered."""
    mine = told.sent.setdefault(user, [])
    for number, film in enumerate(rng.sample(films, len(films))):
        if over.is_set():
            return
        action = Action("save", film.id).encode()
        message = {"user": user, "text": "Save", "action": action, "delivery": f"{user}/{number}"}
        mine.append((message["delivery"], film))
        copies = 2 if rng.random() < TWICE else 1
        began = asyncio.get_running_loop().time()
        answered = await asyncio.gather(*(_send(client, message, workers, told, rng) for _ in range(copies)))
        told.ms.append(1000 * (asyncio.get_running_loop().time() - began))
        told.unanswered += not all(answered)
        await asyncio.sleep(PAUSE_S)


async def _send(
    client: httpx.AsyncClient,
    message: dict[str, str],
    workers: Sequence[Worker],
    told: Told,
    rng: random.Random,
) -> bool:
    """Send until somebody answers, as a surface does that delivers again what was not taken."""
    loop = asyncio.get_running_loop()
    until = loop.time() + PATIENCE_S
    while loop.time() < until:
        up = [worker.port for worker in workers if worker.port is not None]
        if not up:
            await asyncio.sleep(PAUSE_S)
            continue
        try:
            answer = await client.post(f"http://127.0.0.1:{rng.choice(up)}/turn", json=message)
        except httpx.TransportError:
            told.resent += 1
            await asyncio.sleep(PAUSE_S)
            continue
        told.repeated += answer.json()["outcome"] == "repeated"
        return True
    return False


async def _count(url: str, told: Told) -> Found:
    """Compare what was sent with what was written down, person by person."""
    lost = doubled = disordered = films_lost = 0
    database = await Database.open(url)
    try:
        for user, sent in told.sent.items():
            query = (
                select(TurnRecord.delivery, ConversationRecord.person_id)
                .join(ConversationRecord, ConversationRecord.id == TurnRecord.conversation_id)
                .join(IdentityRecord, IdentityRecord.person_id == ConversationRecord.person_id)
                .where(IdentityRecord.surface == SURFACE, IdentityRecord.user == user)
                .order_by(TurnRecord.id)
            )
            async with database.session() as session:
                rows = (await session.execute(query)).all()
            kept = [row.delivery for row in rows]
            wanted = [delivery for delivery, _ in sent]
            lost += len(set(wanted) - set(kept))
            doubled += len(kept) - len(set(kept))
            disordered += list(dict.fromkeys(kept)) != [one for one in wanted if one in set(kept)]
            person_id = rows[0].person_id if rows else 0
            saved = {row.film_id for row in await Library(database).rows(person_id) if row.saved}
            films_lost += len({film.id for _, film in sent} - saved)
    finally:
        await database.close()
    return Found(lost, doubled, disordered, films_lost)
