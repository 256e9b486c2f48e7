"""The language model as the agent has it: a decider, a writer, and word of whether it is there."""

from dataclasses import dataclass
from typing import Any

import httpx

from agent.availability import Availability
from agent.decision_schema import decision_schema
from agent.model_decider import ModelDecider
from agent.model_writer import ModelWriter
from agent.speaking import Patience

CONTEXT_TOKENS = 4096
"""The same for every request: Ollama loads a model anew when it changes."""
DECISION_TOKENS = 200
ANSWER_TOKENS = 120
KEEP_ALIVE_S = 1800


@dataclass(frozen=True, slots=True)
class LanguageModel:
    """Two voices of one model, and its availability."""

    decider: ModelDecider
    writer: ModelWriter
    availability: Availability

    transport: httpx.AsyncBaseTransport | None = None
    """The connections that both voices share."""

    async def warm_up(self, patience: Patience) -> None:
        """Have the server read both fixed prompts, where the model is there. Raises ModelBroke."""
        if await self.availability.away():
            return
        self.availability.warming = True
        try:
            await self.decider.warm_up(patience)
            await self.writer.warm_up(patience)
        finally:
            self.availability.warming = False

    async def aclose(self) -> None:
        """Close the connections."""
        if self.transport:
            await self.transport.aclose()


def connect_ollama(*, host: str, name: str) -> LanguageModel:
    """Ollama's model `name` at `host`, or with `AUTO` the first it has when it is there.

    Nothing is sent yet, and the host need not be there.
    """
    from langchain_ollama import ChatOllama

    # Our own transport: one pool that can be closed, and no detour over a proxy meant for the web.
    transport = httpx.AsyncHTTPTransport()

    def chat(tokens: int, temperature: float, schema: dict[str, Any] | None = None) -> ChatOllama:
        return ChatOllama(
            model=name,
            base_url=host,
            num_ctx=CONTEXT_TOKENS,
            num_predict=tokens,
            temperature=temperature,
            format=schema,
            keep_alive=KEEP_ALIVE_S,
            reasoning=False,
            async_client_kwargs={"transport": transport},
        )

    deciding, writing = chat(DECISION_TOKENS, 0.0, decision_schema()), chat(ANSWER_TOKENS, 0.4)

    def choose(model: str) -> None:
        deciding.model = writing.model = model

    return LanguageModel(
        decider=ModelDecider(deciding),
        writer=ModelWriter(writing),
        availability=Availability(host, name, choose=choose),
        transport=transport,
    )
