from typing import Any

import discord
import pytest

from adapters.discord.commands.message import NAME
from agent.events import FileMade, TextDelta, ToolStarted
from data.errors import BadInput
from tests.adapters.discord.place import Place
from tests.support.films import CATALOGUE, HEAT, SUSPIRIA_2018
from tests.support.surfaces import done, saying
from tools.arguments import (
    ExplainPick,
    Forget,
    MyData,
    PlanMovieNight,
    RecommendFilms,
    SearchByLook,
    ShowLibrary,
    Social,
    StartQuiz,
    SummariseReviews,
    UpdateLibrary,
)


async def test_recommend_has_its_options_read_and_nothing_interpreted(place: Place) -> None:
    result = await place.ana.slash(
        place.channel, "recommend", like=HEAT.id, genres="Crime, Thriller", minutes=120, family=True
    )
    (turn,) = place.agent.turns
    assert turn.call == RecommendFilms(
        like=(HEAT.id,), genres=("Crime", "Thriller"), max_runtime=120, family_safe=True
    )
    assert turn.text == (
        "/recommend like: Heat (1995), genres: Crime + Thriller, max_runtime: 120, family_safe: True"
    )
    assert turn.place.public
    assert not result.ephemeral
    assert result.response.embeds[0].title == "Heat (1995)"


async def test_a_movie_night_is_planned_for_all_to_see(place: Place) -> None:
    result = await place.ana.slash(
        place.channel,
        "movienight",
        people="Luis, Marta",
        minutes=120,
        without="Horror",
        when="Friday at 8pm",
    )
    (turn,) = place.agent.turns
    assert turn.call == PlanMovieNight(
        people=("Luis", "Marta"), max_runtime=120, exclude_genres=("Horror",), when="Friday at 8pm"
    )
    assert not result.ephemeral


CALLS: list[tuple[str, dict[str, Any], Any]] = [
    ("recommend", {"watchlist": True}, RecommendFilms(from_watchlist=True)),
    ("rate", {"title": "Heat", "stars": 4.5}, UpdateLibrary(action="rate", title="Heat", rating=4.5)),
    ("watchlist", {}, ShowLibrary(kind="watchlist")),
    ("watchlist", {"add": "Heat"}, UpdateLibrary(action="watchlist_add", title="Heat")),
    ("watchlist", {"remove": "Heat"}, UpdateLibrary(action="watchlist_remove", title="Heat")),
    ("profile", {}, ShowLibrary(kind="profile")),
    ("profile", {"show": "ratings"}, ShowLibrary(kind="ratings")),
    ("why", {"title": "Heat"}, ExplainPick(title="Heat")),
    ("quiz", {}, StartQuiz()),
    ("quiz", {"again": True}, StartQuiz(anew=True)),
    ("friends", {}, Social(kind="friends_activity")),
    ("friends", {"do": "add_friend", "person": "Luis"}, Social(kind="add_friend", person="Luis")),
    ("friends", {"do": "who_has_seen", "title": "Heat"}, Social(kind="who_has_seen", title="Heat")),
    ("privacy", {"do": "forget"}, Forget(what="everything")),
]


@pytest.mark.parametrize(("name", "options", "call"), CALLS)
async def test_what_is_personal_is_shown_to_nobody_else(
    place: Place, name: str, options: dict[str, Any], call: object
) -> None:
    result = await place.ana.slash(place.channel, name, **options)
    (turn,) = place.agent.turns
    assert turn.call == call
    assert result.ephemeral
    assert not turn.place.public
    assert turn.thread == f"{place.channel.id}/private"


async def test_the_list_of_all_is_shown_to_all(place: Place) -> None:
    result = await place.ana.slash(place.channel, "watchlist", whose="ours", add="Heat")
    (turn,) = place.agent.turns
    assert turn.call == UpdateLibrary(action="watchlist_add", title="Heat", shared=True)
    assert turn.room == str(place.guild.id)
    assert turn.place.public
    assert not result.ephemeral


async def test_reviews_and_looks_are_for_all(place: Place) -> None:
    await place.ana.slash(place.channel, "reviews", title=HEAT.id, sides="ending", spoilers="full")
    await place.ana.slash(place.channel, "look", look="neon at night")
    await place.ana.slash(place.channel, "look", like=HEAT.id)
    reviews, words, film = place.agent.turns
    assert reviews.call == SummariseReviews(title=HEAT.id, aspects=("ending",), spoilers="full")
    assert reviews.place.spoilers == "none"
    assert words.call == SearchByLook(look="neon at night")
    assert film.call == SearchByLook(look="Heat", like=(HEAT.id,))


async def test_look_takes_a_picture(place: Place) -> None:
    await place.ana.slash(place.channel, "look", picture=("still.png", b"png"))
    assert place.agent.turns[0].attachment == b"png"
    refused = await place.ana.slash(place.channel, "look", picture=("films.zip", b"zip"))
    assert "films.zip" in refused.response.content
    assert len(place.agent.turns) == 1


async def test_look_without_anything_says_what_is_needed(place: Place) -> None:
    result = await place.ana.slash(place.channel, "look")
    assert "neon rain" in result.response.content
    assert result.ephemeral


async def test_commands_work_in_direct_messages(place: Place) -> None:
    result = await place.ana.user.slash("watchlist")
    assert result.response.content == "How about this?"
    assert place.agent.turns[0].thread == str(place.ana.user.dm_channel.id)


