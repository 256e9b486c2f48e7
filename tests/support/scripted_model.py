"""A chat model that replays what it was given, piece by piece, and remembers what it was asked."""

from collections import deque
from collections.abc import AsyncIterator, Iterator
from typing import Any

from langchain_core.callbacks import AsyncCallbackManagerForLLMRun, CallbackManagerForLLMRun
from langchain_core.language_models import BaseChatModel
from langchain_core.messages import AIMessage, AIMessageChunk, BaseMessage
from langchain_core.outputs import ChatGeneration, ChatGenerationChunk, ChatResult
from pydantic import PrivateAttr


class ScriptedModel(BaseChatModel):
    """Each request takes the next answer: a text, cut into pieces of `step`, or an error to raise.

    An answer ending in CUT stops without the end mark of a finished one.
    """

    step: int = 4
    _answers: deque[str | Exception] = PrivateAttr(default_factory=deque)
    _asked: list[list[BaseMessage]] = PrivateAttr(default_factory=list)

    def will(self, *answers: str | Exception) -> "ScriptedModel":
        """Queue answers."""
        self._answers.extend(answers)
        return self

    @property
    def asked(self) -> list[list[BaseMessage]]:
        return self._asked

    @property
    def last_message(self) -> str:
        return str(self._asked[-1][-1].content)

    @property
    def _llm_type(self) -> str:
        return "scripted"

    def _pieces(self, messages: list[BaseMessage]) -> Iterator[ChatGenerationChunk]:
        self._asked.append(messages)
        answer = self._answers.popleft()
        if isinstance(answer, Exception):
            raise answer
        text = answer.removesuffix(CUT)
        for start in range(0, len(text), self.step):
            yield ChatGenerationChunk(message=AIMessageChunk(content=text[start : start + self.step]))
        if text == answer:
            yield ChatGenerationChunk(
                message=AIMessageChunk(content="", response_metadata={"done_reason": "stop"})
            )

    async def _astream(
        self,
        messages: list[BaseMessage],
        stop: list[str] | None = None,
        run_manager: AsyncCallbackManagerForLLMRun | None = None,
        **kwargs: Any,
    ) -> AsyncIterator[ChatGenerationChunk]:
        for piece in self._pieces(messages):
            yield piece

    def _generate(
        self,
        messages: list[BaseMessage],
        stop: list[str] | None = None,
        run_manager: CallbackManagerForLLMRun | None = None,
        **kwargs: Any,
    ) -> ChatResult:
        text = "".join(str(piece.message.content) for piece in self._pieces(messages))
        return ChatResult(generations=[ChatGeneration(message=AIMessage(content=text))])


CUT = "\0"
