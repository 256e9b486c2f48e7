"""An agent that opens, shows and closes a ballot as the tool does, for tests of surfaces."""

from collections.abc import AsyncIterator

from agent.events import Choice, Choices, Event, TextDelta, ToolStarted
from agent.turn import Turn
from memory.ballots import Ballots, NewBallot, NewMember
from memory.database import Database
from memory.people import People
from tests.support.films import COLLATERAL, HEAT, RONIN
from tests.support.surfaces import Script, done

FILMS = (HEAT, RONIN, COLLATERAL)


def ballots_of(database: Database) -> Script:
    """`close` in what is said closes the ballot of the room, anything else opens one."""
    ballots, people = Ballots(database), People(database)

    async def script(turn: Turn) -> AsyncIterator[Event]:
        yield ToolStarted("plan_movie_night", {}, "Planning…")
        room = f"{turn.surface}/{turn.room}"
        if "close" in turn.text:
            standing = await ballots.open_in(room)
            assert standing
            await ballots.close(standing.id)
            yield TextDelta("Closed.")
            yield done("Closed.")
            return
        host = (await people.resolve(turn.surface, turn.user)).id
        opened = await ballots.open(
            NewBallot(
                room,
                turn.surface,
                host,
                [film.id for film in FILMS],
                [NewMember(host, {})],
                channel=turn.thread,
                polled=turn.place.polls,
            )
        )
        assert opened
        yield TextDelta("My ballot.")
        yield Choices((Choice(f"ballot:{opened.id}:close", "End the vote"),))
        yield done("My ballot.")

    return script
