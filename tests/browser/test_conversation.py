"""A newcomer's first evening, and the next."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, expect

from tests.browser.pages import ChatPage, button, cards_of, minutes, title
from tests.support.web_server import web_server

QUESTION = "something like Heat but under two hours"
POSTERS = "https://image.tmdb.org/t/p/"


def test_a_first_conversation_is_remembered_the_next_day(chromium: Browser, home: Path) -> None:
    context = chromium.new_context()
    with web_server(home) as address:
        chat = ChatPage.open(context, address)
        cards = cards_of(chat.say(QUESTION))
        expect(cards).to_have_count(5)
        for card in cards.all():
            assert minutes(card) <= 120
            assert card.locator(".cine-reason").inner_text().strip()
        assert len({title(card) for card in cards.all()}) == 5
        chat.page.wait_for_load_state("networkidle")
        assert len(chat.asked) == 5
        assert all(url.startswith(POSTERS) for url in chat.asked)

        saved = title(cards.nth(1))
        button(cards.nth(1), "Save").click()
        expect(button(cards.nth(1), "Save")).to_have_attribute("aria-pressed", "true")
        expect(chat.page.get_by_text(saved).last).to_be_visible()

        chat.page.reload()
        expect(chat.cards).to_have_count(5)
        expect(button(chat.cards.nth(1), "Save")).to_have_attribute("aria-pressed", "true")
        expect(button(chat.cards.nth(2), "Save")).to_have_attribute("aria-pressed", "false")
        button(chat.cards.nth(2), "Seen").click()
        expect(button(chat.cards.nth(2), "Seen")).to_have_attribute("aria-pressed", "true")
        assert chat.faults == []

    with web_server(home) as address:  # the next day
        chat = ChatPage.open(context, address)
        cards = cards_of(chat.say("what's on my watchlist?"))
        expect(cards).to_have_count(1)
        assert title(cards.first) == saved
        expect(button(cards.first, "Save")).to_have_attribute("aria-pressed", "true")
        chat.page.get_by_role("link", name=QUESTION).click()
        expect(chat.cards).to_have_count(5)
        expect(button(chat.cards.nth(2), "Seen")).to_have_attribute("aria-pressed", "true")
        assert chat.faults == []
    context.close()


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """One chat for the visitors below, who know nothing of each other."""
    with web_server(tmp_path_factory.mktemp("web") / "home") as address:
        yield address


@pytest.fixture
def visitor(chromium: Browser) -> Iterator[BrowserContext]:
    with chromium.new_context() as context:
        yield context


def test_cards_answer_to_keys_and_to_questions(visitor: BrowserContext, address: str) -> None:
    chat = ChatPage.open(visitor, address)
    cards = cards_of(chat.say(QUESTION))
    stars = cards.first.get_by_role("slider")
    stars.focus()
    for _ in range(7):
        chat.page.keyboard.press("ArrowRight")
    chat.page.keyboard.press("Enter")
    expect(stars).to_have_attribute("aria-valuetext", "3.5 of 5 stars")
    expect(button(cards.first, "Seen")).to_have_attribute("aria-pressed", "true")
    chat.page.keyboard.press("Tab")
    expect(button(cards.first, "Seen")).to_be_focused()

    button(cards.nth(1), "Not for me").click()
    expect(button(cards.nth(1), "Not for me")).to_have_attribute("aria-pressed", "true")

    asked = title(cards.nth(2))
    why = cards.nth(2).get_by_role("button", name=f"Why {asked}?")
    expect(chat.answer_to(why.click)).to_contain_text(asked)
    more = cards_of(chat.answer_to(button(cards.nth(2), "More like this").click))
    expect(more).to_have_count(5)
    assert asked not in [title(card) for card in more.all()]
    assert chat.faults == []


def test_a_phone_has_room_for_the_cards(chromium: Browser, address: str) -> None:
    with chromium.new_context(viewport={"width": 360, "height": 740}, has_touch=True) as context:
        chat = ChatPage.open(context, address)
        last = cards_of(chat.say(QUESTION)).last
        assert chat.page.evaluate("document.documentElement.scrollWidth") <= 360
        for control in (*last.get_by_role("button").all(), last.get_by_role("slider")):
            control.scroll_into_view_if_needed()
            box = control.bounding_box()
            assert box is not None
            assert box["x"] >= 0
            assert box["x"] + box["width"] <= 360
        assert chat.faults == []


def test_another_browser_is_another_visitor(visitor: BrowserContext, chromium: Browser, address: str) -> None:
    chat = ChatPage.open(visitor, address)
    button(cards_of(chat.say(QUESTION)).first, "Save").click()
    with chromium.new_context() as context:
        stranger = ChatPage.open(context, address)
        expect(stranger.page.get_by_text("Your conversations will be kept here.")).to_be_visible()
        stranger.page.goto(chat.page.url)
        expect(stranger.page.get_by_text("Couldn't resume chat").first).to_be_visible()
        expect(stranger.cards).to_have_count(0)
