import asyncio

import pytest

from agent.thread_locks import StillBusy, ThreadLocks

ANA, LUIS = ("cli", "ana", "t"), ("cli", "luis", "t")


async def test_turns_of_a_thread_come_one_after_the_other_in_their_order() -> None:
    locks = ThreadLocks()
    order: list[int] = []

    async def turn(number: int) -> None:
        async with locks.hold(ANA, 5):
            order.append(number)
            await asyncio.sleep(0)
            order.append(number)

    await asyncio.gather(*(turn(number) for number in range(4)))
    assert order == [0, 0, 1, 1, 2, 2, 3, 3]
    assert len(locks) == 0


async def test_other_threads_do_not_wait() -> None:
    locks = ThreadLocks()
    async with locks.hold(ANA, 5), locks.hold(LUIS, 0.01):
        assert len(locks) == 2


async def test_a_turn_that_never_ends_does_not_hold_up_the_next_for_ever() -> None:
    locks = ThreadLocks()
    async with locks.hold(ANA, 5):
        with pytest.raises(StillBusy):
            async with locks.hold(ANA, 0.01):
                raise AssertionError
    async with locks.hold(ANA, 0.01):
        pass


async def test_a_turn_that_fails_frees_the_thread() -> None:
    locks = ThreadLocks()
    with pytest.raises(ZeroDivisionError):
        async with locks.hold(ANA, 5):
            raise ZeroDivisionError
    async with locks.hold(ANA, 0.01):
        pass
