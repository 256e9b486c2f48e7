"""Chainlit's own data layer works on the tables that our migration makes."""

import asyncio
import json
import sys
from pathlib import Path

from sqlalchemy import func, select

from memory.chainlit_tables import STEPS, THREADS, USERS
from memory.database import Database
from memory.people import People
from memory.privacy import Privacy

SCRIPT = Path(__file__).with_name("chainlit_conversation.py")


async def test_a_web_conversation_is_kept_read_back_and_erased(database: Database, tmp_path: Path) -> None:
    chat = await asyncio.create_subprocess_exec(
        *(sys.executable, SCRIPT, database.engine.url.render_as_string(hide_password=False)),
        cwd=tmp_path,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )
    out, complaints = await chat.communicate()
    assert chat.returncode == 0, complaints.decode()
    (thread,) = json.loads(out)
    (step,) = thread["steps"]
    assert thread["name"] == "Heat"
    assert (step["output"], step["isError"], step["feedback"]["value"]) == ("changed", 0, 1)

    person = await People(database).resolve("web", "ana")
    erased = await Privacy(database).erase(person.id)
    assert erased["lines in the web chat"] == erased["thumbs up or down in the web chat"] == 1
    async with database.session() as session:
        for table in (USERS, THREADS, STEPS):
            assert await session.scalar(select(func.count()).select_from(table)) == 0
