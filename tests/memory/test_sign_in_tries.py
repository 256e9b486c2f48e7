"""Waits that grow, whoever tries, and are the same for names that nobody has."""

from datetime import UTC, datetime, timedelta

import pytest

from memory.database import Database
from memory.sign_in_tries import (
    ACCOUNTS_OF_AN_ADDRESS,
    FIRST_WAIT,
    FORGOTTEN,
    LONGEST_WAIT,
    OF_A_NAME,
    OF_AN_ADDRESS,
    SignInTries,
)
from tests.memory.clock import Clock


@pytest.fixture
def clock() -> Clock:
    return Clock(datetime(2026, 5, 6, 20, tzinfo=UTC))


@pytest.fixture
def tries(database: Database, clock: Clock) -> SignInTries:
    return SignInTries(database, clock)


async def fail(tries: SignInTries, times: int, name: str = "Ana", address: str = "::1") -> None:
    for _ in range(times):
        await tries.failed(name, address)


async def test_after_five_failures_a_name_waits_longer_and_longer(tries: SignInTries, clock: Clock) -> None:
    await fail(tries, OF_A_NAME - 1)
    assert await tries.wait("ana ", "::1") == timedelta(0)
    await fail(tries, 1)
    assert await tries.wait("ANA", "another address") == timedelta(minutes=1)
    assert await tries.wait("luis", "::1") == timedelta(0)
    clock.at += timedelta(minutes=1)
    assert await tries.wait("ana", "::1") <= timedelta(0)
    await fail(tries, 1)
    assert await tries.wait("ana", "::1") == timedelta(minutes=2)
    await fail(tries, 20)
    assert await tries.wait("ana", "::1") == LONGEST_WAIT


async def test_an_address_waits_too(tries: SignInTries) -> None:
    for number in range(OF_AN_ADDRESS):
        await tries.failed(f"name {number}", "::1")
    assert await tries.wait("somebody else", "::1") == timedelta(minutes=1)
    assert await tries.wait("somebody else", "::2") == timedelta(0)


async def test_a_success_clears_the_name_and_a_day_clears_all(tries: SignInTries, clock: Clock) -> None:
    await fail(tries, OF_AN_ADDRESS)
    await tries.succeeded("Ana", "::1")
    assert await tries.wait("Ana", "::2") == timedelta(0)
    assert await tries.wait("Ana", "::1") > timedelta(0)
    clock.at += FORGOTTEN
    assert await tries.wait("Ana", "::1") == timedelta(0)


async def test_a_clock_set_back_makes_nobody_wait_longer(tries: SignInTries, clock: Clock) -> None:
    await fail(tries, OF_A_NAME)
    clock.at += timedelta(hours=-5)
    assert await tries.wait("Ana", "::1") == timedelta(minutes=1)


async def test_many_accounts_from_one_address_take_longer_and_longer(
    tries: SignInTries, clock: Clock
) -> None:
    for _ in range(ACCOUNTS_OF_AN_ADDRESS):
        assert await tries.wait_to_join("here") == timedelta(0)
        await tries.joined("here")
    assert await tries.wait_to_join("here") == FIRST_WAIT
    assert await tries.wait_to_join("there") == timedelta(0)
    assert await tries.wait("ana", "here") == timedelta(0)  # who has an account may sign in
    clock.at += FIRST_WAIT
    await tries.joined("here")
    assert await tries.wait_to_join("here") == 2 * FIRST_WAIT
    clock.at += FORGOTTEN
    assert await tries.wait_to_join("here") == timedelta(0)
