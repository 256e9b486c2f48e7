import sqlite3
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypedDict

import pytest
from langgraph.checkpoint.base import BaseCheckpointSaver
from langgraph.graph import END, START, StateGraph
from langgraph.graph.state import CompiledStateGraph
from sqlalchemy import func, select

from data.errors import DatabaseError
from memory.checkpoint_tables import BY_THREAD, tables_there
from memory.checkpoints import open_checkpointer, strict_serializer
from memory.database import Database


class State(TypedDict, total=False):
    said: list[str]
    focus: Any


@dataclass(frozen=True)
class Focus:
    film: str


def remember(state: State) -> State:
    return {"said": [*state.get("said", []), "again"], "focus": Focus("Heat")}


def graph(checkpointer: BaseCheckpointSaver[str]) -> "CompiledStateGraph[State, None, State, State]":
    builder = StateGraph(State)
    builder.add_node("remember", remember)
    builder.add_edge(START, "remember")
    builder.add_edge("remember", END)
    return builder.compile(checkpointer=checkpointer)


async def kept(database: Database) -> dict[str, int]:
    """How many rows there are in each of LangGraph's tables."""
    async with database.session() as session:
        there = await tables_there(session)
        return {
            table.name: await session.scalar(select(func.count()).select_from(table)) or 0
            for table in BY_THREAD
            if table.name in there
        }


async def test_after_a_lock_that_lasted_too_long_the_next_turn_is_kept(
    file_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("memory.checkpoints.BUSY_SECONDS", 0.1)
    database = await Database.open(file_url)
    config: Any = {"configurable": {"thread_id": "key"}}
    async with open_checkpointer(file_url, allowed=[Focus], beside=database.store) as checkpointer:
        talk = graph(checkpointer)
        await talk.ainvoke({}, config, durability="exit")
        other = sqlite3.connect(tmp_path / "cine.db", isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(DatabaseError, match="in use by another program"):
            await talk.ainvoke({}, config, durability="exit")
        other.execute("ROLLBACK")
        other.execute("CREATE TABLE meanwhile (id INTEGER)")  # what an open transaction would not have seen
        other.close()
        state = await talk.ainvoke({}, config, durability="exit")
        assert state["said"] == ["again", "again"]
    await database.close()


async def test_a_conversation_goes_on_after_a_restart_beside_our_own_tables(
    url: str, database: Database
) -> None:
    config: Any = {"configurable": {"thread_id": "key"}}
    for turns in (1, 2, 3):
        async with open_checkpointer(url, allowed=[Focus]) as checkpointer:
            state = await graph(checkpointer).ainvoke({}, config)
        assert state["said"] == ["again"] * turns
    async with open_checkpointer(url, allowed=[Focus]) as checkpointer:
        state = (await graph(checkpointer).aget_state(config)).values
    assert state["focus"] == Focus("Heat")
    rows = await kept(database)
    assert rows["checkpoints"] == 1
    assert rows.get("writes", 0) + rows.get("checkpoint_writes", 0) <= 2
    assert rows.get("checkpoint_blobs", 0) <= 3  # one a channel


async def test_a_thread_is_deleted_by_its_key_and_no_other(url: str) -> None:
    async with open_checkpointer(url) as checkpointer:
        for key in ("one", "two"):
            await graph(checkpointer).ainvoke({}, {"configurable": {"thread_id": key}})
        await checkpointer.adelete_thread("one")
        assert await checkpointer.aget_tuple({"configurable": {"thread_id": "one"}}) is None
        assert await checkpointer.aget_tuple({"configurable": {"thread_id": "two"}}) is not None


async def test_classes_not_allowed_come_back_as_bare_data() -> None:
    stored = strict_serializer([Focus]).dumps_typed(Focus("Heat"))
    assert strict_serializer([Focus]).loads_typed(stored) == Focus("Heat")
    assert strict_serializer().loads_typed(stored) == {"film": "Heat"}


async def test_there_is_no_pickle() -> None:
    with pytest.raises(TypeError):
        strict_serializer().dumps_typed(object())
    with pytest.raises(NotImplementedError):
        strict_serializer().loads_typed(("pickle", b"cos\nsystem\n(S'true'\ntR."))


async def test_a_file_that_is_no_database_is_said(tmp_path: Path) -> None:
    (tmp_path / "notes").write_text("no database at all" * 100)
    with pytest.raises(DatabaseError, match="not a database"):
        async with open_checkpointer(f"sqlite:///{tmp_path / 'notes'}"):
            pass
