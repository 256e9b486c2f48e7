"""The web chat as a user starts it: `cineaesthete run` in a process of its own."""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def web_server(home: Path, **env: str) -> Iterator[str]:
    """Start the web chat on a free port with its data in `home`; gives its address, and ends it."""
    clean = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("CINE_", "OLLAMA_", "CHAINLIT_"))
    }
    complaints = (home.parent / f"{home.name}.log").open("w+")
    server = subprocess.Popen(
        [sys.executable, "-m", "adapters.cli", "run", "--port", "0"],
        env=clean | {"CINE_HOME": str(home), "CINE_MODEL": "none"} | env,
        cwd=home.parent,
        stdout=subprocess.PIPE,
        stderr=complaints,
        text=True,
    )
    try:
        assert server.stdout is not None
        said = server.stdout.readline()
        address = re.search(r"http://\S+", said)
        if address is None:
            server.wait(10)
            complaints.seek(0)
            raise AssertionError(f"the web chat did not start: {said}{complaints.read()}")
        yield address.group()
    finally:
        server.terminate()
        server.wait(20)
        server.stdout.close()
        complaints.close()
