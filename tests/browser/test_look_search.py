"""A look, asked for in the web chat."""

from pathlib import Path

from playwright.sync_api import Browser, expect

from tests.browser.pages import ChatPage, cards_of, title
from tests.support.web_server import web_server


def test_a_look_finds_films_and_says_what_was_seen(chromium: Browser, home: Path) -> None:
    with chromium.new_context() as context, web_server(home) as address:
        chat = ChatPage.open(context, address)
        cards = cards_of(chat.say("something that looks black and white with deep shadows"))
        expect(cards).to_have_count(5)
        for card in cards.all():
            expect(card.locator(".cine-reason")).to_contain_text("lack and white")
            assert 1 <= card.locator(".cine-palette span").count() <= 5
        first = [title(card) for card in cards.all()]
        assert len(set(first)) == 5

        pastel = cards_of(chat.say("now something that looks like outer space"))
        expect(pastel).to_have_count(5)
        assert [title(card) for card in pastel.all()] != first
        assert chat.faults == []
