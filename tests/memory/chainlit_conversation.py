"""A web conversation kept by Chainlit's own data layer in the database given; prints what it reads back.

Run in a process and folder of its own: Chainlit writes its settings where it is imported.
"""

import asyncio
import json
import sys

from chainlit.data.sql_alchemy import SQLAlchemyDataLayer
from chainlit.types import Feedback, Pagination, ThreadFilter
from chainlit.user import User

STEP = {
    "id": "s1",
    "name": "Ana",
    "type": "user_message",
    "threadId": "t1",
    "parentId": None,
    "command": "look",
    "streaming": False,
    "waitForAnswer": False,
    "isError": False,
    "metadata": {"icon": "film"},
    "input": "something like Heat",
    "output": "something like Heat",
    "createdAt": "2026-05-04T20:00:00Z",
    "start": "2026-05-04T20:00:00Z",
    "end": "2026-05-04T20:00:01Z",
    "showInput": True,
    "defaultOpen": True,
    "autoCollapse": False,
    "language": "en",
    "generation": {},
}


async def main(url: str) -> None:
    layer = SQLAlchemyDataLayer(url)
    user = await layer.create_user(User(identifier="ana", metadata={"theme": "dark"}))
    await layer.update_thread("t1", name="Heat", user_id=user.id, metadata={"id": "t1"})
    unqueued = SQLAlchemyDataLayer.create_step.__wrapped__  # past the wait for a web session's first message
    await unqueued(layer, dict(STEP))
    await unqueued(layer, dict(STEP, output="changed"))
    await layer.upsert_feedback(Feedback(forId="s1", threadId="t1", value=1, comment="nice"))
    found = await layer.list_threads(Pagination(first=10), ThreadFilter(userId=user.id))
    sys.stdout.write(json.dumps(found.data))
    await layer.close()


asyncio.run(main(sys.argv[1]))
