"""The conversations in the sidebar: Chainlit's own data layer, on our database.

Only what Chainlit draws is kept here; the agent's memory lies in its own tables. Chainlit's layer starts
every write in a task of its own, leaves JSON as text where the database does, loads all that was ever said to
list a few names, takes any text for a conversation's id, and makes conversations that belong to nobody: here
it writes in the order in which it was told to, and the rest is mended too.
"""
# Chainlit is typed in part.
# mypy: allow-untyped-calls

import asyncio
import json
import textwrap
import uuid
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from datetime import UTC, datetime
from typing import Any, Literal, cast

from chainlit.context import ChainlitContextException, context
from chainlit.data.sql_alchemy import SQLAlchemyDataLayer
from chainlit.data.storage_clients.base import BaseStorageClient
from chainlit.element import Element
from chainlit.step import StepDict
from chainlit.types import PageInfo, PaginatedResponse, Pagination, ThreadDict, ThreadFilter
from chainlit.user import PersistedUser, User
from sqlalchemy import CursorResult, text
from sqlalchemy.exc import IntegrityError

from data.errors import BadInput
from memory.database import Database
from memory.retrying import retried
from memory.threads import Threads

NAME_LENGTH = 80
"""Characters of the first message that name a conversation."""

_LIST = """
    SELECT t."id", t."name", t."createdAt", MAX(s."createdAt") AS "spokenAt"
    FROM threads t LEFT JOIN steps s ON s."threadId" = t."id"
    WHERE t."userId" = :user
      AND (:search = '' OR t."name" LIKE :pattern OR EXISTS (
            SELECT 1 FROM steps f WHERE f."threadId" = t."id" AND f."output" LIKE :pattern))
    GROUP BY t."id", t."name", t."createdAt"
    ORDER BY COALESCE(MAX(s."createdAt"), t."createdAt") DESC, t."id"
    LIMIT :first OFFSET :start
"""

_KNOWN_AGAIN = """
    INSERT INTO users ("id", "identifier", "createdAt", "metadata") VALUES (:id, :identifier, :at, '{}')
    ON CONFLICT DO NOTHING
"""


class NoFiles(BaseStorageClient):
    """Where elements' files would go: our elements are their properties, and have none."""

    async def upload_file(self, *_: object, **__: object) -> dict[str, Any]:
        """Keep nothing."""
        return {"object_key": "", "url": ""}

    async def delete_file(self, object_key: str) -> bool:  # noqa: ARG002
        """Nothing is there."""
        return True

    async def get_read_url(self, object_key: str) -> str:  # noqa: ARG002
        """Nowhere."""
        return ""

    async def close(self) -> None:
        """Nothing is open."""


