"""How often people may ask, alone and together."""

import logging
import os
import time
import uuid
from dataclasses import replace

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


async def test_a_picture_counts_as_several_turns_and_what_is_dear_is_charged_afterwards() -> None:
    rates = TurnRates(person=10, room=0)
    sent = replace(turn("ana"), attachment=b"picture")
    assert [await rates.wait_s(sent) for _ in range(2)] == [0, 0]
    assert await rates.wait_s(turn("ana")) > 0
    assert await rates.wait_s(turn("luis")) == 0
    await rates.charge(turn("luis"), 4)
    await rates.charge(turn("luis"), 40)  # as far as there is any left
    assert await rates.wait_s(turn("luis")) > 0
    small = TurnRates(person=2, room=0)
    assert await small.wait_s(sent) == 0  # dearer than a minute's turns, and yet possible
    assert await small.wait_s(sent) > 0


async def test_an_address_has_its_own_limit_and_is_not_written_down(redis_url: str) -> None:
    for rates in (
        TurnRates(person=0, room=0, address=2),
        TurnRates(person=0, room=0, address=2, redis_url=redis_url),
    ):
        address = uuid.uuid4().hex
        people = [replace(turn(name), address=address) for name in ("ana", "luis", "eva")]
        assert [await rates.wait_s(one) > 0 for one in people] == [False, False, True]
        assert await rates.wait_s(replace(turn("eva"), address="elsewhere" + address)) == 0
        assert await rates.wait_s(turn("eva")) == 0
        await rates.aclose()
    with Redis.from_url(redis_url) as client:
        assert not [key for key in client.scan_iter("*cine*") if address.encode() in key]


async def test_guests_have_fewer_turns_where_one_can_sign_in() -> None:
    rates = TurnRates(person=3, room=0, guest=1)
    guest = replace(turn("visitor"), guest=True)
    assert await rates.wait_s(guest) == 0
    assert await rates.wait_s(guest) > 0
    assert {await rates.wait_s(turn("ana")) for _ in range(3)} == {0}
    as_everybody = TurnRates(person=2, room=0, guest=0)
    assert [await as_everybody.wait_s(guest) > 0 for _ in range(3)] == [False, False, True]
