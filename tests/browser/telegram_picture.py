"""Takes the README's picture of a conversation on Telegram: `pytest tests/browser/telegram_picture.py`.

What is drawn is what was sent: messages, markup, pictures and buttons as a Bot API server got them from the
real client with the real agent. That server fetches no posters, so films come with the cards that we draw.
"""

import asyncio
from base64 import b64encode
from concurrent.futures import ThreadPoolExecutor
from html import escape
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser

from adapters.app import App
from adapters.benchmarks.telegram_loopback import TOKEN, LoopbackTelegram
from adapters.benchmarks.telegram_rules import Fault
from adapters.settings import load_settings
from adapters.telegram.surface import TelegramSurface
from agent.actions import Action
from tests.adapters.telegram.place import ANA, Place, buttons

IMAGES = Path(__file__).parents[2] / "docs" / "images"
ASKED = "something like Heat but under two hours"
STYLE = """
body { margin: 0; padding: 18px 14px; width: 560px; background: #d5dfc9; font: 15px/1.35 "Liberation Sans" }
.said, .sent { border-radius: 12px; padding: 7px 11px; margin: 4px 0; width: fit-content;
  white-space: pre-line }
.said { background: #effdde; margin-left: auto; max-width: 400px }
.sent { background: #fff; max-width: 440px }
.sent img { display: block; width: calc(100% + 22px); margin: -7px -11px 7px; border-radius: 12px 12px 0 0 }
.row { display: flex; gap: 4px; width: 462px; margin-bottom: 4px }
.row span { flex: 1; background: #8ea67fcc; color: #fff; border-radius: 8px; padding: 6px 4px;
  text-align: center; font-size: 13px; white-space: nowrap; overflow: hidden; text-overflow: ellipsis }
tg-spoiler { background: #bbb; color: transparent; border-radius: 3px }
"""


def test_a_conversation_as_a_picture(chromium: Browser, tmp_path: Path) -> None:
    with ThreadPoolExecutor(1) as thread:  # Playwright's loop runs in this one
        page_html = thread.submit(asyncio.run, _conversation(tmp_path)).result()
    page = chromium.new_page(viewport={"width": 588, "height": 400}, device_scale_factor=1.5)
    page.set_content(page_html)
    page.screenshot(path=IMAGES / "telegram.png", full_page=True)
    page.close()


async def _conversation(home: Path) -> str:
    settings = load_settings(home=home, model="none")
    parts = [f"<style>{STYLE}</style>"]
    async with App.open(settings) as app, LoopbackTelegram().running() as server:
        for method in ("sendPhoto", "editMessageMedia"):
            server.faults[method].append(Fault(400, "Bad Request: failed to get HTTP URL content"))
        surface = TelegramSurface(app, TOKEN, api=server.url, poll_s=1)
        running = asyncio.create_task(surface.run())
        place: Any = Place(server, app)  # type: ignore[arg-type]
        await place.write(ASKED)
        await place.until(lambda: any(buttons(message) for message in server.in_chat(ANA)))
        (films,) = server.in_chat(ANA)
        parts += [_said(ASKED), _sent(films)]
        second = [data for data in buttons(films) if data.startswith("details:")][1]
        await place.press(films, second)
        await place.until(lambda: buttons(server.in_chat(ANA)[-1]) != buttons(films))
        film = server.in_chat(ANA)[-1]
        film_id = Action.decode(second).film_id or ""
        await place.press(film, Action("rate", film_id, 4.5).encode())
        await place.press(film, Action("save", film_id).encode())
        await place.until(lambda: f"unsave:{film_id}" in buttons(server.in_chat(ANA)[-1]))
        parts += [_sent(server.in_chat(ANA)[-1])]
        await surface.stop()
        await running
    return "".join(parts)


def _said(words: str) -> str:
    return f'<div class="said">{escape(words)}</div>'


def _sent(message: Any) -> str:
    picture = message.get("picture")
    drawn = f'<img src="data:image/jpeg;base64,{b64encode(picture[1]).decode()}">' if picture else ""
    body = message.get("text_html") or message.get("caption_html") or ""
    rows = message.get("reply_markup", {}).get("inline_keyboard", [])
    keyboard = "".join(
        '<div class="row">' + "".join(f"<span>{escape(one['text'])}</span>" for one in row) + "</div>"
        for row in rows
    )
    return f'<div class="sent">{drawn}{body}</div>{keyboard}'
