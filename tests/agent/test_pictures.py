"""A picture sent along is a question about looks."""

from dataclasses import replace

from agent.decision import ToolCall
from agent.events import Choices, FilmCards
from memory.database import Database
from recsys.looks.impression import Impression
from recsys.looks.looks import Sight
from recsys.looks.palette import Swatch
from tests.agent.house import ScriptedTool, build, call, decide, only, only_done, pick, text_of
from tests.support.films import COLLATERAL
from tools.arguments import SearchByLook
from tools.results import LookHit, LookHits

SIGHT = Sight((Swatch((16, 32, 64), 0.8),), (Impression("dark", 0.78), Impression("teal_and_orange", None)))
FOUND = LookHits(
    (LookHit(pick(COLLATERAL.id), SIGHT, "https://pictures.example/c.jpg", "still"),),
    look="like this picture",
    seen=SIGHT,
    attribution=("Drawn here.",),
)
PICTURE = b"\xff\xd8\xff a picture"


async def test_a_picture_without_words_is_searched_and_described(database: Database) -> None:
    tool = ScriptedTool([FOUND])
    house = build(database, tools={"search_by_look": tool})
    events = await house.say("", attachment=PICTURE)
    arguments, caller = tool.made[0]
    assert isinstance(arguments, SearchByLook)
    assert caller.picture == PICTURE
    text = text_of(events)
    assert "In your picture I see low-key light (78%), teal and orange." in text
    assert "Drawn here." in text
    card = only(FilmCards, events)[0].cards[0]
    assert card.reason == "Low-key light (78%), teal and orange."
    assert (card.picture, card.palette) == ("https://pictures.example/c.jpg", FOUND.hits[0].sight.palette)
    assert [card.film for card in only_done(events).cards] == [COLLATERAL]


async def test_a_look_can_be_weighed_against_taste_by_a_button(database: Database) -> None:
    tool = ScriptedTool([replace(FOUND, taste=0.0)])
    asked = SearchByLook(look="neon", max_year=1990)
    house = build(database, plans={"neon": decide(ToolCall(arguments=asked))}, tools={"search_by_look": tool})
    events = await house.say("neon")
    assert only(FilmCards, events)[0].taste == 0.0
    assert [choice.id for choice in only(Choices, events)[0].choices] == ["blend:50", "blend:100"]
    await house.press("blend:70")
    assert tool.made[1][0] == asked.model_copy(update={"taste": 0.7})
    for code in ("blend:170", "blend:x", "blend:-5"):
        assert "ask in words" in text_of(await house.press(code))
    assert len(tool.made) == 2


async def test_a_blend_without_a_look_under_way_is_refused(database: Database) -> None:
    house = build(database, tools={"search_by_look": ScriptedTool([FOUND])})
    assert "no search by look under way" in text_of(await house.press("blend:50"))


async def test_how_much_taste_counted_is_said(database: Database) -> None:
    for found, said in (
        (replace(FOUND, taste=0.5), "Your taste counts for 50%"),
        (replace(FOUND, taste_unknown=True), "I don't know your taste yet"),
    ):
        tool = ScriptedTool([found])
        plans = {"neon": decide(call(tool="search_by_look", look="neon"))}
        assert said in text_of(await build(database, plans=plans, tools={"search_by_look": tool}).say("neon"))


async def test_words_beside_a_picture_count_as_well(database: Database) -> None:
    tool = ScriptedTool([FOUND])
    plans = {
        "but happier, before 1990": decide(call(tool="search_by_look", look="but happier", max_year=1990))
    }
    house = build(database, plans=plans, tools={"search_by_look": tool})
    await house.say("but happier, before 1990", attachment=PICTURE)
    assert tool.made[0][0] == SearchByLook(look="but happier", max_year=1990)
    await house.say("more of this", attachment=PICTURE)
    assert tool.made[1][0] == SearchByLook(look="more of this")


async def test_a_picture_stays_the_question_while_its_look_is_changed_in_words(database: Database) -> None:
    tool = ScriptedTool([replace(FOUND, glance="a glance")])
    asked = SearchByLook(look="like this picture")
    plans = {
        "but happier": decide(ToolCall(arguments=asked.model_copy(update={"mood": "happier"}))),
        "and darker": decide(call(tool="search_by_look", look="like this picture, and darker")),
        "neon": decide(call(tool="search_by_look", look="neon")),
        "like heat": decide(call(tool="search_by_look", look="neon", like=["Heat"])),
    }
    house = build(database, plans=plans, tools={"search_by_look": tool})
    await house.say("", attachment=PICTURE)
    for said in ("but happier", "and darker", "neon", "like heat"):
        await house.say(said)
    assert [caller.glance for _, caller in tool.made] == [None, "a glance", "a glance", None, None]
    assert [caller.picture is None for _, caller in tool.made] == [False, True, True, True, True]


async def test_a_look_not_understood_asks_for_one(database: Database) -> None:
    tool = ScriptedTool([LookHits((), look="it", understood=False, films_with_pictures=9)])
    house = build(
        database, plans={"it": decide(call(tool="search_by_look", look="it"))}, tools={"search_by_look": tool}
    )
    assert "how it should look" in text_of(await house.say("it"))


async def test_no_film_fits_is_said_with_how_many_there_are(database: Database) -> None:
    tool = ScriptedTool([LookHits((), look="neon", films_with_pictures=9)])
    house = build(
        database,
        plans={"neon": decide(call(tool="search_by_look", look="neon"))},
        tools={"search_by_look": tool},
    )
    assert "None of the 9 films" in text_of(await house.say("neon"))
