import asyncio
from typing import Any

import pytest

from adapters.telegram.texts.commands import COMMANDS
from agent.actions import Action
from agent.events import FileMade, TextDelta
from memory.linking import Linking
from tests.adapters.telegram.place import ANA, GROUP, LUIS, Place, buttons, person
from tests.support.films import HEAT, RONIN
from tests.support.surfaces import answer, done, saying
from tools.arguments import MyData


@pytest.mark.parametrize(
    ("typed", "call"),
    [
        ("/recommend", {"tool": "recommend_films"}),
        ("/recommend Heat", {"tool": "recommend_films", "like": [HEAT.id]}),
        ("/look neon rain at night", {"tool": "search_by_look", "look": "neon rain at night"}),
        ("/reviews Alien", {"tool": "summarise_reviews", "title": "Alien"}),
        ("/why", {"tool": "explain_pick"}),
        ("/why Heat", {"tool": "explain_pick", "title": "Heat"}),
        ("/watchlist", {"tool": "show_library", "kind": "watchlist"}),
        ("/watchlist Heat", {"tool": "update_library", "action": "watchlist_add", "title": "Heat"}),
        ("/ourlist", {"tool": "show_library", "kind": "watchlist", "shared": True}),
        (
            "/ourlist Heat",
            {"tool": "update_library", "action": "watchlist_add", "title": "Heat", "shared": True},
        ),
        ("/quiz", {"tool": "start_quiz"}),
        ("/profile", {"tool": "show_library", "kind": "profile"}),
        ("/friends", {"tool": "social", "kind": "friends_activity"}),
        ("/friends @ana", {"tool": "social", "kind": "add_friend", "person": "@ana"}),
        ("/movienight", {"tool": "plan_movie_night"}),
        ("/movienight Ana, Luis & Eva", {"tool": "plan_movie_night", "people": ["Ana", "Luis", "Eva"]}),
        ("/rate Heat 4.5", {"tool": "update_library", "action": "rate", "title": "Heat", "rating": 4.5}),
        ("/rate Heat 4,5 / 5", {"tool": "update_library", "action": "rate", "title": "Heat", "rating": 4.5}),
        ("/rate Heat", {"tool": "update_library", "action": "rate", "title": "Heat"}),
        ("/rate Apollo 13", {"tool": "update_library", "action": "rate", "title": "Apollo 13"}),
        ("/RATE@Cine_Bot Heat 5", {"tool": "update_library", "action": "rate", "title": "Heat", "rating": 5}),
    ],
)
async def test_a_command_has_its_words_read(place: Place, typed: str, call: dict[str, Any]) -> None:
    await place.say(typed)
    (turn,) = place.agent.turns
    assert turn.call is not None
    assert (
        turn.call.model_dump(mode="json", exclude_none=True, exclude_defaults=True) | {"tool": turn.call.tool}
        == call
    )


async def test_what_is_asked_in_words_is_left_to_the_agent(place: Place) -> None:
    await place.say("/recommend something like Heat but shorter")
    (turn,) = place.agent.turns
    assert (turn.call, turn.text) == (None, "something like Heat but shorter")


@pytest.mark.parametrize("typed", ["/look", "/reviews", "/rate"])
async def test_a_command_without_its_words_says_what_it_needs(place: Place, typed: str) -> None:
    assert f"for example: {typed}" in (await place.say(typed))["text"]
    assert place.agent.turns == []


async def test_a_command_nobody_knows_is_said(place: Place) -> None:
    assert (await place.say("/dance"))["text"] == "There is no command /dance; /help lists them."


@pytest.mark.parametrize("typed", ["/watchlist", "/rate Heat 4", "/why Heat"])
async def test_what_is_personal_is_answered_in_private(place: Place, typed: str) -> None:
    told = await place.say(typed, where=GROUP)
    assert "between the two of us" in told["text"]
    (turn,) = place.agent.turns
    assert (turn.place.public, turn.thread, turn.room) == (False, str(ANA), str(GROUP))
    (film,) = place.server.in_chat(ANA)
    assert f"save:{HEAT.id}" in buttons(film)


async def test_start_and_help_say_what_we_can_do_in_each_language(place: Place) -> None:
    for language, listed in COMMANDS.items():
        speaker = {"from": person(ANA, language_code=language)}
        for typed in ("/start", "/help", "/start open"):
            reply = await place.say(typed, **speaker)
            assert "@cine_bot heat" in reply["text"]
            assert all(f"/{name}: {words}" in reply["text"] for name, words in listed.items())
    assert "In private" not in (await place.say("/start", where=GROUP))["text"]
    assert place.agent.turns == []


