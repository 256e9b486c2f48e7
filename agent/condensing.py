"""Hundreds of reviews within a small model's budget: sentences are condensed in batches, then summed up.

Map and reduce. Code has read every review (`recsys.reviews`) and chosen the sentences that stand for many;
where there are more of them than one prompt should hold, the model writes a line on each batch, and its
summary is written from the figures, those lines and a few sentences. A line that says what its batch does
not is dropped.
"""

from collections.abc import Callable
from contextlib import aclosing
from dataclasses import dataclass, replace

from langchain_core.language_models import BaseChatModel
from langchain_core.messages import AIMessage, HumanMessage, SystemMessage

from agent.facts import Batch, Facts
from agent.grounding import sentences
from agent.limits import Deadline, Limits
from agent.prompts.condensing import EXAMPLE, RULES
from agent.speaking import ModelBroke, Patience, speak

FOR_THE_ANSWER_S = 40.0
"""Seconds of a turn that condensing leaves for the answer itself."""

_PREFIX = (SystemMessage(RULES), HumanMessage(EXAMPLE[0]), AIMessage(EXAMPLE[1]))

Progress = Callable[[int, int], None]
"""Told how many sentences are read, and of how many."""


@dataclass(frozen=True, slots=True)
class Condenser:
    """Puts batches into lines, as long as the turn has time for it."""

    deadline: Deadline
    limits: Limits
    progress: Progress

    async def condense(self, facts: Facts, model: BaseChatModel) -> Facts:
        """The facts with a line for each batch as far as there is time for it. Raises ModelBroke."""
        lines = list(facts.lines)
        total = sum(len(batch.sentences) for batch in facts.batches)
        read = 0
        for batch in facts.batches:
            left = self.deadline.at - self.deadline.clock() - FOR_THE_ANSWER_S
            if left <= 0:
                break
            self.progress(read, total)
            try:
                line = await _line(model, batch, Patience(min(left, self.limits.first_token_s), left))
            except ModelBroke as broken:
                if broken.fault == "slow":
                    break  # what is condensed so far must do
                raise
            if line:
                lines.append(line)
            read += len(batch.sentences)
        return replace(facts, lines=tuple(lines), batches=())


async def _line(model: BaseChatModel, batch: Batch, patience: Patience) -> str | None:
    """One line on a batch; None where the model wrote nothing that its sentences bear out."""
    side = "praise" if batch.praise else "blame"
    prompt = "\n".join([f"{side}:", *(f"“{text}”" for text in batch.sentences)])
    async with aclosing(speak(model, [*_PREFIX, HumanMessage(prompt)], patience)) as pieces:
        async for sentence, complete in sentences(pieces):
            return f"{side}, in short: {sentence}" if complete and not batch.unfaithful(sentence) else None
    return None
