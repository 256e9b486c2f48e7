"""The process killed while it writes: the next start finds a sound database and every turn acknowledged."""

import signal
import sqlite3
import subprocess
import sys
from pathlib import Path

from memory.database import Database
from memory.people import People
from memory.threads import Threads

WRITER = """
import asyncio, sys
from memory.checkpoints import open_checkpointer
from memory.database import Database
from memory.people import People
from memory.threads import CompletedTurn, Impression, Threads

async def main(url):
    database = await Database.open(url)
    threads = Threads(database)
    person = await People(database).resolve("cli", "ana")
    thread = await threads.open(person.id, "cli", "t")
    number = 0
    async with open_checkpointer(url) as checkpointer:
        while True:
            config = {"configurable": {"thread_id": thread.key, "checkpoint_ns": ""}}
            checkpoint = {"v": 4, "id": f"{number:08}", "ts": "", "channel_values": {"number": number},
                          "channel_versions": {}, "versions_seen": {}, "updated_channels": None}
            await checkpointer.aput(config, checkpoint, {}, {})
            films = [Impression(f"tt{number}-{n}", 1.0, {"content": 1.0}, []) for n in range(5)]
            turn = CompletedTurn(f"message {number}", "x" * 2000, "planner", "planner", impressions=films)
            await threads.record_turn(thread.id, turn)
            print(number, flush=True)
            number += 1

asyncio.run(main(sys.argv[1]))
"""


def write_until_killed(url: str) -> int:
    """How many turns the writer said it had written before it was killed."""
    command = [sys.executable, "-c", WRITER, url]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as writer:
        assert writer.stdout is not None
        first = [writer.stdout.readline() for _ in range(40)]
        writer.send_signal(signal.SIGKILL)
        rest = writer.stdout.read().splitlines()
    assert writer.returncode == -signal.SIGKILL
    return len(first) + len(rest)


async def test_kill_9_in_mid_turn_loses_no_completed_turn(url: str, tmp_path: Path) -> None:
    acknowledged = 0
    for _ in range(2):
        acknowledged += write_until_killed(url)
        database = await Database.open(url)
        if (file := tmp_path / "cine.db").exists():
            connection = sqlite3.connect(file)
            assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
            assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
            connection.close()
        person = await People(database).resolve("cli", "ana")
        thread = await Threads(database).open(person.id, "cli", "t")
        turns = await Threads(database).history(thread.id, limit=10_000)
        await database.close()
        # One more than was acknowledged may have been written in each life, never one less.
        assert len(turns) >= acknowledged
        assert all(len(turn.impressions) == 5 for turn in turns)
