from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import discord
import pytest

from adapters.discord.daily import DailyPoster
from adapters.discord.nights import NightPoster
from adapters.messaging.daily import DailyPick
from adapters.messaging.nights import Evening
from memory.servers import Servers
from tests.adapters.discord.place import Place
from tests.support.films import HEAT
from tests.support.surfaces import answer
from tools.arguments import RecommendFilms

MAKING_EVENTS = discord.Permissions(create_events=True, manage_events=True, administrator=True)


async def settings(place: Place) -> Any:
    return await Servers(place.parts.database, "discord").settings(str(place.guild.id))


async def test_setup_is_for_those_who_manage_the_server(place: Place) -> None:
    assert "setup show" in place.mod.available_commands(place.channel)
    assert "setup show" not in place.ana.available_commands(place.channel)
    assert "recommend" in place.ana.available_commands(place.channel)


async def test_every_setting_is_kept_shown_and_logged(place: Place) -> None:
    here = await place.mod.slash(place.channel, "setup channel", channel=place.channel)
    assert here.ephemeral
    assert f"<#{place.channel.id}>" in here.response.content
    await place.mod.slash(place.channel, "setup family", on=True)
    await place.mod.slash(place.channel, "setup spoilers", level="mild")
    await place.mod.slash(place.channel, "setup language", language="en")
    await place.mod.slash(place.channel, "setup daily", channel=place.channel, hour=9, zone="Europe/Madrid")
    kept = await settings(place)
    assert (kept.family_mode, kept.spoilers, kept.language) == (True, "mild", "en")
    assert (kept.daily_channel, kept.daily_hour, kept.daily_zone) == (
        str(place.channel.id),
        9,
        "Europe/Madrid",
    )
    shown = (await place.mod.slash(place.channel, "setup show")).response.content
    assert "family mode: on" in shown
    assert "9:00 Europe/Madrid" in shown
    audit = (await place.mod.slash(place.channel, "setup audit")).response.content
    assert len(audit.splitlines()) == 5
    assert f"<@{place.mod.id}>: family mode off → on" in audit


async def test_who_may_start_votes_is_as_moderators_settled_it(place: Place) -> None:
    async def may(who: Any) -> bool:
        await who.slash(place.channel, "movienight")
        return bool(place.agent.turns[-1].place.opens_ballots)

    assert await may(place.ana)
    none = await place.mod.slash(place.channel, "setup night")
    assert "at least one option" in none.response.content
    alone = await place.mod.slash(place.channel, "setup night", start="role")
    assert "Choose the role as well" in alone.response.content
    nights = place.guild.create_role("Film nights")
    shown = await place.mod.slash(place.channel, "setup night", role=nights, start="role")
    assert f"role for movie nights: <@&{nights.id}>" in shown.response.content
    assert "who may start votes: who has the role" in shown.response.content
    place.env.backend.add_member_role(place.guild.id, place.luis.id, nights.id)
    assert [await may(who) for who in (place.ana, place.luis, place.mod)] == [False, True, True]
    await place.say("plan a movie night")
    assert not place.agent.turns[-1].place.opens_ballots
    await place.mod.slash(place.channel, "setup night", start="moderators")
    assert [await may(who) for who in (place.luis, place.mod)] == [False, True]
    cleared = await place.mod.slash(place.channel, "setup night", no_role=True)
    assert str(nights.id) not in cleared.response.content
    refused = await place.mod.slash(place.channel, "setup night", start="role")
    assert "Choose the role as well" in refused.response.content
    await place.ana.send_dm("plan a movie night")
    assert place.agent.turns[-1].place.opens_ballots
    audit = (await place.mod.slash(place.channel, "setup audit")).response.content
    assert "who may start votes everyone → who has the role" in audit


async def test_nothing_changed_is_said_and_not_logged(place: Place) -> None:
    result = await place.mod.slash(place.channel, "setup family", on=False)
    assert "already" in result.response.content
    audit = await place.mod.slash(place.channel, "setup audit")
    assert "Nobody has changed anything" in audit.response.content


async def test_a_zone_nobody_knows_and_a_channel_we_may_not_write_in_are_refused(place: Place) -> None:
    wrong = await place.mod.slash(place.channel, "setup daily", channel=place.channel, zone="Atlantis")
    assert "Atlantis" in wrong.response.content
    mute = discord.PermissionOverwrite(send_messages=False)
    silent = place.guild.create_text_channel("silent", overwrites={place.guild.me: mute})
    refused = await place.mod.slash(place.channel, "setup channel", channel=silent)
    assert "Send Messages" in refused.response.content
    assert (await settings(place)).channel is None


async def test_zones_are_completed(place: Place) -> None:
    offered = await place.mod.autocomplete(place.channel, "setup daily", "zone", "madr")
    assert [choice["value"] for choice in offered] == ["Europe/Madrid"]


async def test_rules_of_the_server_hold_for_every_turn_in_it(place: Place) -> None:
    await place.mod.slash(place.channel, "setup family", on=True)
    await place.mod.slash(place.channel, "setup spoilers", level="mild")
    await place.say("something like Thief")
    await place.ana.slash(place.channel, "profile")
    await place.ana.send_dm("something like Thief")
    mention, private, direct = place.agent.turns
    assert (mention.place.family_safe, mention.place.spoilers) == (True, "mild")
    assert (private.place.family_safe, private.place.spoilers) == (True, None)
    assert not direct.place.family_safe


