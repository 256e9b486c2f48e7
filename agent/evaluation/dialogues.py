"""Whole conversations held against what they should bring: `evaluate dialogues`."""

import json
from collections.abc import Awaitable, Callable, Sequence
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from agent.agent import Agent
from agent.evaluation.expectations import Scene, faults, repeats
from agent.evaluation.transcript import Answered, listen, percentile
from agent.turn import Turn
from data.errors import BadInput

SURFACE = "evaluation"


@dataclass(frozen=True, slots=True)
class Line:
    """One turn of a script."""

    user: str
    thread: str
    text: str
    expect: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Script:
    """A conversation and what each turn of it should bring."""

    id: str
    title: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Stage:
    """An agent on a fresh database, and a look at what a user's library holds."""

    agent: Agent
    known: Callable[[str], Awaitable[frozenset[str]]]
    """Ids of the films that a user has seen, rated or disliked."""


OpenStage = Callable[[], AbstractAsyncContextManager[Stage]]


def read_scripts(file: Path) -> list[Script]:
    """Read a dialogue set, one JSON object a line. Raises BadInput naming the first line that is not one."""
    scripts = []
    for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
            lines = tuple(
                Line(
                    turn.get("user", "ana"),
                    turn.get("thread", "main"),
                    turn["text"],
                    turn.get("expect") or {},
                )
                for turn in row["turns"]
            )
            scripts.append(Script(str(row["id"]), row.get("title", ""), lines))
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            raise BadInput(f"{file}, line {number}: not a dialogue with id and turns.") from error
    return scripts


async def evaluate(scripts: Sequence[Script], open_stage: OpenStage) -> dict[str, Any]:
    """Hold every dialogue, each on a stage of its own, and report as formats.md lays down."""
    if not scripts:
        raise BadInput("The dialogue set holds no dialogue.")
    failures: list[dict[str, Any]] = []
    turns = met = whole = 0
    times: list[float] = []
    first_words: list[float] = []
    for script in scripts:
        async with open_stage() as stage:
            results = await perform(script, stage)
        turns += len(results)
        met += sum(not wrong for _, wrong in results)
        whole += not any(wrong for _, wrong in results)
        times += [answered.milliseconds for answered, _ in results]
        first_words += [
            answered.first_word_ms for answered, _ in results if answered.first_word_ms is not None
        ]
        failures += [
            _failure(script, number, answered, wrong)
            for number, (answered, wrong) in enumerate(results, 1)
            if wrong
        ]
    return {
        "dialogues": len(scripts),
        "turns": turns,
        "turns_met": round(met / turns, 4) if turns else None,
        "dialogues_met": round(whole / len(scripts), 4),
        "turn_ms_median": percentile(times, 50),
        "turn_ms_p95": percentile(times, 95),
        "first_word_ms_median": percentile(first_words, 50),
        "first_word_ms_p95": percentile(first_words, 95),
        "failures": failures,
    }


async def perform(script: Script, stage: Stage) -> list[tuple[Answered, list[str]]]:
    """Say the lines in order; for each, what came of it and what was wrong with that."""
    results: list[tuple[Answered, list[str]]] = []
    for line in script.lines:
        off_limits = await stage.known(line.user)
        turn = Turn(surface=SURFACE, user=line.user, thread=line.thread, text=line.text)
        answered = await listen(stage.agent.stream(turn))
        scene = Scene(answered, [earlier for earlier, _ in results], off_limits)
        results.append((answered, [*faults(line.expect, scene), *repeats(scene)]))
    return results


def _failure(script: Script, number: int, answered: Answered, wrong: Sequence[str]) -> dict[str, Any]:
    return {
        "id": script.id,
        "turn": number,
        "text": script.lines[number - 1].text,
        "reasons": list(wrong),
        "calls": [{"tool": name, "args": arguments} for name, arguments in answered.calls],
        "films": [film.label for film in answered.films],
        "reply": answered.text,
    }
