"""How often people may ask, alone and together."""

import logging
import os
import time
import uuid

import pytest
from redis import Redis
from redis.exceptions import RedisError

from adapters.rates import TurnRates
from agent.turn import Turn
from data.errors import BadInput

REDIS = os.environ.get("CINE_TEST_REDIS", "redis://127.0.0.1:6379/0")


def turn(user: str, surface: str = "web", room: str | None = None) -> Turn:
    return Turn(surface, user, "t", "hello", room=room)


@pytest.fixture
def redis_url() -> str:
    try:
        with Redis.from_url(REDIS, socket_connect_timeout=1) as client:
            client.ping()
    except RedisError as error:
        pytest.skip(f"no Redis at {REDIS} (CINE_TEST_REDIS): {error}")
    return REDIS


async def test_one_person_waits_and_others_do_not() -> None:
    rates = TurnRates(person=2, room=0)
    assert [await rates.wait_s(turn("ana")) for _ in range(2)] == [0, 0]
    assert 50 < await rates.wait_s(turn("ana")) <= 60
    assert await rates.wait_s(turn("luis")) == 0
    assert await rates.wait_s(turn("ana", "telegram")) == 0


async def test_nobody_waits_for_a_clock_that_was_set_back(monkeypatch: pytest.MonkeyPatch) -> None:
    rates = TurnRates(person=1, room=0)
    assert await rates.wait_s(turn("ana")) == 0
    set_back = time.time() - 3600
    monkeypatch.setattr(time, "time", lambda: set_back)
    assert await rates.wait_s(turn("ana")) == 0
    assert 50 < await rates.wait_s(turn("ana")) <= 60


async def test_a_room_has_its_own_limit_and_who_is_refused_there_is_not_counted() -> None:
    rates = TurnRates(person=2, room=1)
    assert await rates.wait_s(turn("ana", room="r")) == 0
    assert await rates.wait_s(turn("luis", room="r")) > 0
    assert [await rates.wait_s(turn("luis")) for _ in range(2)] == [0, 0]


async def test_no_limit_and_the_machine_itself() -> None:
    rates, strict = TurnRates(person=0, room=0), TurnRates(person=1, room=1)
    assert {await rates.wait_s(turn("ana", room="r")) for _ in range(5)} == {0}
    assert {await strict.wait_s(turn("ana", "cli")) for _ in range(5)} == {0}


async def test_processes_count_together_in_redis(redis_url: str) -> None:
    one, other = (TurnRates(person=2, room=0, redis_url=redis_url) for _ in range(2))
    user = uuid.uuid4().hex
    assert await one.wait_s(turn(user)) == 0
    assert await other.wait_s(turn(user)) == 0
    assert await one.wait_s(turn(user)) > 0
    await one.aclose()
    await other.aclose()


async def test_without_redis_a_process_counts_alone_and_says_so_once(
    caplog: pytest.LogCaptureFixture,
) -> None:
    caplog.set_level(logging.WARNING)
    rates = TurnRates(person=2, room=0, redis_url="redis://127.0.0.1:1/0")
    assert [await rates.wait_s(turn("ana")) for _ in range(2)] == [0, 0]
    assert await rates.wait_s(turn("ana")) > 0
    assert len(caplog.records) == 1
    await rates.aclose()


def test_an_address_that_is_none_is_refused() -> None:
    with pytest.raises(BadInput, match="CINE_REDIS_URL"):
        TurnRates(person=1, room=1, redis_url="http://127.0.0.1")
