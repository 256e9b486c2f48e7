"""Takes the README's pictures of a real conversation: `python -m tests.browser.screenshots`."""

import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

from tests.browser.conftest import CHROMIUM, QUIET
from tests.browser.pages import ChatPage, button, cards_of
from tests.support.web_server import web_server

IMAGES = Path(__file__).parents[2] / "docs" / "images"


def main() -> None:
    """Hold the conversation once in each theme and keep what it looks like."""
    IMAGES.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as folder:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        with web_server(Path(folder) / "home") as address:
            for theme in ("light", "dark"):
                context = browser.new_context(viewport={"width": 1360, "height": 1000})
                context.add_init_script(f"localStorage.setItem('vite-ui-theme', '{theme}')")
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
                chat.page.screenshot(path=IMAGES / f"web-{theme}.png")
                context.close()
        browser.close()


if __name__ == "__main__":
    main()
