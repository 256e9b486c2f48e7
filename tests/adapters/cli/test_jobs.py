import asyncio
from datetime import UTC, datetime, timedelta
from pathlib import Path

from memory.database import Database
from memory.jobs import JobBook
from tests.support.command import Run


def test_jobs_are_listed_and_run(run: Run, tmp_path: Path) -> None:
    assert "every minute" in run("jobs").out
    done = run("jobs", "run", "ballots")
    assert (done.status, done.out) == (0, "ballots: 0 closed.\n")
    assert "done: 0 closed" in run("jobs").out
    unknown = run("jobs", "run", "dance")
    assert unknown.status == 1
    assert unknown.err == "cineaesthete: There is no job 'dance'; there are ballots.\n"

    async def a_bot_was_here() -> None:
        database = await Database.open(f"sqlite:///{tmp_path / 'home' / 'cineaesthete.db'}")
        tomorrow = datetime.now(UTC) + timedelta(days=1)
        await JobBook(database).note("daily-discord", "every minute", tomorrow)
        await database.close()

    asyncio.run(a_bot_was_here())
    assert "begins within 10 s" in run("jobs", "run", "daily-discord").out
