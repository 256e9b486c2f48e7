"""How long a newcomer waits: from starting `cineaesthete ask` to its answer, without a model."""

import json
import os
import subprocess
import sys
import tempfile
import time

import numpy as np

from adapters.benchmarks.measure import Result

RUNS = 5
QUESTION = "something like Heat but under two hours"


def bench_startup() -> list[Result]:
    """Start the command in fresh processes; the peer is an interpreter that only imports LangGraph."""
    with tempfile.TemporaryDirectory(prefix="cine-bench-") as home:
        env = os.environ | {"CINE_HOME": home}
        command = [sys.executable, "-m", "adapters.cli", "ask", "--json", "--model", "none", QUESTION]
        first = _seconds(command, env)  # makes the database
        runs = [_seconds(command, env) for _ in range(RUNS)]
    peer = float(
        np.median([_seconds([sys.executable, "-c", "import langgraph.graph"], env) for _ in range(RUNS)])
    )
    figure = float(np.median(runs))
    return [
        Result(
            benchmark="startup",
            figure=round(figure, 3),
            unit="s from start to the end of `ask` without a model",
            goal=3.0,
            sizes={"runs": RUNS},
            more={"first_run_s": round(first, 3), "slowest_s": round(max(runs), 3)},
            peer={
                "name": "python -c 'import langgraph.graph'",
                "figure": round(peer, 3),
                "ratio": round(figure / peer, 2),
            },
        )
    ]


def _seconds(command: list[str], env: dict[str, str]) -> float:
    began = time.perf_counter()
    done = subprocess.run(command, env=env, capture_output=True, text=True, check=True)  # noqa: S603
    took = time.perf_counter() - began
    if done.stdout:
        json.loads(done.stdout.splitlines()[-1])  # a reply, whole
    return took
