"""Answering with a language model: it opens the reply, and code vouches for every sentence of it."""

from collections.abc import AsyncGenerator, Sequence
from contextlib import aclosing
from itertools import chain

from langchain_core.language_models import BaseChatModel
from langchain_core.messages import AIMessage, BaseMessage, HumanMessage, SystemMessage

from agent.condensing import Condenser
from agent.facts import Facts
from agent.grounding import sentences, vouch
from agent.prompts.answering import EXAMPLES, RULES
from agent.speaking import Patience, speak
from agent.wording.words import sentence as finished

MESSAGE_LIMIT = 300
"""Characters of the message that are read again for the answer."""
SENTENCES = 3

_PREFIX: Sequence[BaseMessage] = (
    SystemMessage(RULES),
    *chain.from_iterable((HumanMessage(said), AIMessage(answered)) for said, answered in EXAMPLES),
)


class ModelWriter:
    """Asks a model for the opening of a reply."""

    def __init__(self, model: BaseChatModel) -> None:
        self._model = model

    async def write(
        self, facts: Facts, patience: Patience, titles: frozenset[str] = frozenset()
    ) -> AsyncGenerator[str, None]:
        """Sentence by sentence, titles in place of handles; none at all where the model has nothing to say.

        Raises Ungrounded at the first sentence that code cannot vouch for, ModelBroke where the model
        breaks down; what was yielded before that stands.
        """
        prompt = "\n".join([f"Message: {facts.message[:MESSAGE_LIMIT]}", *facts.lines])
        said: list[str] = []
        async with aclosing(speak(self._model, [*_PREFIX, HumanMessage(prompt)], patience)) as pieces:
            async for sentence, complete in sentences(pieces):
                # An end without a full stop is the limit of tokens, unless it is all there is.
                if sentence in said or (said and not complete):
                    return
                if facts.unfaithful and facts.unfaithful(sentence):
                    continue
                said.append(sentence)
                yield finished(vouch(sentence, facts, titles))
                if len(said) == SENTENCES:
                    return

    async def condense(self, facts: Facts, condenser: Condenser) -> Facts:
        """The facts with their batches put into lines. Raises ModelBroke."""
        return await condenser.condense(facts, self._model) if facts.batches else facts

    async def warm_up(self, patience: Patience) -> None:
        """Have the server read the fixed prompt. Raises ModelBroke."""
        async with aclosing(
            speak(self._model, [*_PREFIX, HumanMessage("Message: hello")], patience)
        ) as pieces:
            async for _ in pieces:
                return
