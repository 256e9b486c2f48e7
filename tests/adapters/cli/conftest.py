"""The command with a data folder of its own."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.command import Finished, Run


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """Run `cineaesthete` with arguments; `env` adds variables, `stdin` is what it reads."""

    def run(*arguments: str, stdin: str = "", env: dict[str, str] | None = None) -> Finished:
        clean = {k: v for k, v in os.environ.items() if not k.startswith(("CINE_", "OLLAMA_"))}
        done = subprocess.run(
            [sys.executable, "-m", "adapters.cli", *arguments],
            input=stdin,
            env=clean | {"CINE_HOME": str(tmp_path / "home"), "CINE_MODEL": "none"} | (env or {}),
            cwd=tmp_path,
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )
        return Finished(done.returncode, done.stdout, done.stderr)

    return run
