"""What a model thinks aloud before it speaks is not for anybody's ears."""

from typing import Final, Literal

_OPEN: Final = "<think>"
_CLOSE: Final = "</think>"


class Unthinking:
    """Passes an answer on piece by piece, less the `<think>…</think>` that it may begin with.

    A server that knows its model keeps thoughts apart from the answer; one that does not sends them along.
    """

    def __init__(self) -> None:
        self._state: Literal["start", "thinking", "between", "speaking"] = "start"
        self._held = ""

    def heard(self, piece: str) -> str:
        """What of the answer so far may be passed on now; often nothing."""
        if self._state == "speaking":
            return piece
        self._held += piece
        begun = self._held.lstrip()
        if self._state == "start":
            if _OPEN.startswith(begun):
                return ""
            if not begun.startswith(_OPEN):
                return self._speak(self._held)
            self._state = "thinking"
        if self._state == "thinking":
            if _CLOSE not in self._held:
                return ""
            self._state, self._held = "between", self._held.partition(_CLOSE)[2]
        said = self._held.lstrip()
        return self._speak(said) if said else ""

    def rest(self) -> str:
        """What was held back at the end and is no thought after all."""
        return self._speak(self._held) if self._state == "start" else ""

    def _speak(self, text: str) -> str:
        self._state, self._held = "speaking", ""
        return text
