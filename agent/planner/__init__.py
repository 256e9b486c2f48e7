"""Understanding without a language model: parsers, a small intent model, and the rules between them."""

from agent.planner.planner import Planner

__all__ = ["Planner"]
