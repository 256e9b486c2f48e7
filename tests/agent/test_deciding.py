"""When a model is asked at all: where the planner's own reading may not be enough."""

import pytest

from agent.deciding import RAMBLING, wants_help
from agent.decision import Decision
from agent.reconcile import SURE
from tests.agent.house import call, decide

WISH = call(tool="recommend_films", genres=["Horror"])


@pytest.mark.parametrize(
    ("text", "planned", "asked"),
    [
        ("a horror film", decide(WISH, certainty=SURE), False),
        ("a horror film", decide(WISH, certainty=SURE - 0.01), True),
        ("i don't know, anything", decide(call(tool="recommend_films"), certainty=0.99), True),
        ("thanks", Decision(small_talk="thanks", certainty=0.9), False),
        ("hm", Decision(small_talk="other", certainty=0.2), True),
        ("so " * RAMBLING, decide(WISH), False),
        ("so " * RAMBLING + "horror", decide(WISH), True),
    ],
)
def test_a_model_is_asked_where_it_can_help(text: str, planned: Decision, asked: bool) -> None:
    assert wants_help(text, planned) is asked
