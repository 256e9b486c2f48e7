"""What every benchmark shares: the machine, percentiles, and the shape of a result."""

import os
import platform
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, field
from typing import Any

import numpy as np
import psutil


@dataclass(frozen=True, slots=True)
class Result:
    """One benchmark's outcome, printed as one JSON object."""

    benchmark: str
    figure: float
    unit: str
    goal: float | None = None
    """What we want it to stay under; reported, never asserted."""
    sizes: dict[str, Any] = field(default_factory=dict)
    more: dict[str, Any] = field(default_factory=dict)
    """Further figures of the same run."""
    peer: dict[str, Any] | None = None
    """Another way to do the same, measured in the same run: {"name", "figure", "ratio"}."""

    def as_json(self) -> dict[str, Any]:
        """The result with the machine it was measured on."""
        return asdict(self) | {"machine": machine()}


def machine() -> dict[str, Any]:
    """Processor count, memory and Python, so that figures can be read."""
    return {
        "cpus": len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count(),
        "memory_gb": round(psutil.virtual_memory().total / 2**30),
        "processor": platform.machine(),
        "python": platform.python_version(),
    }


def resident_mb() -> float:
    """Resident memory of this process, MB."""
    return round(psutil.Process().memory_info().rss / 2**20, 1)


def time_ms(work: Callable[[], object], times: int, warm_up: int = 3) -> list[float]:
    """Milliseconds of each of `times` calls, after a few that are not counted."""
    for _ in range(warm_up):
        work()
    durations = []
    for _ in range(times):
        began = time.perf_counter()
        work()
        durations.append((time.perf_counter() - began) * 1e3)
    return durations


def percentiles(durations_ms: Sequence[float]) -> dict[str, float]:
    """Median, 95th and 99th percentile."""
    p50, p95, p99 = np.percentile(durations_ms, [50, 95, 99])
    return {"p50": round(float(p50), 3), "p95": round(float(p95), 3), "p99": round(float(p99), 3)}
