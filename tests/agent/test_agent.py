"""Whole turns, from message to record."""

import asyncio
import json
from typing import Any

import pytest

from agent.decision import Decision
from agent.events import Choices, FilmCards, Notice, TextDelta, ToolFinished, ToolStarted
from agent.limits import Limits
from agent.turn import AnsweredBefore, Turn
from data.catalogue import Catalogue
from data.errors import DatabaseError
from memory.database import Database
from memory.library import Library
from memory.people import People
from memory.threads import Threads
from recsys.types import Reason
from tests.agent.house import (
    ScriptedPlanner,
    ScriptedTool,
    build,
    call,
    decide,
    notices,
    only,
    only_done,
    pick,
    text_of,
)
from tests.support.films import COLLATERAL, HEAT, RONIN, SUSPIRIA_1977, SUSPIRIA_2018
from tools.arguments import Arguments
from tools.base import Caller
from tools.results import (
    ConfirmForget,
    FilmFacts,
    Forgotten,
    LibraryEntry,
    LibraryUpdated,
    Picks,
    RatingNeeded,
    ToolResult,
    UnknownFilm,
    WhichFilm,
)

LIKE_HEAT = decide(call(tool="recommend_films", like=["Heat"], max_runtime=125))
TWO = Picks(
    (
        pick(COLLATERAL.id, Reason("because_of", films=(0,)), Reason("person", words=("Michael Mann",))),
        pick(RONIN.id, Reason("keyword", words=("heist",))),
    ),
    like=(HEAT,),
)


def facts(film: Any) -> FilmFacts:
    return FilmFacts(LibraryEntry(film), predicted_rating=4.0, mean_rating=4.1)


async def test_a_wish_gets_films_with_reasons_and_is_written_down(database: Database) -> None:
    house = build(database, plans={"like heat": LIKE_HEAT}, tools={"recommend_films": ScriptedTool([TWO])})
    events = await house.say("like heat")

    started = only(ToolStarted, events)[0]
    assert (started.name, started.label) == ("recommend_films", "Looking for films…")
    assert started.args == {"like": ["Heat"], "max_runtime": 125}
    assert only(ToolFinished, events)[0].label == "Found 2 films"
    text = text_of(events)
    assert "1. **Collateral (2004)** – " in text
    assert "directed by Michael Mann" in text
    assert "2. **Ronin (1998)** – heist." in text
    done = only_done(events)
    assert [card.film for card in done.cards] == [COLLATERAL, RONIN]
    assert only(FilmCards, events)[0].cards == done.cards
    assert (done.decided_by, done.answered_by) == ("planner", "planner")
    assert not notices(events)

    ana = await People(database).resolve("cli", "ana")
    thread = await Threads(database).open(ana.id, "cli", "t")
    (turn,) = await Threads(database).history(thread.id)
    assert (turn.said, turn.reply) == ("like heat", text)
    assert [shown.film_id for shown in turn.impressions] == [COLLATERAL.id, RONIN.id]
    assert turn.decision["calls"][0]["like"] == ["Heat"]


async def test_stars_are_called_theirs_only_where_something_is_known_of_their_taste(
    database: Database,
) -> None:
    house = build(database, plans={"like heat": LIKE_HEAT}, tools={"recommend_films": ScriptedTool([TWO])})
    ana = await People(database).resolve("cli", "ana")
    library = Library(database)

    async def theirs() -> list[bool]:
        return [card.for_them for card in only(FilmCards, await house.say("like heat"))[0].cards]

    assert await theirs() == [False, False]
    await library.mark_seen(ana.id, SUSPIRIA_1977.id)
    assert await theirs() == [False, False]
    await library.rate(ana.id, SUSPIRIA_1977.id, 4.5)
    assert await theirs() == [True, True]
    await People(database).pause(ana.id, paused=True)
    assert await theirs() == [False, False]


async def test_the_turn_is_recorded_and_the_state_kept_before_done(database: Database) -> None:
    house = build(database, plans={"like heat": LIKE_HEAT}, tools={"recommend_films": ScriptedTool([TWO])})
    kept: list[int] = []
    aput = house.saver.aput

    async def counting(*args: Any, **kwargs: Any) -> Any:
        kept.append(1)
        return await aput(*args, **kwargs)

    house.saver.aput = counting  # type: ignore[method-assign]
    events = await house.say("like heat")
    assert kept
    only_done(events)


async def test_what_the_checkpoint_keeps_is_small_plain_json(database: Database) -> None:
    house = build(database, plans={"like heat": LIKE_HEAT}, tools={"recommend_films": ScriptedTool([TWO])})
    for _ in range(6):
        await house.say("like heat")
    ana = await People(database).resolve("cli", "ana")
    key = (await Threads(database).open(ana.id, "cli", "t")).key
    kept = await house.saver.aget({"configurable": {"thread_id": key}})
    assert kept is not None
    values = kept["channel_values"]
    assert set(values) <= {"focus", "exchanges", "told_away", "language"}
    assert len(json.dumps(values)) < 6000
    assert values["focus"]["shown"][0] == [COLLATERAL.id, RONIN.id]


