"""What Telegram refuses in a message: markup it cannot read, texts and buttons that are too long or empty."""

from dataclasses import dataclass, field
from html import unescape
from html.parser import HTMLParser
from typing import Any

_TAGS = frozenset({"b", "i", "u", "s", "a", "code", "pre", "tg-spoiler", "blockquote"})
_DATA_BYTES, _BUTTONS = 64, 100


@dataclass(slots=True)
class Fault:
    """What a request is refused with."""

    status: int
    description: str = "Bad Gateway"
    parameters: dict[str, Any] = field(default_factory=dict)


class Broken(Exception):
    """A request is refused."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault)
        self.fault = fault


class _Reader(HTMLParser):
    """Reads Telegram's HTML strictly: its own tags, each closed."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.text = ""
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: Any) -> None:  # noqa: ANN401, ARG002 - their form
        """Open."""
        if tag not in _TAGS:
            raise _refusal(f'can\'t parse entities: unsupported start tag "{tag}"')
        self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        """Close."""
        if not self.open or self.open.pop() != tag:
            raise _refusal("can't parse entities: unmatched end tag")

    def handle_data(self, data: str) -> None:
        """Text."""
        if "<" in data or ">" in data:
            raise _refusal("can't parse entities: unescaped character")
        self.text += data


def text_of(html: Any, limit: int) -> str:  # noqa: ANN401 - a number where the text is one
    """The text once its markup is read. Raises Broken where Telegram would refuse it."""
    reader = _Reader()
    escaped = str(html).replace("&lt;", "\ue000").replace("&gt;", "\ue001")
    reader.feed(escaped)
    reader.close()
    if reader.open:
        raise _refusal("can't parse entities: can't find end tag")
    text = unescape(reader.text.replace("\ue000", "<").replace("\ue001", ">"))
    if len(text.encode("utf-16-le")) // 2 > limit:
        raise _refusal("message is too long" if limit > 1024 else "message caption is too long")
    return text


def buttons_checked(markup: dict[str, Any]) -> dict[str, Any]:
    """The keyboard. Raises Broken where Telegram would refuse it."""
    buttons = [button for row in markup["inline_keyboard"] for button in row]
    if len(buttons) > _BUTTONS:
        raise _refusal("reply markup is too long")
    for button in buttons:
        if not button["text"].strip():
            raise _refusal("text buttons are unallowed in the inline keyboard")
        if len(button.get("callback_data", "x").encode()) not in range(1, _DATA_BYTES + 1):
            raise _refusal("BUTTON_DATA_INVALID")
    return markup


def _refusal(why: str) -> Broken:
    return Broken(Fault(400, f"Bad Request: {why}"))
