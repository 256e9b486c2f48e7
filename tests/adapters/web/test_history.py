import asyncio
import uuid
from typing import Any

import pytest
from chainlit.context import ChainlitContext, context_var
from chainlit.element import CustomElement
from chainlit.session import HTTPSession
from chainlit.types import Pagination, ThreadFilter
from chainlit.user import PersistedUser, User

from adapters.web.history import NAME_LENGTH, History
from data.errors import BadInput
from memory.database import Database
from memory.people import People
from memory.privacy import Privacy
from memory.threads import Threads

THREAD = "0b8c5f0e-58d3-4b1e-9a86-0d1f6b1e6a11"


@pytest.fixture
def history(database: Database) -> History:
    return History(database)


async def visitor(history: History, name: str = "visitor-a") -> PersistedUser:
    user = await history.create_user(User(identifier=name))
    assert user is not None
    return user


@pytest.fixture
async def ana(history: History) -> PersistedUser:
    """The visitor of the session."""
    user = await visitor(history)
    session = HTTPSession(id="s", client_type="webapp", thread_id=THREAD, user=user)
    context_var.set(ChainlitContext(session))
    return user


def step(output: str, thread: str = THREAD, **more: Any) -> Any:
    return {
        "id": "s1",
        "name": "CineAesthete",
        "type": "assistant_message",
        "threadId": thread,
        "streaming": False,
        "output": output,
        "input": "",
        "isError": False,
        "metadata": {"icon": "film"},
        "createdAt": "2026-05-04T20:00:00Z",
        **more,
    }


async def test_writes_land_in_the_order_in_which_they_were_begun(
    history: History, ana: PersistedUser
) -> None:
    begun = [asyncio.create_task(history.create_step(step("")))]
    begun += [asyncio.create_task(history.update_step(step(f"{n} words"))) for n in range(20)]
    await asyncio.gather(*begun)
    thread = await history.get_thread(THREAD)
    assert thread is not None
    assert [kept["output"] for kept in thread["steps"]] == ["19 words"]


async def test_a_conversation_comes_back_as_it_was(history: History, ana: PersistedUser) -> None:
    await history.update_thread(THREAD, name="Heat", user_id=ana.id, metadata={"a": 1})
    await history.create_step(step("Five films"))
    cards = CustomElement(
        name="FilmCards", props={"cards": [{"id": "tt0113277"}]}, thread_id=THREAD, for_id="s1"
    )
    await history.create_element(cards)
    cards.props = {"cards": []}
    await history.create_element(cards)
    thread = await history.get_thread(THREAD)
    assert thread is not None
    assert thread["metadata"] == {"a": 1}
    assert thread["userIdentifier"] == "visitor-a"
    assert thread["steps"][0]["metadata"] == {"icon": "film"}
    assert thread["steps"][0]["isError"] is False
    assert [element["props"] for element in thread["elements"] or []] == [{"cards": []}]
    assert await history.get_thread_author(THREAD) == "visitor-a"


async def test_the_list_names_own_conversations_the_last_spoken_in_first(
    history: History, ana: PersistedUser
) -> None:
    luis = await visitor(history, "visitor-b")
    for number in range(5):
        thread = str(uuid.uuid4())
        await history.update_thread(thread, name=f"talk {number}", user_id=ana.id)
        spoken = f"2026-05-0{number + 1}T20:00:00Z"
        await history.create_step(step(f"about {number}", thread, id=thread, createdAt=spoken))
    await history.update_thread(str(uuid.uuid4()), name="secret", user_id=luis.id)

    async def names(cursor: str | None = None, **filters: Any) -> tuple[list[str | None], Any]:
        page = await history.list_threads(Pagination(first=2, cursor=cursor), ThreadFilter(**filters))
        return [thread["name"] for thread in page.data], page.pageInfo

    first, info = await names(userId=ana.id)
    assert first == ["talk 4", "talk 3"]
    second, info = await names(info.endCursor, userId=ana.id)
    assert second == ["talk 2", "talk 1"]
    assert info.hasNextPage
    last, info = await names(info.endCursor, userId=ana.id)
    assert last == ["talk 0"]
    assert not info.hasNextPage
    assert (await names(userId=ana.id, search="about 3"))[0] == ["talk 3"]
    assert (await names(userId=ana.id, search="secret"))[0] == []


