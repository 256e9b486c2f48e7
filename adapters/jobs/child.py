"""Commands of ours run in a process of their own, gently, beside those who chat."""

import asyncio
import os
import sys
from pathlib import Path

import psutil

from data.errors import AppError

NICE = 10
"""Others first."""


async def run_command(*arguments: str, home: Path) -> str:
    """Run `cineaesthete ARGUMENTS` on that data folder; gives the first line it prints.

    Raises AppError with what it said where it fails. Cancelled, it ends the process.
    """
    child = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "adapters.cli", *arguments),
        stdin=asyncio.subprocess.DEVNULL,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
        env=os.environ | {"CINE_HOME": str(home)},
    )
    try:
        psutil.Process(child.pid).nice(NICE)
        out, complaint = await child.communicate()
    except BaseException:
        child.kill()
        await child.wait()
        raise
    if child.returncode:
        last = complaint.decode(errors="replace").strip().splitlines()[-1:]
        raise AppError("".join(last).removeprefix("cineaesthete: ") or f"It ended with {child.returncode}.")
    return "".join(out.decode(errors="replace").splitlines()[:1])