async def test_the_focus_carries_over_turns_but_not_over_threads(database: Database) -> None:
    house = build(database, plans={"like heat": LIKE_HEAT}, tools={"recommend_films": ScriptedTool([TWO])})
    await house.say("like heat")
    await house.say("the second one")
    await house.say("the second one", thread="another")
    (_, first), (_, second), (_, elsewhere) = house.planner.heard
    assert first.shown == ()
    assert second.last_shown == (COLLATERAL.id, RONIN.id)
    assert second.request == LIKE_HEAT.calls[0].arguments
    assert elsewhere.shown == ()


async def test_films_shown_lately_are_told_to_the_tools(database: Database) -> None:
    tool = ScriptedTool([TWO])
    house = build(database, plans={"like heat": LIKE_HEAT}, tools={"recommend_films": tool})
    await house.say("like heat")
    await house.say("like heat")
    assert [caller.recently_shown for _, caller in tool.made] == [(), (COLLATERAL.id, RONIN.id)]


async def test_a_tool_that_breaks_does_not_keep_the_others_from_answering(
    database: Database, caplog: pytest.LogCaptureFixture
) -> None:
    both = decide(call(tool="show_library", kind="watchlist"), call(tool="film_details", title="Heat"))
    tools = {
        "show_library": ScriptedTool([RuntimeError("disc")]),
        "film_details": ScriptedTool([facts(HEAT)]),
    }
    house = build(database, plans={"both": both}, tools=tools)
    text = text_of(await house.say("both"))
    assert "Something went wrong while I was opening your library" in text
    assert "**Heat (1995)**: crime drama, 170 min" in text
    assert "disc" in caplog.text


async def test_an_error_of_ours_says_its_reason(database: Database) -> None:
    tool = ScriptedTool([DatabaseError("The database is full; free some space.")])
    plan = decide(call(tool="show_library", kind="seen"))
    house = build(database, plans={"seen": plan}, tools={"show_library": tool})
    assert text_of(await house.say("seen")) == "The database is full; free some space."


@pytest.mark.parametrize(("locale", "said"), [("en", "my memory"), ("es", "mi memoria")])
async def test_strangers_hear_of_no_place_on_the_machine(
    database: Database, caplog: pytest.LogCaptureFixture, locale: str, said: str
) -> None:
    tool = ScriptedTool([DatabaseError("The disk of /srv/cine.db is full.")])
    plan = decide(call(tool="show_library", kind="seen"))
    house = build(database, plans={"seen": plan}, tools={"show_library": tool})
    turn = Turn("discord", "ana", "t", "seen", locale=locale)
    text = text_of([event async for event in house.agent.stream(turn)])
    assert said in text
    assert "/srv" not in text