class History(SQLAlchemyDataLayer):
    """Chainlit's data layer on our database."""

    def __init__(self, database: Database) -> None:
        url = database.engine.url.render_as_string(hide_password=False)
        super().__init__(url, storage_provider=NoFiles())  # its own engine is never used
        self._database = database
        self._threads = Threads(database)
        self._line = asyncio.Lock()
        self._writer: asyncio.Task[Any] | None = None

    @retried
    async def execute_sql(self, query: str, parameters: dict[str, Any]) -> list[dict[str, Any]] | int | None:
        """Run one statement in a transaction of its own; rows of a query, else how many it touched.

        Raises DatabaseError, where Chainlit's would go on as if nothing had happened.
        """
        reads = query.lstrip()[:6].upper() == "SELECT"
        async with self._database.session() if reads else self._database.transaction() as session:
            result = cast(CursorResult[Any], await session.execute(text(query), parameters))
            if result.returns_rows:
                return [self.clean_result(dict(row)) for row in result.mappings()]
            return result.rowcount

    async def get_current_timestamp(self) -> str:
        """Now in UTC, as the browser expects it."""
        return datetime.now(UTC).replace(tzinfo=None).isoformat() + "Z"

    # Writes, in order

    async def create_user(self, user: User) -> PersistedUser | None:
        """Create or renew a visitor; two connections of a new one make it once."""
        async with self._in_order():
            return await super().create_user(user)

    async def create_step(self, step_dict: StepDict) -> None:
        """Write a message or step, or what has become of it.

        Where the visitor asked to be forgotten in this conversation, only their next message begins it anew;
        of a private one nothing is written.
        """
        thread_id = step_dict["threadId"]
        async with self._in_order():
            if await self._threads.is_private("web", thread_id):
                return
            if step_dict["type"] == "user_message":
                await self._begin_anew(thread_id, step_dict["output"])
            await self.update_thread(thread_id)
            with suppress(IntegrityError):  # the conversation was erased a moment ago
                if await self._has("threads", thread_id):
                    await super().create_step(step_dict)

    async def update_step(self, step_dict: StepDict) -> None:
        """The same."""
        await self.create_step(step_dict)

    async def delete_step(self, step_id: str) -> None:
        """Delete a message or step."""
        async with self._in_order():
            await super().delete_step(step_id)

    async def create_element(self, element: Element) -> None:
        """Write an element of ours, or what has become of it; a picture that was sent is not kept."""
        if element.type != "custom":
            return
        async with self._in_order():
            private = await self._threads.is_private("web", element.thread_id)
            if not private and await self._has("threads", element.thread_id):
                await super().create_element(element)

    async def update_thread(
        self,
        thread_id: str,
        name: str | None = None,
        user_id: str | None = None,
        metadata: dict[str, Any] | None = None,
        tags: list[str] | None = None,
    ) -> None:
        """Write a conversation's name and owner. Raises BadInput for an id that no browser of ours made.

        A new one belongs to the visitor of the session. Where there is none, or they asked to be forgotten
        while it went on, nothing is kept of it.
        """
        try:
            uuid.UUID(thread_id)  # Chainlit writes ids into its queries as they are
        except ValueError:
            raise BadInput(
                "That conversation has an address that is not ours; please start a new one."
            ) from None
        if name is not None:
            name = textwrap.shorten(name, NAME_LENGTH, placeholder=" …") or name[:NAME_LENGTH]
        async with self._in_order():
            if not await self._has("threads", thread_id):
                user = _session_user()
                user_id = user_id or (user.id if user else None)
                if user_id is None or not await self._has("users", user_id):
                    return
            await super().update_thread(thread_id, name, user_id, metadata, tags)

    async def _begin_anew(self, thread_id: str, name: str) -> None:
        """Make a visitor known again who was forgotten and goes on talking."""
        user = _session_user()
        if user is None or await self._has("users", user.id):
            return
        parameters = {"id": user.id, "identifier": user.identifier, "at": await self.get_current_timestamp()}
        await self.execute_sql(_KNOWN_AGAIN, parameters)
        await self.update_thread(thread_id, name=name, user_id=user.id)

    async def _has(self, table: Literal["threads", "users"], row_id: str) -> bool:
        return bool(await self.execute_sql(f'SELECT 1 FROM {table} WHERE "id" = :id', {"id": row_id}))  # noqa: S608

    @asynccontextmanager
    async def _in_order(self) -> AsyncIterator[None]:
        """Hold the line of writers; who holds it already may write on."""
        task = asyncio.current_task()
        if self._writer is task:
            yield
            return
        async with self._line:
            self._writer = task
            try:
                yield
            finally:
                self._writer = None

    # Reads

    async def get_all_user_threads(
        self, user_id: str | None = None, thread_id: str | None = None
    ) -> list[ThreadDict] | None:
        """Whole conversations, with their JSON and their truth values as such."""
        threads = await super().get_all_user_threads(user_id, thread_id)
        for thread in threads or []:
            thread["metadata"] = _from_json(thread["metadata"])
            for step in thread["steps"]:
                step["metadata"] = _from_json(step["metadata"])
                step["isError"] = bool(step["isError"])
                step["streaming"] = False
                step["showInput"] = False
            for element in thread["elements"] or []:
                element["props"] = _from_json(element["props"])
        return threads

    async def list_threads(
        self, pagination: Pagination, filters: ThreadFilter
    ) -> PaginatedResponse[ThreadDict]:
        """Names of a visitor's conversations, the one last spoken in first. The cursor is a count."""
        start = int(pagination.cursor or 0)
        search = (filters.search or "").strip()
        rows = await self.execute_sql(
            _LIST,
            {
                "user": filters.userId,
                "search": search,
                "pattern": f"%{search}%",
                "first": pagination.first + 1,
                "start": start,
            },
        )
        found = [_listed(row) for row in rows] if isinstance(rows, list) else []
        end = start + pagination.first
        return PaginatedResponse(
            pageInfo=PageInfo(
                hasNextPage=len(found) > pagination.first, startCursor=str(start), endCursor=str(end)
            ),
            data=found[: pagination.first],
        )

    async def delete_thread(self, thread_id: str) -> None:
        """Delete a conversation here and in our own memory of it."""
        author = await self.get_thread_author(thread_id)
        await super().delete_thread(thread_id)
        await self._threads.remove("web", author, thread_id)

    async def close(self) -> None:
        """Leave the database open: it is not ours to close."""


def _session_user() -> PersistedUser | None:
    try:
        user = context.session.user
    except ChainlitContextException:  # a request outside of any conversation
        return None
    return user if isinstance(user, PersistedUser) else None


def _listed(row: dict[str, Any]) -> ThreadDict:
    return ThreadDict(
        id=row["id"],
        createdAt=row["createdAt"],
        name=row["name"],
        userId=None,
        userIdentifier=None,
        tags=None,
        metadata=None,
        steps=[],
        elements=[],
    )


def _from_json(value: Any) -> dict[str, Any]:  # noqa: ANN401 - text or already a dict, by database
    decoded = json.loads(value) if isinstance(value, str) else value
    return decoded if isinstance(decoded, dict) else {}
