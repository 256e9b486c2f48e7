"""The language model as the agent has it: a decider, a writer, and word of whether it is there."""

import asyncio
from dataclasses import dataclass, field
from typing import Any

import httpx

from agent.availability import KEEP_ALIVE_S, Availability, Cause
from agent.decision_schema import decision_schema
from agent.model_decider import ModelDecider
from agent.model_writer import ModelWriter
from agent.speaking import ModelBroke, Patience

CONTEXT_TOKENS = 4096
"""The same for every request: Ollama loads a model anew when it changes."""
DECISION_TOKENS = 200
ANSWER_TOKENS = 120


@dataclass(frozen=True, slots=True)
class LanguageModel:
    """Two voices of one model, and its availability."""

    decider: ModelDecider
    writer: ModelWriter
    availability: Availability

    transport: httpx.AsyncBaseTransport | None = None
    """The connections that both voices share."""
    _trials: set[asyncio.Task[None]] = field(default_factory=set, init=False)

    async def warm_up(self, patience: Patience) -> None:
        """Have the server read both fixed prompts, where the model is there. Raises ModelBroke."""
        if await self.availability.away():
            return
        self.availability.warming = True
        try:
            await self._read_prompts(patience)
        finally:
            self.availability.warming = False

    async def away(self, patience: Patience) -> Cause | None:
        """Why the model is not to be asked for this turn; None: ask it, and report the outcome.

        One that kept failing is tried again on the side with `patience`: nobody waits for it meanwhile.
        """
        cause = await self.availability.away()
        if cause == "resting" and not self._trials and self.availability.trial_due():
            trial = asyncio.create_task(self._try_again(patience))
            self._trials.add(trial)
            trial.add_done_callback(self._trials.discard)
        return cause

    async def _try_again(self, patience: Patience) -> None:
        try:
            await self._read_prompts(patience)
        except ModelBroke:
            self.availability.failed()

    async def _read_prompts(self, patience: Patience) -> None:
        await self.decider.warm_up(patience)
        await self.writer.warm_up(patience)
        self.availability.succeeded()

    async def aclose(self) -> None:
        """Give up what is tried, and close the connections."""
        for trial in self._trials:
            trial.cancel()
        await asyncio.gather(*self._trials, return_exceptions=True)
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