async def test_titles_are_completed_and_stand_for_their_film(place: Place) -> None:
    offered = await place.ana.autocomplete(place.channel, "why", "title", "hea")
    assert {"name": "Heat (1995)", "value": HEAT.id} in [
        {"name": choice["name"], "value": choice["value"]} for choice in offered
    ]
    assert len(await place.ana.autocomplete(place.channel, "why", "title", "")) == min(25, len(CATALOGUE))


async def test_genres_are_completed_one_after_the_other(place: Place) -> None:
    offered = await place.ana.autocomplete(place.channel, "recommend", "genres", "Crime, thr")
    assert [choice["value"] for choice in offered] == ["Crime, Thriller"]


async def test_a_message_with_titles_finds_films_like_those(place: Place) -> None:
    message = await place.luis.send(place.channel, "tonight: Heat (1995) or Suspiria (2018)")
    result = await place.ana.context_menu(place.channel, NAME, message)
    assert result.ephemeral
    assert place.agent.turns[0].call == RecommendFilms(like=(HEAT.id, SUSPIRIA_2018.id))


async def test_a_message_without_titles_is_read_as_words(place: Place) -> None:
    message = await place.luis.send(place.channel, "a quiet evening by the sea")
    await place.ana.context_menu(place.channel, NAME, message)
    assert place.agent.turns[0].call is None
    assert place.agent.turns[0].text == "a quiet evening by the sea"


async def test_a_message_without_words_is_refused(place: Place) -> None:
    message = await place.luis.send(place.channel, "", attachments=[("a.png", b"x")])
    result = await place.ana.context_menu(place.channel, NAME, message)
    assert "nothing to go by" in result.response.content


async def test_privacy_shows_counts_and_exports(place: Place) -> None:
    nothing = await place.ana.slash(place.channel, "privacy")
    assert "1 × accounts" in nothing.response.content
    person = await place.parts.people.resolve("discord", str(place.ana.id))
    await place.parts.library.save(person.id, HEAT.id)
    shown = await place.ana.slash(place.channel, "privacy", do="show")
    assert "1 × films in your library" in shown.response.content
    place.agent.script = saying(FileMade("mine.zip", b"PK"), TextDelta("Here it is."), done())
    exported = await place.ana.slash(place.channel, "privacy", do="export")
    assert place.agent.turns[-1].call == MyData(kind="export")
    assert exported.ephemeral
    (file,) = exported.response.attachments
    assert (file.filename, await file.read()) == ("mine.zip", b"PK")


async def test_a_file_asked_for_among_others_comes_in_private(place: Place) -> None:
    place.agent.script = saying(
        ToolStarted("my_data", {}, "…"), FileMade("mine.zip", b"PK"), TextDelta("Here it is."), done()
    )
    await place.say("export my data")
    assert place.channel.last_message.attachments == []
    (file,) = place.ana.user.dm_channel.last_message.attachments
    assert file.filename == "mine.zip"


async def test_a_thread_is_opened_and_talked_in(place: Place) -> None:
    result = await place.ana.slash(place.channel, "thread")
    (thread,) = place.channel.threads
    assert result.ephemeral
    assert f"<#{thread.id}>" in result.response.content
    assert place.me in thread.last_message.content
    await place.ana.send(thread, f"{place.me} something like Thief")
    assert thread.last_message.content == "How about this?"
    assert place.agent.turns[0].thread == str(thread.id)


async def test_a_thread_without_the_permission_says_which_is_missing(place: Place) -> None:
    no_threads = discord.PermissionOverwrite(create_public_threads=False)
    channel = place.guild.create_text_channel("flat", overwrites={place.guild.me: no_threads})
    result = await place.ana.slash(channel, "thread")
    assert "Create Public Threads" in result.response.content


async def test_an_error_of_ours_is_said(place: Place) -> None:
    place.agent.script = saying(then=BadInput("I don't know that film."))
    result = await place.ana.slash(place.channel, "profile")
    assert result.response.content == "I don't know that film."


async def test_what_breaks_in_a_command_is_told(place: Place) -> None:
    place.agent.script = saying(TextDelta("half"), then=RuntimeError("a fault"))
    result = await place.ana.slash(place.channel, "profile")
    assert "went wrong on my side" in result.response.content


async def test_an_expired_interaction_is_dropped_quietly(
    place: Place, caplog: pytest.LogCaptureFixture
) -> None:
    place.env.inject_error("POST", "/interactions/*", status=404, code=10062, message="Unknown interaction")
    await place.ana.slash(place.channel, "profile")
    assert not place.agent.turns
    assert not [record for record in caplog.records if record.levelname == "ERROR"]


async def test_a_closing_bot_says_so(place: Place) -> None:
    client: Any = place.env.bot
    await client.conversation.turns.drain(1.0)
    assert "restarted" in (await place.ana.slash(place.channel, "profile")).response.content


def test_every_description_is_translated(env: Any) -> None:
    from adapters.discord.texts.descriptions import DESCRIPTIONS, LANGUAGES

    said: set[str] = set()
    for command in env.bot.tree.walk_commands():
        said.add(command.description)
        said |= {str(parameter.description) for parameter in getattr(command, "parameters", [])}
    assert said <= set(DESCRIPTIONS)
    every = [text for texts in DESCRIPTIONS.values() for text in texts]
    assert all(len(text) <= 100 for text in every)
    assert all(len(texts) == len(LANGUAGES) for texts in DESCRIPTIONS.values())


async def test_commands_are_registered_with_their_translations(place: Place) -> None:
    (sync,) = [entry.json for entry in place.env.http_requests if entry.path.endswith("/commands")]
    recommend = next(command for command in sync if command["name"] == "recommend")
    assert recommend["description_localizations"]["de"] == "Filme zum Anschauen finden"
