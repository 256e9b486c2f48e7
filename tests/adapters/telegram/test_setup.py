from collections.abc import AsyncIterator, Callable
from datetime import UTC, datetime

import pytest
from telegram.ext import ExtBot

from adapters.benchmarks.telegram_loopback import TOKEN
from adapters.benchmarks.telegram_rules import Fault
from adapters.messaging.daily import DailyPick
from adapters.telegram.daily import DailyPoster
from memory.servers import Servers, ServerSettings
from tests.adapters.telegram.place import ANA, GROUP, LUIS, Place, buttons, chat, person
from tests.support.films import HEAT

TOPIC = {"message_thread_id": 7, "is_topic_message": True}


@pytest.fixture(autouse=True)
def _admin(place: Place) -> None:
    place.server.admins.add(ANA)


async def settings(place: Place, where: int = GROUP) -> ServerSettings:
    return await Servers(place.parts.database, "telegram").settings(str(where))


async def test_setup_is_for_admins(place: Place) -> None:
    assert "Only this group's admins" in (await place.say("/setup family on", user=LUIS, where=GROUP))["text"]
    assert not (await settings(place)).family_mode


async def test_every_setting_is_kept_shown_and_logged(place: Place) -> None:
    for typed in ("family on", "spoilers mild", "language es", "topic here", "daily 18 Europe/Madrid"):
        await place.say(f"/setup {typed}", where=GROUP, **TOPIC)
    assert await settings(place) == ServerSettings(
        channel=f"{GROUP}/7",
        family_mode=True,
        spoilers="mild",
        language="es",
        daily_channel=f"{GROUP}/7",
        daily_hour=18,
        daily_zone="Europe/Madrid",
    )
    shown = (await place.say("/setup", where=GROUP))["text"]
    assert "- modo familiar: sí" in shown
    assert "- película del día: 18:00 Europe/Madrid" in shown
    log = (await place.say("/setup audit", where=GROUP))["text"]
    assert f"{ANA}: family_mode False → True" in log
    for typed in ("language own", "topic any", "daily off"):
        await place.say(f"/setup {typed}", where=GROUP)
    now = await settings(place)
    assert (now.language, now.channel, now.daily_channel) == (None, None, None)


async def test_nothing_changed_is_said_and_not_logged(place: Place) -> None:
    assert "stood already" in (await place.say("/setup family off", where=GROUP))["text"]
    assert "Nobody has changed" in (await place.say("/setup audit", where=GROUP))["text"]


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("family perhaps", "/setup family on|off"),
        ("dance", "/setup family on|off"),
        ("daily noon", "0 to 23"),
        ("daily 24 Europe/Madrid", "0 to 23"),
        ("daily 18 Mars/Olympus", "Mars/Olympus"),
        ("daily 18 ../../etc/passwd", "../../etc/passwd"),
    ],
)
async def test_what_is_unclear_is_said_with_what_is_understood(place: Place, typed: str, why: str) -> None:
    assert why in (await place.say(f"/setup {typed}", where=GROUP))["text"]
    assert await settings(place) == ServerSettings()


async def test_rules_of_the_group_hold_for_every_turn_in_it(place: Place) -> None:
    await place.say("/setup family on", where=GROUP)
    await place.say("/setup language de", where=GROUP)
    await place.say("@cine_bot something like Heat", user=LUIS, where=GROUP)
    turn = place.agent.turns[-1]
    assert (turn.place.family_safe, turn.place.spoilers, turn.locale) == (True, "none", "de")


async def test_in_another_topic_we_point_to_the_chosen_one(place: Place) -> None:
    await place.say("/setup topic here", where=GROUP, **TOPIC)
    assert "the topic that was chosen" in (await place.say("@cine_bot hello", where=GROUP))["text"]
    assert place.agent.turns == []
    await place.say("@cine_bot hello", where=GROUP, **TOPIC)
    assert len(place.agent.turns) == 1


Picks = Callable[[datetime], DailyPick]


@pytest.fixture
async def picks(place: Place) -> AsyncIterator[Picks]:
    async with ExtBot(TOKEN, base_url=f"{place.server.url}/bot") as bot:
        poster = DailyPoster(place.parts.agent, bot)
        yield lambda at: DailyPick(Servers(place.parts.database, "telegram"), poster, clock=lambda: at)


async def test_a_film_a_day_comes_at_its_local_hour_and_once(place: Place, picks: Picks) -> None:
    await place.say("/setup daily 18 Europe/Madrid", where=GROUP, **TOPIC)
    await place.say("/setup daily 9 Europe/Madrid")
    before = len(place.server.in_chat(GROUP))
    await picks(datetime(2026, 7, 1, 15, 59, tzinfo=UTC)).post_due()
    assert len(place.server.in_chat(GROUP)) == before, "17:59 in Madrid"
    assert place.server.in_chat(ANA)[-1]["caption"].startswith("Film of the day\nHow about this?")
    for _ in range(2):
        await picks(datetime(2026, 7, 1, 16, 1, tzinfo=UTC)).post_due()
    assert len(place.server.in_chat(GROUP)) == before + 1
    film = place.server.in_chat(GROUP)[-1]
    assert film["message_thread_id"] == 7
    assert buttons(film) == {f"https://t.me/cine_bot?start=film_{HEAT.id}": "More about it"}
    assert f"save:{HEAT.id}" in buttons(place.server.in_chat(ANA)[-1])


async def test_a_daily_pick_that_cannot_be_posted_leaves_the_others_alone(
    place: Place, picks: Picks, caplog: pytest.LogCaptureFixture
) -> None:
    await place.say("/setup daily 9 UTC", where=GROUP)
    await place.say("/setup daily 9 UTC")
    refused = Fault(403, "Forbidden: bot was kicked from the supergroup chat")
    place.server.faults["sendPhoto"].append(refused)
    before = len(place.server.messages)
    await picks(datetime(2026, 7, 1, 10, tzinfo=UTC)).post_due()
    assert len(place.server.messages) == before + 1
    assert "could not be posted" in caplog.text


async def test_the_settings_of_a_group_we_left_are_gone(place: Place) -> None:
    await place.say("/setup family on", where=GROUP)
    us = {"user": person(900, is_bot=True), "status": "member"}
    change = {
        "chat": chat(GROUP),
        "from": person(ANA),
        "date": 0,
        "old_chat_member": us,
        "new_chat_member": us | {"status": "left"},
    }
    await place.server.deliver(my_chat_member=change)
    await place.say("hello")  # what came before has been dealt with by then
    assert await settings(place) == ServerSettings()


async def test_a_group_that_becomes_a_supergroup_takes_its_settings_along(place: Place) -> None:
    await place.say("/setup family on", where=GROUP)
    await place.write("", where=GROUP, migrate_to_chat_id=-100777)
    await place.say("hello")  # what came before has been dealt with by then
    assert await settings(place) == ServerSettings()
    assert (await Servers(place.parts.database, "telegram").settings("-100777")).family_mode
