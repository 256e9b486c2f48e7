"""A language model's words as they come, with limits of time and one error for all that can go wrong."""

import asyncio
from collections import Counter
from collections.abc import AsyncGenerator, Sequence
from dataclasses import dataclass
from typing import Literal, cast

import httpx
from langchain_core.language_models import BaseChatModel
from langchain_core.messages import BaseMessage

from agent.report import CURRENT, ModelUse
from agent.thoughts import Unthinking
from data.errors import ModelAway

Fault = Literal["busy", "slow", "failed", "cut"]


class ModelBroke(ModelAway):
    """The model had no time, took too long, failed, or stopped in the middle."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(f"The language model did not finish ({fault}).")
        self.fault: Fault = fault


@dataclass(frozen=True, slots=True)
class Patience:
    """Seconds to wait for a model."""

    first_token_s: float
    whole_s: float


async def speak(
    model: BaseChatModel, messages: Sequence[BaseMessage], patience: Patience
) -> AsyncGenerator[str, None]:
    """The pieces of the model's answer, none of them empty. Closing the generator stops the model.

    Raises ModelBroke: "slow" for either limit, "cut" where the answer ends without the model's own end
    mark, "failed" for anything else the client library raises.
    """
    import ollama

    loop = asyncio.get_running_loop()
    began, fault, usage = loop.time(), cast(Fault | None, None), Counter[str]()
    latest = began + patience.whole_s
    due = min(latest, loop.time() + patience.first_token_s)
    pieces: asyncio.Queue[str | None] = asyncio.Queue()
    unthinking = Unthinking()
    # A task of its own, so that stopping is a cancellation: that unwinds the client library's nested
    # generators in their order and closes the connection at once, where closing the outermost would not.
    listening = asyncio.create_task(_listen(model, messages, pieces, usage))
    try:
        while True:
            # Only the waiting is limited: what the reader does between two pieces is not the model's time.
            async with asyncio.timeout_at(due):
                piece = await pieces.get()
            if piece is None:
                break
            due = latest
            if said := unthinking.heard(piece):
                yield said
        if said := unthinking.rest():
            yield said
        if not await listening:
            fault = "cut"
            raise ModelBroke(fault)
    except TimeoutError:
        fault = "slow"
        raise ModelBroke(fault) from None
    except (OSError, ValueError, httpx.HTTPError, ollama.ResponseError) as error:
        fault = "failed"
        raise ModelBroke(fault) from error
    finally:
        listening.cancel()
        await asyncio.gather(listening, return_exceptions=True)
        if report := CURRENT.get():
            tokens = (usage["input_tokens"], usage["output_tokens"])
            report.model.append(ModelUse(loop.time() - began, fault, *tokens))


async def _listen(
    model: BaseChatModel,
    messages: Sequence[BaseMessage],
    pieces: asyncio.Queue[str | None],
    usage: Counter[str],
) -> bool:
    """Put the pieces into the queue as they come, None behind the last; True where the model had finished.

    `usage` is told the tokens read and written, where the model says.
    """
    finished = False
    try:
        async for chunk in model.astream(list(messages)):
            finished = finished or bool(chunk.response_metadata.get("done_reason"))
            if told := chunk.usage_metadata:
                usage.update(input_tokens=told["input_tokens"], output_tokens=told["output_tokens"])
            if piece := str(chunk.text):
                pieces.put_nowait(piece)
    finally:
        pieces.put_nowait(None)
    return finished
