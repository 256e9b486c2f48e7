"""Telegram under load: its real client on a loopback Bot API server, the real agent, and no model."""

import asyncio
import itertools
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from adapters.app import App
from adapters.benchmarks.measure import Result
from adapters.benchmarks.telegram_loopback import TOKEN, LoopbackTelegram, said
from adapters.benchmarks.telegram_rules import Fault
from adapters.telegram.surface import TelegramSurface

SAID = ("/recommend crime films like Heat", "/watchlist", "/recommend something funny", "/why Heat")
PEOPLE = 200
ROUNDS = 3
PATIENCE_S = 300.0
FAULT_EVERY, TWICE_EVERY = 10, 5


async def bench_telegram(app: App) -> list[Result]:
    """As many turns as go through; then updates told twice, and a server that refuses every tenth answer."""
    async with _connected(app) as server:
        await _everybody(server, 1, people=20)  # warms up
        began = time.monotonic()
        turns, faults = await _everybody(server, ROUNDS)
        per_second = turns / (time.monotonic() - began)
        for number in range(PEOPLE // FAULT_EVERY):
            slow = Fault(429, "Too Many Requests: retry after 1", {"retry_after": 1})
            server.faults["sendMessage"].append(Fault(502) if number % 2 else slow)
        _, disturbed = await _everybody(server, 1, twice_every=TWICE_EVERY)
    return [
        Result(
            benchmark="surfaces",
            figure=round(per_second, 1),
            unit="Telegram turns a second without a model",
            goal=100.0,
            sizes={"turns": turns, "people": PEOPLE},
            more=faults,
        ),
        Result(
            benchmark="surfaces",
            figure=float(sum(disturbed.values())),
            unit="Telegram turns lost or doubled, updates told twice and answers refused with 429 and 502",
            goal=0.0,
            sizes={"turns": PEOPLE, "told_twice": PEOPLE // TWICE_EVERY, "refused": PEOPLE // FAULT_EVERY},
            more=disturbed,
        ),
    ]


@asynccontextmanager
async def _connected(app: App) -> AsyncIterator[LoopbackTelegram]:
    """Our bot, polling a Telegram of its own that has no limit of messages a second."""
    async with LoopbackTelegram().running() as server:
        surface = TelegramSurface(app, TOKEN, api=server.url, poll_s=1, messages_per_s=0)
        running = asyncio.create_task(surface.run())
        try:
            yield server
        finally:
            await surface.stop()
            await running


async def _everybody(
    server: LoopbackTelegram, rounds: int, people: int = PEOPLE, twice_every: int = 0
) -> tuple[int, dict[str, int]]:
    """Everybody says something at the same time, round after round; how many turns, and what went wrong."""
    before = {user: len(server.in_chat(user)) for user in range(1, people + 1)}
    for number in range(1, rounds + 1):
        for user, words in zip(before, itertools.cycle(SAID), strict=False):
            message = said(server.next_id(), user, user, words)
            await server.deliver(message=message, twice=bool(twice_every) and user % twice_every == 0)
        wanted = sum(before.values()) + number * people
        try:
            await server.until(lambda wanted=wanted: len(server.messages) >= wanted, PATIENCE_S)
        except TimeoutError:
            break
    await asyncio.sleep(1)  # what is doubled comes later
    answered = {user: len(server.in_chat(user)) - had for user, had in before.items()}
    return rounds * people, {
        "lost": sum(max(0, rounds - answers) for answers in answered.values()),
        "doubled": sum(max(0, answers - rounds) for answers in answered.values()),
    }
