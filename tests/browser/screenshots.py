"""Takes the README's pictures of a real conversation: `pytest tests/browser/screenshots.py`."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser.pages import ChatPage, button, cards_of
from tests.support.web_server import web_server

IMAGES = Path(__file__).parents[2] / "docs" / "images"


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_first_conversation_as_a_picture(chromium: Browser, home: Path, theme: str) -> None:
    context = chromium.new_context(viewport={"width": 1360, "height": 1000})
    context.add_init_script(f"localStorage.setItem('vite-ui-theme', '{theme}')")
    with web_server(home) as address:
        chat = ChatPage.open(context, address)
        cards = cards_of(chat.say("something like Heat but under two hours"))
        button(cards.nth(1), "Save").click()
        stars = cards.nth(3).get_by_role("slider")
        for _ in range(9):
            stars.press("ArrowRight")
        stars.press("Enter")
        stars.blur()
        chat.page.mouse.move(0, 0)
        chat.page.wait_for_timeout(6_000)  # until the short words after a press are gone
        IMAGES.mkdir(parents=True, exist_ok=True)
        chat.page.screenshot(path=IMAGES / f"web-{theme}.png")
    context.close()
