from memory.ballots import Ballots, NewBallot, NewMember, room_of
from memory.database import Database
from memory.moved_rooms import MovedRooms
from memory.people import People
from memory.room_lists import Room, RoomLists
from memory.rooms import Rooms
from memory.servers import Servers, ServerSettings

OLD, NEW = "-5", "-1005"


async def test_all_that_is_kept_of_a_group_goes_along(database: Database, ana: int, luis: int) -> None:
    servers, lists, ballots = Servers(database, "telegram"), RoomLists(database), Ballots(database)
    await servers.change(OLD, by="1", action="family", family_mode=True, daily_channel="-5/7", channel="-5")
    await servers.change("-55", by="1", action="family", family_mode=True, channel="-55")
    await lists.add(Room("telegram", OLD), "heat", ana)
    await People(database).share(ana, "server")
    await Rooms(database).note("telegram", OLD, ana)
    room = room_of("telegram", OLD, ana)
    await ballots.open(NewBallot(room, "telegram", ana, ["heat"], [NewMember(ana, {})], channel="-5/7"))
    for _ in range(2):
        await MovedRooms(database, "telegram").move(OLD, NEW)
    moved = await servers.settings(NEW)
    assert (moved.family_mode, moved.daily_channel, moved.channel) == (True, "-1005/7", "-1005")
    assert await servers.settings(OLD) == ServerSettings()
    assert (await servers.settings("-55")).channel == "-55"
    assert [entry.action for entry in await servers.audit(NEW, 9)] == ["family"]
    assert await lists.films(Room("telegram", NEW)) == ["heat"]
    assert [friend.id for friend in await Rooms(database).sharing_in("telegram", NEW, luis)] == [ana]
    ballot = await ballots.open_in(room_of("telegram", NEW, ana))
    assert ballot is not None
    assert ballot.channel == "-1005/7"


async def test_what_the_new_number_has_already_stands(database: Database, ana: int) -> None:
    servers, lists = Servers(database, "telegram"), RoomLists(database)
    await servers.change(OLD, by="1", action="family", family_mode=True)
    await servers.change(NEW, by="1", action="spoilers", spoilers="full")
    for number in (OLD, NEW):
        await lists.add(Room("telegram", number), "heat", ana)
    await MovedRooms(database, "telegram").move(OLD, NEW)
    settings = await servers.settings(NEW)
    assert (settings.family_mode, settings.spoilers) == (False, "full")
    assert await lists.films(Room("telegram", NEW)) == ["heat"]
