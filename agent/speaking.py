"""A language model's words as they come, with limits of time and one error for all that can go wrong."""

import asyncio
from collections.abc import AsyncGenerator, Sequence
from dataclasses import dataclass
from typing import Literal

import httpx
from langchain_core.language_models import BaseChatModel
from langchain_core.messages import BaseMessage

from agent.thoughts import Unthinking
from data.errors import ModelAway

Fault = Literal["slow", "failed", "cut"]


class ModelBroke(ModelAway):
    """The model took too long, failed, or stopped in the middle."""

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
    latest = loop.time() + patience.whole_s
    due = min(latest, loop.time() + patience.first_token_s)
    pieces: asyncio.Queue[str | None] = asyncio.Queue()
    unthinking = Unthinking()
    # A task of its own, so that stopping is a cancellation: that unwinds the client library's nested
    # generators in their order and closes the connection at once, where closing the outermost would not.
    listening = asyncio.create_task(_listen(model, messages, pieces))
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
            raise ModelBroke("cut")
    except TimeoutError:
        raise ModelBroke("slow") from None
    except (OSError, ValueError, httpx.HTTPError, ollama.ResponseError) as error:
        raise ModelBroke("failed") from error
    finally:
        listening.cancel()
        await asyncio.gather(listening, return_exceptions=True)


async def _listen(
    model: BaseChatModel, messages: Sequence[BaseMessage], pieces: asyncio.Queue[str | None]
) -> bool:
    """Put the pieces into the queue as they come, None behind the last; True where the model had finished."""
    finished = False
    try:
        async for chunk in model.astream(list(messages)):
            finished = finished or bool(chunk.response_metadata.get("done_reason"))
            if piece := str(chunk.text):
                pieces.put_nowait(piece)
    finally:
        pieces.put_nowait(None)
    return finished
