"""Whole turns with a language model, scripted: what it may decide and say, and what happens when it fails."""

import httpx
import pytest

from agent.events import FilmCards, TextDelta
from agent.limits import Limits
from memory.database import Database
from recsys.types import Reason
from tests.agent.house import (
    House,
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
from tests.support.films import COLLATERAL, HEAT, RONIN
from tests.support.scripted_model import CUT
from tools.results import FilmFacts, LibraryEntry, LibraryUpdated, Picks

PLANNED = decide(call(tool="recommend_films", like=["Heat"]), certainty=0.5)
PICKS = Picks(
    (
        pick(COLLATERAL.id, Reason("because_of", films=(0,))),
        pick(RONIN.id, Reason("keyword", words=("spies",))),
    ),
    like=(HEAT,),
)
FACTS = FilmFacts(LibraryEntry(HEAT), predicted_rating=None, mean_rating=None)
RECOMMEND = '{"calls":[{"tool":"recommend_films","like":["heat"],"mood":"tense"}]}'


@pytest.fixture
def house(database: Database) -> House:
    saved = LibraryEntry(HEAT, saved=True)
    tools = {
        "recommend_films": ScriptedTool([PICKS]),
        "film_details": ScriptedTool([FACTS]),
        "update_library": ScriptedTool([LibraryUpdated("watchlist_add", saved, LibraryEntry(HEAT))]),
    }
    plans = {
        "like heat": PLANNED,
        "save heat": decide(call(tool="update_library", action="watchlist_add", title="Heat")),
    }
    return build(database, plans=plans, tools=tools, with_model=True)


def tool_of(house: House, name: str) -> ScriptedTool:
    run = house.agent._parts.tools[name].run
    assert isinstance(run, ScriptedTool)
    return run


async def test_the_model_decides_and_opens_the_reply_code_adds_the_facts(house: House) -> None:
    house.decider.will(RECOMMEND)
    house.writer.will("Both share the nerve of [f3]; [f1] is the quieter one.")
    events = await house.say("like heat")
    done = only_done(events)
    assert (done.decided_by, done.answered_by) == ("model", "model")
    text = text_of(events)
    assert "Both share the nerve of **Heat (1995)**; **Collateral (2004)** is the quieter one." in text
    assert "2. **Ronin (1998)** – spies." in text
    assert [card.film for card in done.cards] == [COLLATERAL, RONIN]
    assert tool_of(house, "recommend_films").made[0][0] == PLANNED.calls[0].arguments
    assert not notices(events)


async def test_handles_split_over_pieces_come_out_whole(house: House) -> None:
    house.writer.step = 1
    house.decider.will(RECOMMEND)
    house.writer.will("Try [f2] first.")
    events = await house.say("like heat")
    assert "Try **Ronin (1998)** first." in text_of(events)
    assert all("[f" not in event.text for event in only(TextDelta, events))


@pytest.mark.parametrize(
    "words",
    [
        "You will love Sicario and [f1].",  # a film of its own
        "[f9] is the one.",  # a handle of its own
        "It won 4 Oscars.",  # a number of its own
        "",
        "   ",
        "See http://films.example for more.",
    ],
)
async def test_what_code_cannot_vouch_for_is_replaced_by_composed_text(house: House, words: str) -> None:
    house.decider.will(RECOMMEND)
    house.writer.will(words)
    events = await house.say("like heat")
    text = text_of(events)
    assert words.strip() not in text or not words.strip()
    assert "1. **Collateral (2004)**" in text
    assert "Sicario" not in text
    assert only_done(events).answered_by == "planner"


async def test_a_good_sentence_stays_where_the_next_is_bad(house: House) -> None:
    house.decider.will(RECOMMEND)
    house.writer.will("Tense nights, all of them. Sicario is better.")
    text = text_of(await house.say("like heat"))
    assert "Tense nights, all of them.\n1. **Collateral" in text
    assert "Sicario" not in text


async def test_a_model_that_breaks_off_while_answering_is_finished_by_code(house: House) -> None:
    house.decider.will(RECOMMEND)
    house.writer.will("Tense nights, all of them. And wh" + CUT)
    events = await house.say("like heat")
    text = text_of(events)
    assert "Tense nights, all of them.\n1. **Collateral" in text
    assert "And wh" not in text
    assert notices(events) == ["The language model broke off, so I finished without it."]


async def test_what_was_written_down_is_said_by_code_alone(house: House) -> None:
    house.decider.will('{"calls":[{"tool":"update_library","action":"watchlist_add","title":"Heat"}]}')
    events = await house.say("save heat")
    assert "watchlist" in text_of(events)
    assert only_done(events).answered_by == "planner"
    assert house.writer.asked == []


async def test_small_talk_is_answered_by_the_model(house: House) -> None:
    house.decider.will('{"calls":[{"tool":"none","talk":"other"}]}')
    house.writer.will("That sounds like a long day.")
    events = await house.say("what a day")
    assert text_of(events) == "That sounds like a long day."
    assert "No films were looked for." in house.writer.last_message
    house.decider.will('{"calls":[{"tool":"none","talk":"other"}]}')
    house.writer.will("It will pass.")
    await house.say("and it is only noon")
    assert "You said before: That sounds like a long day." in house.writer.last_message
    assert only(FilmCards, events) == []


@pytest.mark.parametrize(
    "answer", ["", "no json", '{"calls":[]}', '{"calls":[{"tool":"fly"}]}', "[1]", "null"]
)
async def test_a_decision_that_makes_no_sense_is_the_planners(house: House, answer: str) -> None:
    house.decider.will(answer)
    house.writer.will("Tense.")
    events = await house.say("like heat")
    assert only_done(events).decided_by == "planner"
    assert tool_of(house, "recommend_films").made[0][0] == PLANNED.calls[0].arguments
    assert not notices(events)


@pytest.mark.parametrize(
    "error", [httpx.ReadError("reset"), ConnectionError("refused"), ValueError("garbage"), TimeoutError()]
)
async def test_a_model_that_fails_while_deciding_is_stood_in_for(house: House, error: Exception) -> None:
    house.decider.will(error)
    events = await house.say("like heat")
    assert "1. **Collateral (2004)**" in text_of(events)
    assert len(notices(events)) == 1
    assert only_done(events).decided_by == "planner"
    assert house.writer.asked == []  # it is not asked again in this turn


async def test_after_two_failures_the_model_is_left_alone_and_one_notice_says_so(house: House) -> None:
    house.decider.will(ConnectionError(), ConnectionError())
    said = [notices(await house.say("like heat")) for _ in range(4)]
    assert [len(each) for each in said] == [1, 1, 1, 0]
    assert said[2] == ["The language model keeps failing, so I answer without it for a while."]
    assert len(house.decider.asked) == 2


async def test_a_model_that_is_away_is_mentioned_once_in_a_conversation_and_again_after_it_was_back(
    house: House,
) -> None:
    house.present.cause = "unreachable"
    first = await house.say("like heat")
    assert notices(first) == [
        (
            "The language model at http://127.0.0.1:11434 can't be reached, so I answer without it. "
            "Start Ollama there, or set OLLAMA_HOST to where it runs."
        )
    ]
    assert notices(await house.say("like heat")) == []
    house.present.cause = None
    house.decider.will(RECOMMEND)
    house.writer.will("Tense.")
    assert only_done(await house.say("like heat")).decided_by == "model"
    house.present.cause = "lacking"
    assert "ollama pull tiny" in notices(await house.say("like heat"))[0]


async def test_a_yes_to_our_question_is_not_left_to_a_model(database: Database) -> None:
    from tools.results import ConfirmForget

    forget = call(tool="forget", what="everything")
    tool = ScriptedTool([ConfirmForget(())])
    plans = {"forget me": decide(forget, certainty=0.5), "yes": decide(forget, confirmed=True)}
    house = build(database, plans=plans, tools={"forget": tool}, with_model=True)
    house.decider.will('{"calls":[{"tool":"forget","what":"everything"}]}')
    await house.say("forget me")
    await house.say("yes")
    assert [caller.confirmed for _, caller in tool.made] == [False, True]
    assert len(house.decider.asked) == 1


async def test_the_model_may_look_at_results_and_decide_again(house: House) -> None:
    house.decider.will(
        '{"calls":[{"tool":"film_details","title":"Heat"}],"again":true}',
        '{"calls":[{"tool":"recommend_films","people":["Michael Mann"]}]}',
    )
    house.writer.will("More from the same hand.")
    house.planner.plans = {
        "what else did the maker of Heat do": decide(call(tool="film_details", title="Heat"), certainty=0.5)
    }
    events = await house.say("what else did the maker of Heat do")
    assert "Result: Heat (1995): 1995, crime drama, 170 minutes, directed by Michael Mann" in (
        house.decider.last_message
    )
    assert tool_of(house, "recommend_films").made[0][0].people == ("Michael Mann",)  # type: ignore[attr-defined]
    text = text_of(events)
    assert text.index("**Heat (1995)**: crime drama") < text.index("1. **Collateral")


async def test_a_later_round_only_looks_things_up(house: House) -> None:
    house.decider.will(
        '{"calls":[{"tool":"film_details","title":"Heat"}],"again":true}',
        '{"calls":[{"tool":"update_library","action":"watchlist_add","title":"Heat"}]}',
    )
    house.planner.plans = {"heat": decide(call(tool="film_details", title="Heat"))}
    house.writer.will("")
    await house.say("heat")
    assert tool_of(house, "update_library").made == []


async def test_a_model_that_goes_round_in_circles_is_stopped(house: House) -> None:
    circle = '{"calls":[{"tool":"film_details","title":"Heat","year":%d}],"again":true}'
    house.decider.will(*(circle % year for year in range(1990, 2010)))
    house.planner.plans = {"heat": decide(call(tool="film_details", title="Heat"))}
    only_done(await house.say("heat"))
    assert len(house.decider.asked) <= Limits().rounds
    assert len(tool_of(house, "film_details").made) <= Limits().rounds


async def test_the_fixed_part_of_the_prompt_is_the_same_for_everybody(house: House) -> None:
    house.decider.will(RECOMMEND, RECOMMEND)
    house.writer.will("Tense.", "Tense.")
    await house.say("like heat", user="ana")
    await house.say("like heat", user="luis")
    ana, luis = house.decider.asked
    assert ana[:-1] == luis[:-1]
    assert len(ana[-1].text) < 200


async def test_a_button_needs_no_model(house: House) -> None:
    await house.press(f"more:{HEAT.id}")
    assert house.decider.asked == house.writer.asked == []
    assert tool_of(house, "recommend_films").made[0][0].like == (HEAT.id,)  # type: ignore[attr-defined]
