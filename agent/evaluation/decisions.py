"""How often a decider picks the right tool with the right arguments: `evaluate decisions`."""

import json
import time
from collections import Counter, defaultdict
from collections.abc import Awaitable, Callable, Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np

from agent.decision import Decision, ToolCall
from agent.evaluation.matching import unmet
from data.errors import BadInput

Decide = Callable[[str], Awaitable[Decision]]
"""What is judged: a message of a fresh conversation in, a decision out."""

NO_TOOL = "none"


@dataclass(frozen=True, slots=True)
class Case:
    """One utterance and what is expected of it."""

    id: str
    text: str
    tools: tuple[str, ...]
    """Any of these is right; "none" where no tool should be called."""
    must_args: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What was decided about one utterance, and what was wrong with it."""

    case: Case
    calls: tuple[ToolCall, ...]
    milliseconds: float

    @property
    def tools(self) -> tuple[str, ...]:
        """Names of the tools called, "none" where there was none."""
        return tuple(dict.fromkeys(call.arguments.tool for call in self.calls)) or (NO_TOOL,)

    @property
    def tool_is_right(self) -> bool:
        """Every tool called is one that is accepted."""
        return set(self.tools) <= set(self.case.tools)

    @property
    def missing(self) -> list[str]:
        """Expected arguments that the best of the calls does not meet."""
        if not self.case.must_args:
            return []
        tried = [unmet(self.case.must_args, arguments_of(call)) for call in self.calls]
        return min(tried, key=len, default=list(self.case.must_args))


def arguments_of(call: ToolCall) -> dict[str, Any]:
    """The arguments that were set, as plain JSON."""
    return call.arguments.model_dump(mode="json", exclude={"tool"}, exclude_defaults=True)


def read_cases(file: Path) -> list[Case]:
    """Read a decision set, one JSON object a line. Raises BadInput naming the first line that is not one."""
    cases = []
    for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
            tools = row["tool"] if isinstance(row["tool"], list) else [row["tool"]]
            cases.append(Case(str(row["id"]), row["text"], tuple(tools), dict(row.get("must_args") or {})))
        except (ValueError, KeyError, TypeError) as error:
            raise BadInput(f"{file}, line {number}: not an utterance with id, text and tool.") from error
    return cases


async def evaluate(cases: Iterable[Case], decide: Decide) -> dict[str, Any]:
    """Ask `decide` about every utterance, one after the other, and report as formats.md lays down."""
    outcomes = []
    for case in cases:
        start = time.perf_counter()
        decision = await decide(case.text)
        outcomes.append(Outcome(case, decision.calls, (time.perf_counter() - start) * 1000))
    return report(outcomes)


def report(outcomes: Sequence[Outcome]) -> dict[str, Any]:
    """Shares, confusion and failures as one JSON object."""
    if not outcomes:
        raise BadInput("The decision set holds no utterance.")
    by_tool: defaultdict[str, list[Outcome]] = defaultdict(list)
    confusion: Counter[tuple[str, str]] = Counter()
    for outcome in outcomes:
        expected = outcome.case.tools[0]
        by_tool[expected].append(outcome)
        confusion[expected, expected if outcome.tool_is_right else "+".join(outcome.tools)] += 1
    with_arguments = [outcome for outcome in outcomes if outcome.case.must_args]
    times = np.array([outcome.milliseconds for outcome in outcomes])
    return {
        "utterances": len(outcomes),
        "tool_accuracy": _share(outcome.tool_is_right for outcome in outcomes),
        "argument_accuracy": _share(not outcome.missing for outcome in outcomes),
        "argument_accuracy_where_expected": _share(not outcome.missing for outcome in with_arguments),
        "by_tool": {
            tool: {
                "utterances": len(those),
                "tool_accuracy": _share(outcome.tool_is_right for outcome in those),
                "argument_accuracy": _share(not outcome.missing for outcome in those),
            }
            for tool, those in sorted(by_tool.items())
        },
        "confusion": _nested(confusion),
        "decide_ms_median": round(float(np.median(times)), 3),
        "decide_ms_p95": round(float(np.percentile(times, 95)), 3),
        "failures": [
            _failure(outcome) for outcome in outcomes if not outcome.tool_is_right or outcome.missing
        ],
    }


def _share(values: Iterable[bool]) -> float | None:
    seen = list(values)
    return round(sum(seen) / len(seen), 4) if seen else None


def _nested(confusion: Counter[tuple[str, str]]) -> dict[str, dict[str, int]]:
    nested: defaultdict[str, dict[str, int]] = defaultdict(dict)
    for (expected, given), count in sorted(confusion.items()):
        nested[expected][given] = count
    return dict(nested)


def _failure(outcome: Outcome) -> dict[str, Any]:
    return {
        "id": outcome.case.id,
        "text": outcome.case.text,
        "expected": {"tool": list(outcome.case.tools), "must_args": outcome.case.must_args},
        "given": [{"tool": call.arguments.tool, "args": arguments_of(call)} for call in outcome.calls],
        "unmet": outcome.missing,
    }
