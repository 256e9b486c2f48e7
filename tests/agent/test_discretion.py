from agent.discretion import personal, shareable
from agent.events import Done, ToolStarted
from agent.turn import Place, Turn
from memory.database import Database
from recsys.types import Reason
from tests.agent.house import ScriptedTool, build, only_done, pick
from tests.support.films import AMELIE, CATALOGUE, COLLATERAL, HEAT, RONIN
from tools.arguments import RecommendFilms
from tools.results import FilmFacts, LibraryEntry, LibraryUpdated, Picks


def because_of(*films: str) -> Reason:
    return Reason("because_of", films=tuple(CATALOGUE.index(film) for film in films))


def test_only_films_named_in_the_question_are_given_as_causes() -> None:
    picks = Picks((pick(RONIN.id, because_of(HEAT.id, AMELIE.id), Reason("popular")),), like=(HEAT,))
    told = shareable(picks, CATALOGUE)
    assert isinstance(told, Picks)
    found = told.picks[0].recommendation
    assert found.reasons == (because_of(HEAT.id), Reason("popular"))
    assert found.predicted_rating is None


def test_what_stood_in_the_library_is_left_out() -> None:
    entry = LibraryEntry(HEAT, rating=2.0, seen=True)
    assert shareable(FilmFacts(entry, 3.0, 4.1), CATALOGUE) == FilmFacts(LibraryEntry(HEAT), None, 4.1)
    updated = LibraryUpdated("rate", LibraryEntry(HEAT, 5.0, seen=True), entry)
    assert shareable(updated, CATALOGUE) == LibraryUpdated("rate", updated.entry, LibraryEntry(HEAT))


def test_the_library_and_the_watchlist_are_personal() -> None:
    assert personal(ToolStarted("show_library", {"kind": "profile"}, ""))
    assert personal(ToolStarted("recommend_films", {"from_watchlist": True}, ""))
    assert not personal(ToolStarted("recommend_films", {"like": ["Heat"]}, ""))


async def test_a_command_is_done_as_it_stands_and_in_public_says_nothing_of_the_person(
    database: Database,
) -> None:
    tool = ScriptedTool([Picks((pick(COLLATERAL.id, because_of(HEAT.id)),))])
    house = build(database, tools={"recommend_films": tool})
    person = await house.agent._people.resolve("discord", "ana")
    await house.agent._parts.library.rate(person.id, HEAT.id, 5.0)
    await house.agent._parts.library.save(person.id, COLLATERAL.id)
    call = RecommendFilms(genres=("Crime",))

    async def ask(place: Place) -> Done:
        turn = Turn("discord", "ana", "t", "/recommend", call=call, place=place)
        return only_done([event async for event in house.agent.stream(turn)])

    alone = await ask(Place())
    assert tool.made[0][0] == call
    assert "Heat" in (alone.cards[0].reason or "")
    assert alone.cards[0].saved
    among_others = await ask(Place(public=True, family_safe=True, spoilers="mild"))
    assert "Heat" not in among_others.text + (among_others.cards[0].reason or "")
    assert not among_others.cards[0].saved
    caller = tool.made[1][1]
    assert (caller.family_safe, caller.spoilers) == (True, "mild")