async def test_elsewhere_we_point_to_the_channel(place: Place) -> None:
    await place.mod.slash(place.channel, "setup channel", channel=place.channel)
    place.channel, home = place.guild.create_text_channel("elsewhere"), place.channel
    assert f"<#{home.id}>" in (await place.say("something like Thief")).content
    result = await place.ana.slash(place.channel, "recommend")
    assert f"<#{home.id}>" in result.response.content
    assert place.agent.turns == []
    await place.ana.slash(place.channel, "profile")
    assert len(place.agent.turns) == 1


def picks(place: Place, at: datetime) -> DailyPick:
    agent: Any = place.agent
    servers = Servers(place.parts.database, "discord")
    return DailyPick(servers, DailyPoster(agent, place.env.bot), clock=lambda: at)


async def test_a_film_a_day_comes_at_its_local_hour_and_once(place: Place) -> None:
    await place.mod.slash(place.channel, "setup daily", channel=place.channel, hour=9, zone="Europe/Madrid")
    place.agent.script = answer("Tonight:", HEAT)
    await picks(place, datetime(2026, 7, 1, 6, 59, tzinfo=UTC)).post_due()
    assert place.agent.turns == []
    for _ in range(2):
        await picks(place, datetime(2026, 7, 1, 7, 0, tzinfo=UTC)).post_due()
    (turn,) = place.agent.turns
    assert turn.call == RecommendFilms(count=1)
    assert turn.place.public
    posted = place.channel.last_message
    assert posted.content == "**Film of the day**\nTonight:"
    assert posted.embeds[0].title == "Heat (1995)"
    await picks(place, datetime(2026, 7, 2, 7, 0, tzinfo=UTC)).post_due()
    assert len(place.agent.turns) == 2


async def test_a_daily_pick_that_cannot_be_posted_leaves_the_others_alone(
    place: Place, caplog: pytest.LogCaptureFixture
) -> None:
    await place.mod.slash(place.channel, "setup daily", channel=place.channel, hour=0)
    place.env.inject_error("POST", "/channels/*/messages", status=403, code=50013, message="Missing")
    await picks(place, datetime(2026, 7, 1, 12, tzinfo=UTC)).post_due()
    assert "could not be posted" in caplog.text


async def test_the_settings_of_a_server_we_left_are_gone(place: Place) -> None:
    await place.mod.slash(place.channel, "setup family", on=True)
    client: Any = place.env.bot
    await client.on_guild_remove(client.get_guild(place.guild.id))
    assert not (await settings(place)).family_mode


async def test_a_channel_is_told_of_its_movie_night_where_we_may_write(
    place: Place, caplog: pytest.LogCaptureFixture
) -> None:
    client: Any = place.env.bot
    poster = NightPoster(client)
    assert poster.reaches(str(place.channel.id))
    assert not poster.reaches("1")
    assert not poster.reaches("no id")
    await poster.tell(str(place.channel.id), "It will be **Heat (1995)**.")
    assert place.channel.last_message.content == "It will be **Heat (1995)**."
    mute = discord.PermissionOverwrite(send_messages=False)
    silent = place.guild.create_text_channel("silent", overwrites={place.guild.me: mute})
    await poster.tell(str(silent.id), "It will be **Heat (1995)**.")
    assert "Send Messages is missing" in caplog.text


async def test_a_movie_night_is_an_event_of_the_server(place: Place) -> None:
    client: Any = place.env.bot
    poster = NightPoster(client)
    begins = datetime.now(UTC) + timedelta(days=1)
    evening = Evening(
        "Movie night: Heat (1995)", begins, begins + timedelta(minutes=170), "I lack {permission}."
    )
    made = await poster.schedule(str(place.channel.id), evening, None)
    events = place.env.backend.get_guild(place.guild.id).scheduled_events
    (event,) = events.values()
    assert (str(event.id), event.name, event.entity_metadata) == (
        made,
        "Movie night: Heat (1995)",
        {"location": f"#{place.channel.name}"},
    )
    moved = replace(evening, begins=begins + timedelta(hours=1), ends=begins + timedelta(hours=4))
    assert await poster.schedule(str(place.channel.id), moved, made) == made
    assert datetime.fromisoformat(events[event.id].scheduled_start_time) == moved.begins
    assert await poster.schedule(str(place.channel.id), moved, None) == made, "its id was not written down"
    events.clear()  # somebody deleted it
    again = await poster.schedule(str(place.channel.id), moved, made)
    assert again not in (None, made)
    await poster.unschedule(str(place.channel.id), again or "")
    await poster.unschedule(str(place.channel.id), "7")
    assert [one.status for one in events.values()] in ([], [4])


async def test_where_we_may_make_no_events_the_permission_is_named(place: Place) -> None:
    client: Any = place.env.bot
    for role in list(place.env.backend.get_guild(place.guild.id).roles.values()):
        left = role.permissions & ~MAKING_EVENTS.value
        place.env.backend.edit_role(place.guild.id, role.id, {"permissions": left})
    await place.say("hello")
    begins = datetime.now(UTC) + timedelta(days=1)
    evening = Evening("Movie night", begins, begins + timedelta(hours=2), "I lack {permission}.")
    assert await NightPoster(client).schedule(str(place.channel.id), evening, None) is None
    assert place.channel.last_message.content == "I lack Create Events."
