"""A whole turn inside a running process, without a model: decide, act, answer, write down."""

import time
from dataclasses import replace

from adapters.app import App
from adapters.benchmarks.measure import Result, percentiles, resident_mb
from agent.events import Done
from agent.turn import Turn

QUESTIONS = (
    "something like Heat but under two hours",
    "a funny film from the 90s, no horror",
    "who directed Alien?",
    "save the second one",
    "I loved Fargo, 5 stars",
    "what's on my watchlist?",
    "something French and romantic",
    "why the first one?",
)
ROUNDS = 25


async def bench_turn(app: App) -> list[Result]:
    """The same eight messages in turn by several people, each in a conversation of their own."""
    durations: list[float] = []
    recommending: list[float] = []
    for number in range(ROUNDS + 1):  # the first round warms up
        turn = Turn(surface="bench", user=f"user-{number}", thread=f"thread-{number}")
        for question in QUESTIONS:
            began = time.perf_counter()
            async for event in app.agent.stream(replace(turn, text=question)):
                done = event if isinstance(event, Done) else None
            took = (time.perf_counter() - began) * 1e3
            if number and done:
                durations.append(took)
                if done.cards and question in (QUESTIONS[0], QUESTIONS[1], QUESTIONS[6]):
                    recommending.append(took)
    figures = percentiles(recommending)
    return [
        Result(
            benchmark="turn",
            figure=figures["p50"],
            unit="ms a recommendation turn without a model, median",
            goal=100.0,
            sizes={"turns": len(durations), "films": len(app.catalogue)},
            more={"recommending": figures, "all": percentiles(durations)},
        ),
        Result(
            benchmark="memory",
            figure=resident_mb(),
            unit="MB resident after those turns",
            goal=400.0,
            sizes={"turns": len(durations)},
        ),
    ]
