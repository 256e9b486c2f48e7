"""The chat page, in the words of someone who uses it."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from playwright.sync_api import BrowserContext, Locator, Page, Request, expect

CARD = ".cine-card"
ANSWER_MS = 15_000
"""A machine that runs everything at once is slow."""


@dataclass
class ChatPage:
    """One tab with the chat in it."""

    page: Page
    address: str
    faults: list[str] = field(default_factory=list)
    asked: set[str] = field(default_factory=set)
    """Addresses outside the server that the page asked for."""

    @classmethod
    def open(cls, context: BrowserContext, address: str) -> "ChatPage":
        """Open the chat in a new tab and wait until it can be talked to."""
        chat = cls(context.new_page(), address)
        chat.page.on("pageerror", lambda error: chat.faults.append(str(error)))
        chat.page.on("request", chat._note)
        chat.page.goto(address)
        expect(chat.page.locator("#starters button").first).to_be_enabled()  # the socket is connected
        return chat

    def _note(self, request: Request) -> None:
        if (
            request.url.startswith(("http", "ws"))
            and urlsplit(request.url).netloc != urlsplit(self.address).netloc
        ):
            self.asked.add(request.url)

    def say(self, text: str) -> Locator:
        """Write a message; gives the answer."""

        def write() -> None:
            self.page.locator("#chat-input").click()
            self.page.keyboard.type(text)
            self.page.keyboard.press("Enter")

        return self.answer_to(write)

    def answer_to(self, act: Callable[[], None]) -> Locator:
        """Do something that asks for an answer; gives the answer when it is complete."""
        answers = self.page.locator('[data-step-type="assistant_message"]')
        before = answers.count()
        act()
        expect(answers).to_have_count(before + 1, timeout=ANSWER_MS)
        expect(self.page.locator("#stop-button")).to_have_count(0, timeout=ANSWER_MS)
        return answers.nth(before)

    @property
    def cards(self) -> Locator:
        """All cards on the page."""
        return self.page.locator(CARD)


def cards_of(answer: Locator) -> Locator:
    """The cards of an answer."""
    return answer.locator(CARD)


def button(card: Locator, name: str) -> Locator:
    """A button of a card."""
    return card.get_by_role("button", name=name, exact=True)


def title(card: Locator) -> str:
    """The film's title."""
    return card.locator("h3").inner_text()


def minutes(card: Locator) -> int:
    """The film's length as the card says it."""
    found = re.search(r"(\d+) min", card.locator(".cine-head").inner_text())
    assert found is not None
    return int(found.group(1))
