"""Takes the README's picture of a conversation on Discord: `pytest tests/browser/discord_picture.py`.

SimCord draws what the real client sent with the real agent. It fetches no posters, so films come with the
cards that we draw.
"""

import asyncio
import threading
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import Any

import simcord
from playwright.sync_api import Browser

from adapters.app import App
from adapters.discord.client import Client
from adapters.drawn_card import drawn_card
from adapters.settings import load_settings
from agent.events import FilmCard

IMAGES = Path(__file__).parents[2] / "docs" / "images"
SETTLED_MS = 3000
"""By then SimCord's page has drawn the pictures and found its width."""
ASKED = "something like Heat but under two hours"


def test_a_conversation_as_a_picture(chromium: Browser, tmp_path: Path) -> None:
    drawn, taken = Future[str](), threading.Event()
    with ThreadPoolExecutor(1) as thread:  # Playwright's loop runs in this one
        conversation = thread.submit(asyncio.run, _conversation(tmp_path, drawn.set_result, taken))
        conversation.add_done_callback(lambda done: drawn.done() or drawn.set_exception(done.exception()))
        page = chromium.new_page(viewport={"width": 760, "height": 1800}, device_scale_factor=1.5)
        try:
            page.goto(drawn.result())
            page.wait_for_timeout(SETTLED_MS)
            last = page.get_by_text("Rate it …").last.bounding_box()
            head = page.get_by_text("January 1, 2026", exact=True).first.bounding_box()
            assert last
            assert head
            top, bottom = head["y"] - 12, last["y"] + last["height"] + 26
            clip = {"x": 0.0, "y": top, "width": 760.0, "height": bottom - top}
            page.screenshot(path=IMAGES / "discord.png", clip=clip)
        finally:
            page.close()
            taken.set()
        conversation.result()


async def _conversation(home: Path, show: Callable[[str], None], taken: threading.Event) -> None:
    async with App.open(load_settings(home=home, model="none")) as app:
        env = simcord.Env(Client(app, shard_count=1))
        env.backend.bot_user.name = "CineAesthete"
        await env.start()
        guild = env.create_guild(name="Film club")
        channel: Any = guild.create_text_channel("films")
        ana = guild.add_member(env.create_user("ana", global_name="Ana"))
        assert env.bot.user
        await ana.send(channel, f"{env.bot.user.mention} {ASKED}")
        listed = channel.last_message
        second = listed.components[0].children[0].options[1].value
        await ana.select(listed, [second])
        posters = {film.poster_url: film for film in app.catalogue.films if film.poster_url}
        films = [posters[embed.thumbnail.url] for embed in listed.embeds]
        assets = {str(film.poster_url): (f"{film.id}.jpg", drawn_card(FilmCard(film))) for film in films}
        async with env.preview(channel, viewers=[ana], layout="channel", assets=assets) as preview:
            show(preview.url)
            await asyncio.to_thread(taken.wait)
        await env.shutdown()
