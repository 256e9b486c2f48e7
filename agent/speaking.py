"""A language model's words as they come, with limits of time and one error for all that can go wrong."""

import asyncio
from collections.abc import AsyncGenerator, Sequence
from dataclasses import dataclass
from typing import Literal, cast

import httpx
from langchain_core.language_models import BaseChatModel
from langchain_core.messages import AIMessageChunk, BaseMessage

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
    finished = False
    chunks = cast(AsyncGenerator[AIMessageChunk, None], model.astream(list(messages)))
    try:
        while True:
            # Only the waiting is limited: what the reader does between two pieces is not the model's time.
            async with asyncio.timeout_at(due):
                chunk = await anext(chunks, None)
            if chunk is None:
                break
            finished = finished or bool(chunk.response_metadata.get("done_reason"))
            if piece := str(chunk.text):
                due = latest
                yield piece
    except TimeoutError:
        raise ModelBroke("slow") from None
    except (OSError, ValueError, httpx.HTTPError, ollama.ResponseError) as error:
        raise ModelBroke("failed") from error
    finally:
        await chunks.aclose()
    if not finished:
        raise ModelBroke("cut")
