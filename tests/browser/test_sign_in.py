"""Signing in with a real browser: a guest talks, makes an account, and is known on another machine."""

from pathlib import Path

from playwright.sync_api import Browser, Page, expect

from tests.browser.pages import ChatPage
from tests.support.web_server import web_server

PASSWORD = "correct horse battery"  # noqa: S105 - of nobody


def fill(page: Page, form: str, name: str) -> None:
    fields = page.locator("form", has=page.get_by_role("heading", name=form))
    fields.get_by_label("Name").fill(name)
    fields.get_by_label("Password").fill(PASSWORD)
    fields.get_by_role("button").click()


def test_a_guest_makes_an_account_and_comes_back_elsewhere(home: Path, chromium: Browser) -> None:
    with web_server(home, CINE_WEB_ACCOUNTS="open") as address:
        here = ChatPage.open(chromium.new_context(), address)
        expect(here.say("rate heat 5")).to_contain_text("Heat (1995)")
        here.page.locator('a[href="/account"]').first.click()
        fill(here.page, "Make an account", "Ana")
        expect(here.page).to_have_url(f"{address}/")

        elsewhere = chromium.new_context()
        page = elsewhere.new_page()
        page.goto(f"{address}/account")
        fill(page, "Sign in", "ana")
        expect(page).to_have_url(f"{address}/")
        there = ChatPage.open(elsewhere, address)
        expect(there.page.get_by_role("link", name="rate heat 5")).to_be_visible()
        expect(there.say("what have i rated")).to_contain_text("You have rated 1 film")
        assert here.faults + there.faults == []
