"""Deciding with a language model: a fixed prompt, a constrained answer, a decision or nothing."""

from collections.abc import Sequence
from contextlib import aclosing
from itertools import chain

from langchain_core.language_models import BaseChatModel
from langchain_core.messages import AIMessage, BaseMessage, HumanMessage, SystemMessage

from agent.decision import Decision
from agent.decision_schema import read_decision
from agent.prompts.deciding import EXAMPLES, RULES
from agent.speaking import Patience, speak

MESSAGE_LIMIT = 1200
"""Characters of a message that a model reads; on two cores each hundred cost half a second."""
ANSWER_LIMIT = 1500
"""Characters of a decision; a model that writes more is going round in circles."""

_PREFIX: Sequence[BaseMessage] = (
    SystemMessage(RULES),
    *chain.from_iterable((HumanMessage(said), AIMessage(decided)) for said, decided in EXAMPLES),
)


class ModelDecider:
    """Asks a model for a decision. `model` must answer by `decision_schema()`."""

    def __init__(self, model: BaseChatModel) -> None:
        self._model = model

    async def decide(self, text: str, situation: str, patience: Patience) -> Decision | None:
        """The model's decision; None where its answer holds none. Raises ModelBroke."""
        message = f"{situation}\nMessage: {text[:MESSAGE_LIMIT]}".strip()
        answer = ""
        async with aclosing(speak(self._model, [*_PREFIX, HumanMessage(message)], patience)) as pieces:
            async for piece in pieces:
                answer += piece
                if len(answer) > ANSWER_LIMIT:
                    return None
        return read_decision(answer)

    async def warm_up(self, patience: Patience) -> None:
        """Have the server read the fixed prompt and keep it for the first person. Raises ModelBroke."""
        await self.decide("hello", "", patience)
