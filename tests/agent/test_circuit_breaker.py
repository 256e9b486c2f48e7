from agent.circuit_breaker import CircuitBreaker


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


def test_it_opens_after_failures_in_a_row_tries_again_and_recovers() -> None:
    clock = Clock()
    breaker = CircuitBreaker(clock=clock, failures=2, rest_s=10)
    breaker.failed()
    breaker.succeeded()
    breaker.failed()
    assert breaker.allows()
    breaker.failed()
    assert not breaker.allows()
    clock.now = 9.9
    assert not breaker.allows()
    clock.now = 10
    assert breaker.allows()  # half open: this one
    assert not breaker.allows()  # and no other, until it has reported
    breaker.succeeded()
    assert breaker.allows()
    assert breaker.allows()


def test_the_rest_grows_while_it_keeps_failing_up_to_a_limit_and_is_short_again_after_success() -> None:
    clock = Clock()
    breaker = CircuitBreaker(clock=clock, failures=1, rest_s=10, longest_rest_s=25)
    breaker.failed()
    for rest in (10, 20, 25, 25):
        clock.now += rest - 1
        assert not breaker.allows()
        clock.now += 1
        assert breaker.allows()
        breaker.failed()
    clock.now += 25
    assert breaker.allows()
    breaker.succeeded()
    breaker.failed()
    clock.now += 10
    assert breaker.allows()


def test_a_half_open_call_that_never_reports_does_not_block_for_ever() -> None:
    clock = Clock()
    breaker = CircuitBreaker(clock=clock, failures=1, rest_s=10)
    breaker.failed()
    clock.now = 10
    assert breaker.allows()
    clock.now = 20
    assert breaker.allows()
