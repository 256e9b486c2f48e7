from agent.thread_locks import ThreadLocks


async def test_the_same_thread_has_one_lock_for_as_long_as_somebody_holds_it() -> None:
    locks = ThreadLocks()
    first = locks.of(("cli", "ana", "t"))
    assert locks.of(("cli", "ana", "t")) is first
    assert locks.of(("cli", "luis", "t")) is not first
    assert len(locks) == 1
    del first
    assert len(locks) == 0