async def test_a_link_leads_to_the_quiz_and_to_a_film(place: Place) -> None:
    await place.say("/start quiz")
    assert place.agent.turns[-1].call.tool == "start_quiz"  # type: ignore[union-attr]
    await place.say(f"/start film_{HEAT.id}")
    assert place.agent.turns[-1].action == Action("details", HEAT.id).encode()


async def test_two_accounts_are_joined_and_parted(place: Place) -> None:
    people, library = place.parts.people, place.parts.library
    await library.rate((await people.resolve("telegram", str(ANA))).id, HEAT.id, 4)
    offered = await place.say("/link")
    code = offered["text_html"].split("<b>")[1].split("</b>")[0]
    await library.save((await people.resolve("telegram", str(LUIS))).id, RONIN.id)
    told = await place.say(f"/link {code}", user=LUIS, where=GROUP)
    assert "between the two of us" in told["text"]
    assert "films: 2; from this account: 1" in place.server.in_chat(LUIS)[-1]["text"]
    ana = await people.resolve("telegram", str(ANA))
    assert await people.resolve("telegram", str(LUIS)) == ana
    assert "its own again" in (await place.say("/unlink", user=LUIS, where=LUIS))["text"]
    assert (await people.resolve("telegram", str(LUIS))).id != ana.id
    assert "fits nothing" in (await place.say("/link NO-SUCH-CODE"))["text"]


async def test_a_link_joins_an_account_of_another_surface(place: Place) -> None:
    people = place.parts.people
    elsewhere = await people.resolve("discord", "4711")
    code = await Linking(place.parts.database).offer(elsewhere.id)
    assert "Joined" in (await place.say(f"/start link_{code}"))["text"]
    assert await people.resolve("telegram", str(ANA)) == await people.resolve("discord", "4711")


async def test_privacy_shows_counts_exports_and_asks_before_it_forgets(place: Place) -> None:
    ana = await place.parts.people.resolve("telegram", str(ANA))
    await place.parts.library.rate(ana.id, HEAT.id, 4)
    assert "1 ×" in (await place.say("/privacy"))["text"]
    place.agent.script = saying(FileMade("mine.zip", b"PK"), TextDelta("Here it is."), done())
    exported = await place.say("/privacy export")
    assert exported["document"]["file_name"] == "mine.zip"
    assert place.agent.turns[-1].call == MyData(kind="export")
    await place.say("/privacy forget")
    turn = place.agent.turns[-1]
    assert turn.call is not None
    assert (turn.call.tool, turn.text) == ("forget", "/privacy forget")


async def test_a_library_goes_out_in_each_format(place: Place) -> None:
    ana = await place.parts.people.resolve("telegram", str(ANA))
    await place.parts.library.rate(ana.id, HEAT.id, 4.5)
    names = {
        (await place.say(f"/export {service}"))["document"]["file_name"]
        for service in ("", "letterboxd", "imdb", "movielens")
    }
    assert names == {"letterboxd.zip", "imdb-ratings.csv", "movielens-ratings.csv"}
    assert "/export imdb" in (await place.say("/export vhs"))["text"]
    await place.say("/export imdb", where=GROUP)
    assert b"Heat" in place.server.in_chat(ANA)[-1]["content"]


async def test_inline_mode_offers_films_as_they_are_typed(place: Place) -> None:
    query = {"id": "1", "from": person(LUIS), "query": "hea", "offset": ""}
    await place.server.deliver(inline_query=query)
    await place.until(lambda: place.server.made("answerInlineQuery"))
    (answered,) = place.server.made("answerInlineQuery")
    (film,) = answered.data["results"]
    assert (film["id"], film["title"]) == (HEAT.id, "Heat (1995)")
    assert film["input_message_content"]["message_text"].startswith("<b>Heat (1995)</b>")
    assert buttons(film) == {f"https://t.me/cine_bot?start=film_{HEAT.id}": "More about it"}
    assert answered.data["button"]["start_parameter"] == "open"
    await place.server.deliver(inline_query=query | {"query": "<b>\u202e" + "x" * 200})
    await place.until(lambda: len(place.server.made("answerInlineQuery")) == 2)
    assert place.server.made("answerInlineQuery")[1].data["results"] == []


async def test_commands_are_listed_in_four_languages_setup_for_admins(place: Place) -> None:
    listed = place.server.made("setMyCommands")
    assert {call.data.get("language_code") for call in listed} == {None, "es", "fr", "de"}
    for call in listed:
        names = {one["command"] for one in call.data["commands"]}
        assert ("setup" in names) == (call.data["scope"]["type"] != "default")
        assert all(3 <= len(one["description"]) <= 256 for one in call.data["commands"])


async def test_every_listed_command_is_answered(place: Place) -> None:
    place.agent.script = answer("Here.", HEAT)
    for name in COMMANDS["en"]:
        await place.say(f"/{name} Heat" if name in ("look", "reviews", "rate") else f"/{name}")
        await asyncio.sleep(0)