async def test_a_new_visitor_is_made_once_by_many_connections(history: History) -> None:
    users = await asyncio.gather(*(history.create_user(User(identifier="visitor-c")) for _ in range(8)))
    assert len({user.id for user in users if user}) == 1


async def test_an_address_that_is_no_id_is_refused(history: History, ana: PersistedUser) -> None:
    with pytest.raises(BadInput):
        await history.create_step(step("x", thread="x') OR ('1'='1"))
    assert await history.get_all_user_threads(thread_id="x') OR ('1'='1") == []


async def test_a_very_long_first_message_names_its_conversation_briefly(
    history: History, ana: PersistedUser
) -> None:
    for text in ("films " * 5_000, "x" * 20_000):
        await history.update_thread(THREAD, name=text, user_id=ana.id)
        page = await history.list_threads(Pagination(first=9), ThreadFilter(userId=ana.id))
        assert 0 < len(page.data[0]["name"] or "") <= NAME_LENGTH


async def test_a_deleted_conversation_is_gone_with_all_it_held(history: History, ana: PersistedUser) -> None:
    await history.update_thread(THREAD, name="Heat", user_id=ana.id)
    await history.create_step(step("Five films"))
    await history.create_element(CustomElement(name="FilmCards", props={}, thread_id=THREAD, for_id="s1"))
    await history.delete_thread(THREAD)
    assert await history.get_thread(THREAD) is None
    assert await history.execute_sql("SELECT * FROM elements", {}) == []
    assert await history.execute_sql("SELECT * FROM steps", {}) == []


async def test_one_who_asked_to_be_forgotten_leaves_nothing_behind(
    history: History, ana: PersistedUser, database: Database
) -> None:
    person = await People(database).resolve("web", ana.identifier)
    await history.create_step(step("Are you sure?"))
    await Privacy(database).erase(person.id)
    await history.create_step(step("Done. Everything I knew about you is erased."))
    cards = CustomElement(name="FilmCards", props={}, thread_id=THREAD, for_id="s1")
    await history.create_element(cards)
    await history.update_thread(THREAD, metadata={"chat_settings": {}})
    for table in ("users", "threads", "steps", "elements"):
        assert await history.execute_sql(f"SELECT * FROM {table}", {}) == []  # noqa: S608


async def test_one_who_was_forgotten_and_goes_on_talking_begins_anew(
    history: History, ana: PersistedUser, database: Database
) -> None:
    person = await People(database).resolve("web", ana.identifier)
    await history.create_step(step("Are you sure?"))
    await Privacy(database).erase(person.id)
    await history.create_step(step("Done. Everything I knew about you is erased."))
    await history.create_step(step("something like Alien", id="s2", type="user_message"))
    await history.create_step(step("Five films", id="s3"))
    thread = await history.get_thread(THREAD)
    assert thread is not None
    assert (thread["name"], thread["userIdentifier"]) == ("something like Alien", ana.identifier)
    assert [kept["output"] for kept in thread["steps"]] == ["something like Alien", "Five films"]


async def test_a_conversation_always_belongs_to_somebody(history: History, ana: PersistedUser) -> None:
    await history.create_step(step("Five films"))
    assert await history.get_thread_author(THREAD) == ana.identifier


async def test_a_conversation_deleted_in_the_sidebar_is_gone_from_our_memory_too(
    history: History, ana: PersistedUser, database: Database
) -> None:
    person = await People(database).resolve("web", ana.identifier)
    threads = Threads(database)
    opened = await threads.open(person.id, "web", THREAD)
    await history.create_step(step("Here you are"))
    await history.delete_thread(THREAD)
    assert await history.get_thread(THREAD) is None
    assert (await threads.open(person.id, "web", THREAD)).id != opened.id


async def test_of_a_private_conversation_no_line_is_kept(
    history: History, database: Database, ana: PersistedUser
) -> None:
    person = await People(database).resolve("web", ana.identifier)
    threads = Threads(database)
    thread = await threads.open(person.id, "web", THREAD)
    await history.create_step(step("before", id="before"))
    await threads.keep_private(thread.id, private=True)
    await history.create_step(step("SECRET", id="secret", type="user_message"))
    await history.update_step(step("SECRET", id="secret", type="user_message"))
    await threads.keep_private(thread.id, private=False)
    await history.create_step(step("after", id="after"))
    kept: Any = await history.get_thread(THREAD)
    assert [line["output"] for line in kept["steps"]] == ["before", "after"]
