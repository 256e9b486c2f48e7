from datetime import date

from memory.database import Database
from memory.servers import Servers, ServerSettings


async def test_a_server_nobody_set_up_has_the_defaults(database: Database) -> None:
    servers = Servers(database, "discord")
    assert await servers.settings("1") == ServerSettings()
    assert await servers.audit("1", 10) == []


async def test_changes_are_kept_and_logged_with_what_stood_before(database: Database) -> None:
    servers = Servers(database, "discord")
    await servers.change("1", by="7", action="family", family_mode=True)
    after = await servers.change("1", by="8", action="daily", daily_channel="5", daily_hour=9)
    assert after == ServerSettings(family_mode=True, daily_channel="5", daily_hour=9)
    assert await Servers(database, "discord").settings("1") == after
    newest, oldest = await servers.audit("1", 10)
    assert (oldest.user, oldest.action, oldest.changes) == ("7", "family", {"family_mode": [False, True]})
    assert newest.changes == {"daily_channel": [None, "5"], "daily_hour": [18, 9]}
    assert await servers.audit("1", 1) == [newest]


async def test_what_changes_nothing_is_not_logged(database: Database) -> None:
    servers = Servers(database, "discord")
    await servers.change("1", by="7", action="family", family_mode=False)
    assert await servers.audit("1", 10) == []


async def test_servers_and_surfaces_are_apart(database: Database) -> None:
    await Servers(database, "discord").change("1", by="7", action="family", family_mode=True)
    assert not (await Servers(database, "discord").settings("2")).family_mode
    assert not (await Servers(database, "telegram").settings("1")).family_mode
    assert await Servers(database, "telegram").audit("1", 10) == []


async def test_the_pick_of_a_day_is_taken_once(database: Database) -> None:
    servers = Servers(database, "discord")
    await servers.change("1", by="7", action="daily", daily_channel="5")
    await servers.change("2", by="7", action="family", family_mode=True)
    assert list(await servers.with_daily_pick()) == ["1"]
    today, tomorrow = date(2026, 3, 1), date(2026, 3, 2)
    assert [await servers.claim_day("1", day) for day in (today, today, tomorrow, today)] == [
        True,
        False,
        True,
        False,
    ]


async def test_a_server_left_is_gone(database: Database) -> None:
    servers = Servers(database, "discord")
    await servers.change("1", by="7", action="family", family_mode=True)
    await servers.change("2", by="7", action="family", family_mode=True)
    await servers.remove("1")
    assert await servers.settings("1") == ServerSettings()
    assert await servers.audit("1", 10) == []
    assert len(await servers.audit("2", 10)) == 1
