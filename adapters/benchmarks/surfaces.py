"""Surfaces under load, each with its real client on a loopback server, the real agent, and no model."""

import asyncio
import itertools
import time

from adapters.app import App
from adapters.benchmarks.discord_loopback import Exchange, LoopbackDiscord, connected
from adapters.benchmarks.measure import Result, percentiles

COMMANDS: tuple[tuple[str, dict[str, str]], ...] = (
    ("recommend", {"genres": "Crime", "like": "tt0113277"}),
    ("watchlist", {}),
    ("recommend", {"mood": "funny"}),
    ("watchlist", {"add": "tt0113277"}),
    ("profile", {}),
    ("why", {"title": "tt0113277"}),
)
PEOPLE = 200
ROUNDS = 5
DROPS, DROP_EVERY_S, PER_DROP = 15, 4.0, 20
PATIENCE_S = 300.0
TYPED = ("heat", "the lord of the rings", "amélie", "spirited away", "godfather", "wall-e")
BUSY_WITH = 20
"""People who are answered while somebody types."""


async def bench_discord(app: App) -> list[Result]:
    """200 people at once; then as many turns as go through; then a line that keeps dropping."""
    async with connected(app) as (server, _):
        await _everybody(server, 1, people=20)  # warms up
        at_once = await _everybody(server, 1)
        typed = await _typing(server)
        answering = asyncio.create_task(_everybody(server, 1, people=BUSY_WITH))
        typed_in_a_rush = await _typing(server)
        await answering
        began = time.monotonic()
        loaded = await _everybody(server, ROUNDS)
        per_second = len(loaded) / (time.monotonic() - began)
        dropped = await _with_drops(server)
        resumed = server.resumed
    acknowledged = percentiles([_ms(each.sent, each.acknowledged) for each in at_once])
    return [
        Result(
            benchmark="surfaces",
            figure=acknowledged["p99"],
            unit="ms until Discord has a slash command's acknowledgement, 99th percentile",
            goal=500.0,
            sizes={"people_at_once": PEOPLE},
            more={
                "acknowledged": acknowledged,
                "answered": percentiles([_ms(each.sent, each.answered) for each in at_once]),
            },
        ),
        Result(
            benchmark="surfaces",
            figure=percentiles(typed)["p99"],
            unit="ms from a key pressed to the titles offered, 99th percentile",
            goal=200.0,
            sizes={"keys": len(typed), "answered_meanwhile": BUSY_WITH},
            more={"alone": percentiles(typed), "while_others_are_answered": percentiles(typed_in_a_rush)},
        ),
        Result(
            benchmark="surfaces",
            figure=round(per_second, 1),
            unit="Discord turns a second without a model (at least)",
            goal=100.0,
            sizes={"turns": len(loaded), "people": PEOPLE},
            more=_faults(loaded),
        ),
        Result(
            benchmark="surfaces",
            figure=float(sum(_faults(dropped).values())),
            unit=f"Discord turns lost or doubled while the line dropped every {DROP_EVERY_S:g} s",
            goal=0.0,
            sizes={"turns": len(dropped), "drops": DROPS, "resumed": resumed},
            more=_faults(dropped),
        ),
    ]


async def _everybody(server: LoopbackDiscord, rounds: int, people: int = PEOPLE) -> list[Exchange]:
    """Everybody says something at the same time, round after round."""
    said: list[Exchange] = []
    for _ in range(rounds):
        commands = itertools.cycle(COMMANDS)
        spoken = [
            await server.command(10_000 + 10 * person, name, options)
            for person, (name, options) in zip(range(people), commands, strict=False)
        ]
        await server.until_answered(spoken, PATIENCE_S)
        said += spoken
    return said


async def _typing(server: LoopbackDiscord) -> list[float]:
    """Somebody types titles letter by letter; milliseconds until Discord has what to offer."""
    waited = []
    for title in TYPED:
        for length in range(1, len(title) + 1):
            key = await server.typing(7, "reviews", "title", title[:length])
            await server.until_acknowledged(key, PATIENCE_S)
            waited.append(_ms(key.sent, key.acknowledged))
    return waited


async def _with_drops(server: LoopbackDiscord) -> list[Exchange]:
    """The line drops again and again while people go on talking, also while it is down."""
    said: list[Exchange] = []
    commands = itertools.cycle(COMMANDS)
    for _ in range(DROPS):
        for number in range(PER_DROP):
            if number == PER_DROP // 2:
                await server.drop()
            name, options = next(commands)
            said.append(await server.command(50_000 + 10 * number, name, options, twice=number % 5 == 0))
        await asyncio.sleep(DROP_EVERY_S)
    await server.until_answered(said, PATIENCE_S)
    return said


def _faults(exchanges: list[Exchange]) -> dict[str, int]:
    return {
        "lost": sum(not each.settled for each in exchanges),
        "doubled": sum(each.doubled for each in exchanges),
    }


def _ms(began: float, ended: float | None) -> float:
    return (PATIENCE_S if ended is None else ended - began) * 1e3
