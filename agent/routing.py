"""Where the graph goes next. Pure: the state alone decides."""

from typing import Literal

from agent.state import State


def after_decide(state: State) -> Literal["act", "answer"]:
    """Act where there are calls to make; small talk and refusals are answered at once."""
    return "act" if state["decision"].calls else "answer"


def after_act(state: State) -> Literal["decide", "answer"]:
    """Back to the model where it wanted to see the results first; how often, `decide` bounds."""
    return "decide" if state["decision"].again else "answer"
