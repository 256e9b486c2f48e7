"""What a model may write for a decision, mended or left out; nothing of it breaks a turn."""

import json

from hypothesis import given
from hypothesis import strategies as st

from agent.decision import Decision
from agent.decision_schema import ARGUMENT_TYPES, read_decision
from tests.fuzz.cases import ANYTHING, cases

FIELDS = sorted({name for kind in ARGUMENT_TYPES.values() for name in kind.model_fields})
VALUES = st.recursive(
    st.one_of(
        st.none(),
        st.booleans(),
        st.integers(),
        st.floats(),
        ANYTHING,
        st.sampled_from(["none", "Heat", "rate", 5, 1995, "profile", ["Heat"], "4.5"]),
    ),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(ANYTHING, inner, max_size=3),
    max_leaves=5,
)
CALLS = st.builds(
    lambda tool, fields: {"tool": tool, **fields},
    st.sampled_from([*ARGUMENT_TYPES, "none", "play_film"]),
    st.dictionaries(st.sampled_from(FIELDS), VALUES, max_size=5),
)
ANSWERS = st.builds(
    lambda calls, again: {"calls": calls, "again": again}, st.lists(CALLS, max_size=4), VALUES
)


@cases
@given(answer=ANSWERS, cut=st.floats(0, 1), noise=ANYTHING, wrapped=st.booleans())
def test_half_written_and_wrong_answers_are_mended_or_refused(
    answer: object, cut: float, noise: str, wrapped: bool
) -> None:
    text = json.dumps(answer)
    text = f"```json\n{text}\n```" if wrapped else text
    for written in (text, text[: int(len(text) * cut)], noise + text, text.replace('"', noise)):
        decision = read_decision(written)
        assert decision is None or decision == Decision.model_validate(decision.model_dump())
        assert decision is None or not decision.confirmed
