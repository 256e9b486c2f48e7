"""Whole turns of the real agent: one answer each, of films that exist, whatever was said before."""

import asyncio
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adapters.app import App
from adapters.settings import load_settings
from agent.turn import Turn
from tests.agent.house import only_done
from tests.fuzz.cases import slow_cases


@pytest.fixture(scope="module")
def stage(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[asyncio.Runner, App]]:
    home: Path = tmp_path_factory.mktemp("home")
    url = f"sqlite:///{home}/cine.db"
    with asyncio.Runner() as runner:
        opening = App.open(load_settings(model="none", database_url=url, home=home))
        app = runner.run(opening.__aenter__())
        yield runner, app
        runner.run(opening.__aexit__(None, None, None))


@slow_cases
@given(data=st.data(), user=st.sampled_from(["ana", "luis", "ben"]), thread=st.sampled_from(["one", "two"]))
def test_every_message_is_answered_once_with_films_that_exist(
    stage: tuple[asyncio.Runner, App],
    messages: st.SearchStrategy[str],
    data: st.DataObject,
    user: str,
    thread: str,
) -> None:
    runner, app = stage

    async def say(text: str) -> None:
        done = only_done([event async for event in app.agent.stream(Turn("cli", user, thread, text))])
        assert done.text.strip()
        assert all(app.catalogue.get(card.film.id) is card.film for card in done.cards)

    for text in data.draw(st.lists(messages, min_size=1, max_size=3)):
        runner.run(say(text))
