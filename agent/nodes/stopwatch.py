"""Milliseconds by stage."""

from collections.abc import Mapping

from agent.state import State, TurnContext


def spent(stage: str, since: float, state: State, context: TurnContext) -> Mapping[str, float]:
    """The times so far, with those of this visit to a stage added. `since` by the turn's clock."""
    times = state.get("ms", {})
    return {**times, stage: times.get(stage, 0.0) + 1000 * (context.parts.clock() - since)}
