"""A look, asked for in the web chat."""

from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, expect

from tests.browser.pages import ANSWER_MS, ChatPage, cards_of, title
from tests.recsys.looks import pictures
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


def test_a_picture_sent_is_the_question_and_words_move_it(
    chromium: Browser, home: Path, tmp_path: Path
) -> None:
    sent = tmp_path / "night.png"
    Image.fromarray(pictures.neon()).save(sent)
    with chromium.new_context() as context, web_server(home) as address:
        chat = ChatPage.open(context, address)

        def send(text: str) -> None:
            chat.page.locator('input[type="file"]').first.set_input_files(sent)
            expect(chat.page.get_by_role("img", name="night.png")).to_be_visible(timeout=ANSWER_MS)
            chat.page.locator("#chat-input").click()
            chat.page.keyboard.type(text)
            chat.page.keyboard.press("Enter")

        answer = chat.answer_to(lambda: send("films that look like this, before 2000"))
        expect(answer).to_contain_text("In your picture I see")
        cards = cards_of(answer)
        expect(cards).to_have_count(5)
        for card in cards.all():
            year = int(card.locator(".cine-head p").inner_text().split(" ")[0])
            assert year < 2000
            assert 1 <= card.locator(".cine-palette span").count() <= 5
        assert chat.faults == []


def test_the_look_is_weighed_against_taste_by_a_slider(chromium: Browser, home: Path) -> None:
    with chromium.new_context() as context, web_server(home) as address:
        chat = ChatPage.open(context, address)
        expect(cards_of(chat.say("neon rain at night"))).to_have_count(5)
        assert chat.page.get_by_role("slider", name="From the look to my taste").count() == 0
        chat.say("I loved Toy Story, 5 stars")
        chat.say("I loved Finding Nemo, 5 stars")
        look = chat.say("something that looks like neon rain at night")
        slider = look.get_by_role("slider", name="From the look to my taste")
        expect(slider).to_have_value("0")
        before = [title(card) for card in cards_of(look).all()]

        def slide() -> None:
            slider.focus()
            slider.press("End")

        taste = chat.answer_to(slide)
        expect(taste).to_contain_text("Your taste counts for 100%")
        expect(taste.get_by_role("slider", name="From the look to my taste")).to_have_value("100")
        assert [title(card) for card in cards_of(taste).all()] != before
        assert chat.faults == []
