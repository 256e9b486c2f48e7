"""How long things may take."""

from collections.abc import Callable
from dataclasses import dataclass, field

from agent.speaking import Patience


@dataclass(frozen=True, slots=True)
class Limits:
    """Seconds and counts; the defaults suit a small model on two CPU cores."""

    turn_s: float = 90.0
    """A whole turn. What is not done by then is left, and the reply made of what there is."""
    turns_at_once: int = 500
    """In one process, waiting ones among them; who comes beyond that is told so at once."""
    turns_at_work: int = 64
    """Of these, the ones that are not waiting in line."""
    tool_s: float = 20.0
    """One tool."""
    rounds: int = 4
    """Times round decide → act."""
    first_token_s: float = 45.0
    """Until a model's first word; reading the fixed prompt for the first time takes 25 s on two cores."""
    next_token_s: float = 15.0
    """Likewise, of a model that has read the prompt; its first word takes 1 to 3 s on two cores."""
    model_wait_s: float = 8.0
    """Until a model has time, where many ask it at once."""
    decide_s: float = 60.0
    """A model's whole decision."""
    answer_s: float = 30.0
    """A model's whole answer."""
    warm_up: Patience = field(default=Patience(first_token_s=180.0, whole_s=240.0))
    """For reading the fixed prompts, when nobody waits."""

    def until_first_token(self, *, prompt_read: bool) -> float:
        """Seconds to wait for a model's first word."""
        return min(self.next_token_s, self.first_token_s) if prompt_read else self.first_token_s


@dataclass(frozen=True, slots=True)
class Deadline:
    """A moment by which a turn is to be over."""

    clock: Callable[[], float]
    at: float

    def within(self, seconds: float) -> float:
        """So many seconds, or what is left of the turn if that is less; at least a tenth."""
        return max(0.1, min(seconds, self.at - self.clock()))

    @property
    def passed(self) -> bool:
        """The time is up."""
        return self.clock() >= self.at


@dataclass(frozen=True, slots=True)
class Asking:
    """Who asks a model, and how much time there is."""

    person: int
    limits: Limits
    deadline: Deadline

    @property
    def wait_s(self) -> float:
        """Seconds to wait for one that has time."""
        return self.deadline.within(self.limits.model_wait_s)

    def decision(self, *, prompt_read: bool) -> Patience:
        """For a decision."""
        first_s = self.limits.until_first_token(prompt_read=prompt_read)
        return Patience(self.deadline.within(first_s), self.deadline.within(self.limits.decide_s))

    @property
    def answer(self) -> Patience:
        """For an answer."""
        limits, within = self.limits, self.deadline.within
        return Patience(within(limits.first_token_s), within(limits.answer_s))