async def test_whoever_runs_it_reads_what_ails_the_database(
    database: Database, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def full(*_: object) -> int:
        raise DatabaseError("The disk of /srv/cine.db is full.")

    monkeypatch.setattr(Threads, "record_turn", full)
    house = build(database, plans={"like heat": LIKE_HEAT}, tools={"recommend_films": ScriptedTool([TWO])})
    turn = Turn("telegram", "ana", "t", "like heat")
    events = [event async for event in house.agent.stream(turn)]
    assert "**Collateral (2004)**" in text_of(events)
    (notice,) = notices(events)
    assert notice.startswith("I couldn't keep this part")
    assert "The disk of /srv/cine.db is full." in caplog.text


async def test_a_tool_that_hangs_is_given_up(database: Database) -> None:
    async def hang(arguments: Arguments, caller: Caller) -> ToolResult:
        await asyncio.sleep(3600)
        raise AssertionError

    plan = decide(call(tool="show_library", kind="seen"))
    house = build(database, plans={"seen": plan}, tools={"show_library": hang}, limits=Limits(tool_s=0.05))
    assert text_of(await house.say("seen")).startswith("That took too long")


async def test_a_tool_that_is_not_there_yet_is_answered_honestly(database: Database) -> None:
    house = build(database, plans={"look": decide(call(tool="search_by_look", look="neon"))})
    assert text_of(await house.say("look")).startswith("I can't search by how films look yet.")


@pytest.mark.parametrize("text", ["", "   \n\t", "\x00\x1b\u200b"])
async def test_an_empty_message_gets_one_sentence(database: Database, text: str) -> None:
    house = build(database)
    events = await house.say(text)
    assert text_of(events).startswith("I got an empty message.")
    assert house.planner.heard == []


async def test_a_very_long_message_is_read_from_its_beginning(database: Database) -> None:
    house = build(database)
    events = await house.say("film " * 4000)
    assert notices(events) == ["Your message is very long: I read its first 4,000 characters."]
    assert len(house.planner.heard[0][0]) <= 4000
    only_done(events)


async def test_a_fault_of_ours_gets_an_apology_and_the_next_turn_works(
    database: Database, caplog: pytest.LogCaptureFixture
) -> None:
    house = build(database, plans={"hello": decide(small_talk="greeting")})

    def broken(text: str, focus: Any) -> Any:
        raise ZeroDivisionError

    house.planner.decide, kept = broken, house.planner.decide  # type: ignore[method-assign]
    assert text_of(await house.say("hello")).startswith("Sorry, that went wrong on my side.")
    assert "ZeroDivisionError" in caplog.text
    house.planner.decide = kept  # type: ignore[method-assign]
    assert not text_of(await house.say("hello")).startswith("Sorry")


async def test_a_database_that_fails_at_the_end_is_said_beside_the_answer(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def locked(*_: object) -> int:
        raise DatabaseError("The database is locked; close the other program.")

    monkeypatch.setattr(Threads, "record_turn", locked)
    house = build(database, plans={"like heat": LIKE_HEAT}, tools={"recommend_films": ScriptedTool([TWO])})
    events = await house.say("like heat")
    assert "**Collateral (2004)**" in text_of(events)
    assert notices(events) == ["The database is locked; close the other program."]


async def test_which_film_is_asked_and_the_button_answers(database: Database) -> None:
    asked = WhichFilm("Suspiria", (SUSPIRIA_1977, SUSPIRIA_2018))
    tool = ScriptedTool([asked, facts(SUSPIRIA_2018)])
    plan = decide(call(tool="film_details", title="Suspiria"))
    house = build(database, plans={"suspiria": plan}, tools={"film_details": tool})
    events = await house.say("suspiria")
    assert "**Suspiria (1977)** or **Suspiria (2018)**" in text_of(events)
    (buttons,) = only(Choices, events)
    assert [(choice.id, choice.label) for choice in buttons.choices] == [
        (f"pick:{SUSPIRIA_1977.id}", "Suspiria (1977)"),
        (f"pick:{SUSPIRIA_2018.id}", "Suspiria (2018)"),
    ]
    events = await house.press(f"pick:{SUSPIRIA_2018.id}")
    assert tool.made[-1][0] == call(tool="film_details", title=SUSPIRIA_2018.id).arguments
    assert "**Suspiria (2018)**: horror fantasy film, 152 min" in text_of(events)


async def test_did_you_mean_can_be_answered_by_a_button_inside_a_wish(database: Database) -> None:
    tool = ScriptedTool([UnknownFilm("Heet", (HEAT, RONIN)), TWO])
    plan = decide(call(tool="recommend_films", like=["Amélie", "Heet"]))
    house = build(database, plans={"heet": plan}, tools={"recommend_films": tool})
    events = await house.say("heet")
    assert text_of(events) == (
        "I don't know a film called “Heet”. Did you mean **Heat (1995)** or **Ronin (1998)**?"
    )
    await house.press(f"pick:{HEAT.id}")
    assert tool.made[-1][0] == call(tool="recommend_films", like=[HEAT.id, "Amélie"]).arguments


async def test_a_rating_without_stars_is_asked_for(database: Database) -> None:
    entry = LibraryEntry(HEAT, rating=4.0, seen=True)
    tool = ScriptedTool([RatingNeeded(HEAT), LibraryUpdated("rate", entry, LibraryEntry(HEAT))])
    plan = decide(call(tool="update_library", action="rate", title="Heat"))
    house = build(database, plans={"rate heat": plan}, tools={"update_library": tool})
    events = await house.say("rate heat")
    (buttons,) = only(Choices, events)
    assert [choice.id for choice in buttons.choices] == [f"rate:{HEAT.id}:{n}" for n in range(1, 6)]
    assert [choice.label for choice in buttons.choices][:2] == ["1 star", "2 stars"]
    assert "4 stars" in text_of(await house.press(f"rate:{HEAT.id}:4"))
    assert tool.made[-1][0] == call(tool="update_library", action="rate", title=HEAT.id, rating=4).arguments


async def test_forgetting_everything_is_confirmed_and_leaves_no_checkpoint(database: Database) -> None:
    ana = await People(database).resolve("cli", "ana")
    key = (await Threads(database).open(ana.id, "cli", "t")).key

    async def forget(arguments: Arguments, caller: Caller) -> ToolResult:
        if not caller.confirmed:
            return ConfirmForget((("films in your library", 3), ("messages", 1), ("accounts", 1)))
        async with database.engine.begin() as connection:
            await connection.exec_driver_sql("DELETE FROM people")
        return Forgotten(everything=True)

    plan = decide(call(tool="forget", what="everything"))
    house = build(database, plans={"forget me": plan}, tools={"forget": forget})
    events = await house.say("forget me")
    assert "3 films in your library, 1 message and all that goes with them" in text_of(events)
    assert [choice.id for choice in only(Choices, events)[0].choices] == ["yes", "no"]
    assert text_of(await house.press("yes")).startswith("Done. Everything I knew about you is erased.")
    assert await house.saver.aget({"configurable": {"thread_id": key}}) is None


async def test_no_leaves_everything_as_it_was_and_closes_the_question(database: Database) -> None:
    tool = ScriptedTool([ConfirmForget(())])
    plan = decide(call(tool="forget", what="everything"))
    house = build(database, plans={"forget me": plan}, tools={"forget": tool})
    await house.say("forget me")
    assert text_of(await house.press("no"))
    assert len(tool.made) == 1
    assert text_of(await house.press("yes")) == "There is no question open that a yes would answer."
    assert len(tool.made) == 1


@pytest.mark.parametrize("code", ["", "explode", "rate:tt1:99", "pick", "rate:tt0113277"])
async def test_an_unknown_button_gets_one_sentence(database: Database, code: str) -> None:
    events = await build(database).press(code)
    assert text_of(events) == "That button is not one of mine; please ask in words."


async def test_turns_of_one_thread_run_one_after_the_other_and_threads_in_parallel(
    database: Database,
) -> None:
    running: list[str] = []
    most = 0
    release = asyncio.Event()

    async def slow(arguments: Arguments, caller: Caller) -> ToolResult:
        nonlocal most
        running.append(str(caller.thread_id))
        most = max(most, len(running))
        assert len(running) == len(set(running)), "two turns of one thread at once"
        if most == 2:
            release.set()
        await release.wait()
        running.remove(str(caller.thread_id))
        return TWO

    house = build(database, plans={"like heat": LIKE_HEAT}, tools={"recommend_films": slow})
    turns = [house.say("like heat", thread=thread) for thread in ("a", "a", "b")]
    for events in await asyncio.gather(*turns):
        only_done(events)
    assert most == 2
    assert len(house.agent._locks) == 0


async def test_a_turn_that_never_ends_is_said_to_be_still_at_work(database: Database) -> None:
    from agent.turn import Turn

    house = build(database, plans={}, limits=Limits(turn_s=0.2))
    stuck = house.agent.stream(Turn("cli", "ana", "t", "hello"))
    await anext(stuck)
    assert text_of(await house.say("hello")).startswith("I'm still at work on your last message.")
    await stuck.aclose()
    assert not text_of(await house.say("hello")).startswith("I'm still")


async def test_a_reader_who_leaves_in_the_middle_frees_the_thread(database: Database) -> None:
    from agent.turn import Turn

    house = build(database, plans={"like heat": LIKE_HEAT}, tools={"recommend_films": ScriptedTool([TWO])})
    stream = house.agent.stream(Turn("cli", "ana", "t", "like heat"))
    await anext(stream)
    await stream.aclose()
    async with asyncio.timeout(5):
        only_done(await house.say("like heat"))


async def test_the_notice_of_a_long_message_comes_before_the_text(database: Database) -> None:
    events = await build(database).say("x" * 5000)
    kinds = [type(event) for event in events]
    assert kinds.index(Notice) < kinds.index(TextDelta)


async def test_a_turn_under_way_ends_with_the_films_it_began_with(database: Database) -> None:
    async def replace_everything(arguments: Arguments, caller: Caller) -> ToolResult:
        later = ScriptedPlanner({"again": Decision(small_talk="greeting")})
        house.agent.adopt(tools={}, catalogue=Catalogue(()), planner=later)
        return Picks((pick(HEAT.id),))

    plans = {"crime": decide(call(tool="recommend_films"))}
    house = build(database, plans=plans, tools={"recommend_films": replace_everything})
    assert [card.film for card in only_done(await house.say("crime")).cards] == [HEAT]
    assert only_done(await house.say("again")).cards == ()
    assert [text for text, _ in house.planner.heard] == ["crime"]


async def test_what_is_delivered_twice_is_answered_once(database: Database) -> None:
    tool = ScriptedTool([TWO])
    house = build(database, plans={"like heat": LIKE_HEAT}, tools={"recommend_films": tool})
    answer = text_of(await house.say("like heat", delivery="7"))
    with pytest.raises(AnsweredBefore) as before:
        await house.say("like heat", delivery="7")
    assert before.value.reply == answer
    await house.say("like heat", thread="another", delivery="7")
    ana = await People(database).resolve("cli", "ana")
    thread = await Threads(database).open(ana.id, "cli", "t")
    assert [turn.delivery for turn in await Threads(database).history(thread.id)] == ["7"]
