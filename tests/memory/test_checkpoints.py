import sqlite3
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypedDict

import pytest
from langgraph.graph import END, START, StateGraph
from langgraph.graph.state import CompiledStateGraph

from data.errors import DatabaseError
from memory.checkpoints import LatestCheckpoints, open_checkpointer, strict_serializer
from memory.database import Database


class State(TypedDict, total=False):
    said: list[str]
    focus: Any


@dataclass(frozen=True)
class Focus:
    film: str


def remember(state: State) -> State:
    return {"said": [*state.get("said", []), "again"], "focus": Focus("Heat")}


def graph(checkpointer: LatestCheckpoints) -> "CompiledStateGraph[State, None, State, State]":
    builder = StateGraph(State)
    builder.add_node("remember", remember)
    builder.add_edge(START, "remember")
    builder.add_edge("remember", END)
    return builder.compile(checkpointer=checkpointer)


def kept(path: Path) -> tuple[int, int]:
    """How many checkpoints and pending writes there are."""
    connection = sqlite3.connect(path)
    query = "SELECT (SELECT count(*) FROM checkpoints), (SELECT count(*) FROM writes)"
    checkpoints, writes = connection.execute(query).fetchone()
    connection.close()
    return checkpoints, writes


async def test_a_conversation_goes_on_after_a_restart_beside_our_own_tables(
    url: str, database: Database, tmp_path: Path
) -> None:
    config: Any = {"configurable": {"thread_id": "key"}}
    for turns in (1, 2, 3):
        async with open_checkpointer(url, allowed=[Focus]) as checkpointer:
            state = await graph(checkpointer).ainvoke({}, config)
        assert state["said"] == ["again"] * turns
    async with open_checkpointer(url, allowed=[Focus]) as checkpointer:
        state = (await graph(checkpointer).aget_state(config)).values
    assert state["focus"] == Focus("Heat")
    checkpoints, writes = kept(tmp_path / "cine.db")
    assert checkpoints == 1
    assert writes <= 2


async def test_a_thread_is_deleted_by_its_key_and_no_other(url: str, tmp_path: Path) -> None:
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
