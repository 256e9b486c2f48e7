"""/onboarding: the quiz in a server, with what the quiz keeps in SQL."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from typing import Any

import discord
import pytest

from adapters.discord.client import Client
from adapters.discord.commands.settled import audit_lines, settings_lines
from adapters.discord.texts.said import Said
from agent.events import TextDelta, ToolStarted
from memory.quizzes import QuizQuestion, Quizzes
from memory.servers import AuditEntry, ServerSettings
from tests.adapters.discord.place import Place
from tests.support.surfaces import Script, done
from tools.arguments import StartQuiz

FIRST = QuizQuestion(("heat", "alien"))


def quiz(place: Place, *, finish: bool = False, at: datetime | None = None) -> Script:
    """The quiz as its tool keeps it: begun, two steps behind them, or finished."""
    clock = (lambda: at) if at else (lambda: datetime.now(UTC))
    quizzes = Quizzes(place.parts.database, clock)

    async def script(turn: Any) -> AsyncIterator[Any]:
        yield ToolStarted("start_quiz", {}, "Your quiz…")
        person = (await place.parts.people.resolve(turn.surface, turn.user, locale=turn.locale)).id
        await quizzes.begin(person, FIRST)
        for step in range(2):
            await quizzes.advance(person, step, (FIRST,), finished=finish and step == 1)
        yield TextDelta("Question three.")
        yield done()

    return script


@pytest.fixture
def mod(place: Place) -> Any:
    """Manages the server and its roles, those below her own."""
    rights = discord.Permissions(manage_guild=True, manage_roles=True)
    keepers = place.guild.create_role("Keepers", permissions=rights)  # each new role is below all others
    return place.guild.add_member(place.env.create_user("keeper"), roles=[keepers])


async def posted(place: Place, **options: Any) -> Any:
    await place.mod.slash(place.channel, "onboarding post", channel=place.channel, **options)
    return place.channel.last_message


async def test_it_is_for_those_who_manage_the_server(place: Place) -> None:
    assert "onboarding status" in place.mod.available_commands(place.channel)
    assert "onboarding status" not in place.ana.available_commands(place.channel)


async def test_the_button_starts_the_quiz_in_private_for_everybody_also_after_a_restart(place: Place) -> None:
    place.agent.script = quiz(place)
    message = await posted(place)
    assert "only you see it" in message.content
    await place.env.restart_bot(Client(place.parts, shard_count=2))
    for someone in (place.ana, place.luis):
        result = await someone.click(message, label="Begin the quiz")
        assert result.ephemeral
        assert result.response.content == "Question three."
        assert place.agent.turns[-1].call == StartQuiz()
        assert place.agent.turns[-1].user == str(someone.id)
    audit = await place.mod.slash(place.channel, "setup audit")
    assert f"<@{place.mod.id}>: posted the quiz in <#{place.channel.id}>" in audit.response.content


async def test_their_own_words_stand_above_the_button_and_ping_nobody(place: Place) -> None:
    message = await posted(place, words="Hello @everyone, tell us what you like!")
    assert message.content.startswith("Hello @everyone")
    assert not message.mention_everyone


async def test_a_channel_we_may_not_write_in_is_refused(place: Place) -> None:
    mute = discord.PermissionOverwrite(send_messages=False)
    silent = place.guild.create_text_channel("silent", overwrites={place.guild.me: mute})
    refused = await place.mod.slash(place.channel, "onboarding post", channel=silent)
    assert "Send Messages" in refused.response.content
    assert silent.history() == []


async def test_status_tells_who_is_where(place: Place) -> None:
    nobody = await place.mod.slash(place.channel, "onboarding status")
    assert "Nobody has begun" in nobody.response.content
    message = await posted(place)
    place.agent.script = quiz(place)
    await place.ana.click(message, label="Begin the quiz")
    place.agent.script = quiz(place, finish=True)
    await place.luis.slash(place.channel, "quiz")
    told = await place.mod.slash(place.channel, "onboarding status")
    assert told.ephemeral
    assert told.response.content.splitlines() == [
        "Began: 2",
        "Finished: 1",
        "Reminded: 0",
        "Stopped at:",
        "- question 3: 1",
    ]


async def test_who_finishes_gets_the_role_and_who_finished_before_too(place: Place, mod: Any) -> None:
    fans = place.guild.create_role("Film fans")
    place.agent.script = quiz(place, finish=True)
    await place.luis.slash(place.channel, "quiz")
    chosen = await mod.slash(place.channel, "onboarding role", role=fans)
    assert f"<@&{fans.id}>" in chosen.response.content
    await place.ana.slash(place.channel, "quiz")
    assert fans.id in place.env.backend.get_member(place.guild.id, place.ana.id).role_ids
    message = await posted(place)
    before = await place.luis.click(message, label="Begin the quiz")
    assert "already" in before.response.content
    assert fans.id in place.env.backend.get_member(place.guild.id, place.luis.id).role_ids
    audit = await mod.slash(place.channel, "setup audit")
    assert f"role for the quiz none → <@&{fans.id}>" in audit.response.content


async def test_a_role_that_cannot_be_given_says_why(place: Place, mod: Any) -> None:
    async def chosen(by: Any, role: Any) -> str:
        return str((await by.slash(place.channel, "onboarding role", role=role)).response.content)

    low, above_all = place.guild.create_role("Low"), place.guild.create_role("Above all", position=99)
    assert "need the permission Manage Roles" in await chosen(place.mod, low)
    assert "above your own highest role" in await chosen(mod, above_all)
    king = place.guild.create_role("King", permissions=discord.Permissions.all(), position=100)
    place.env.backend.add_member_role(place.guild.id, mod.id, king.id)
    assert "above my own highest role" in await chosen(mod, above_all)
    assert "cannot be given by hand" in await chosen(mod, place.guild.default_role)
    ours = place.guild.roles["TestBot"]
    place.env.backend.edit_role(place.guild.id, ours.id, {"permissions": 0})
    assert "I lack the permission Manage Roles" in await chosen(mod, low)


async def test_a_role_that_discord_refuses_is_due_the_next_time_and_status_says_why(
    place: Place, mod: Any
) -> None:
    fans = place.guild.create_role("Film fans")
    await mod.slash(place.channel, "onboarding role", role=fans)
    place.agent.script = quiz(place, finish=True)
    place.env.backend.edit_role(place.guild.id, fans.id, {"position": 99})
    result = await place.ana.slash(place.channel, "quiz")
    assert result.response.content == "Question three."
    assert "above my own highest" in (await mod.slash(place.channel, "onboarding status")).response.content
    place.env.backend.edit_role(place.guild.id, fans.id, {"position": 1})
    await place.ana.slash(place.channel, "quiz")
    assert fans.id in place.env.backend.get_member(place.guild.id, place.ana.id).role_ids


async def test_who_stopped_is_reminded_once_with_a_button_to_go_on(place: Place) -> None:
    place.agent.script = quiz(place, at=datetime.now(UTC) - timedelta(days=2))
    await place.ana.slash(place.channel, "quiz")
    told = await place.mod.slash(place.channel, "onboarding remind")
    assert told.response.content == "Reminded: 1."
    reminder = place.ana.user.dm_channel.last_message
    assert "stopped at question 3" in reminder.content
    again = await place.mod.slash(place.channel, "onboarding remind")
    assert "nobody to remind" in again.response.content
    place.agent.script = quiz(place)
    result = await place.ana.user.click(reminder, label="Go on")
    assert result.response.content == "Question three."
    assert place.agent.turns[-1].room is None
    audit = await place.mod.slash(place.channel, "setup audit")
    assert "reminded 1 of the quiz" in audit.response.content


async def test_who_takes_no_messages_is_counted_and_what_discord_lets_fail_is_tried_again(
    place: Place,
) -> None:
    place.agent.script = quiz(place, at=datetime.now(UTC) - timedelta(days=2))
    for someone in (place.ana, place.luis):
        await someone.slash(place.channel, "quiz")
    place.env.inject_error("POST", "/channels/*/messages", status=403, code=50007, message="Cannot send")
    place.env.inject_error("POST", "/channels/*/messages", status=400, code=50035, message="Broken")
    told = (await place.mod.slash(place.channel, "onboarding remind")).response.content.splitlines()
    assert told[0] == "Reminded: 0."
    assert told[1] == "Take no direct messages from me: 1."
    assert "let 1 fail" in told[2]
    again = await place.mod.slash(place.channel, "onboarding remind")
    assert again.response.content == "Reminded: 1."


async def test_a_member_is_reset_and_the_role_taken_back(place: Place, mod: Any) -> None:
    never = await mod.slash(place.channel, "onboarding reset", member=place.ana)
    assert "has not begun" in never.response.content
    fans = place.guild.create_role("Film fans")
    await mod.slash(place.channel, "onboarding role", role=fans)
    place.agent.script = quiz(place, finish=True)
    await place.ana.slash(place.channel, "quiz")
    reset = await mod.slash(place.channel, "onboarding reset", member=place.ana)
    assert f"I took <@&{fans.id}> back" in reset.response.content
    assert fans.id not in place.env.backend.get_member(place.guild.id, place.ana.id).role_ids
    person = await place.parts.people.resolve("discord", str(place.ana.id))
    assert await Quizzes(place.parts.database).state(person.id) is None
    audit = await mod.slash(place.channel, "setup audit")
    assert f"let <@{place.ana.id}> begin the quiz anew" in audit.response.content


async def test_everybody_is_spoken_to_in_their_language(place: Place) -> None:
    await place.mod.slash(place.channel, "setup language", language="fr")
    assert "je vous le trouve" in (await posted(place)).content
    place.agent.script = quiz(place, at=datetime.now(UTC) - timedelta(days=2))
    await place.ana.slash(place.channel, "quiz")
    await place.parts.people.resolve("discord", str(place.ana.id), locale="de")
    await place.mod.slash(place.channel, "onboarding remind")
    assert "bei Frage 3 aufgehört" in place.ana.user.dm_channel.last_message.content
    assert "- Familienmodus: aus" in settings_lines(ServerSettings(), Said("de"))
    reset = AuditEntry("1", "onboarding.reset", {}, datetime.now(UTC), about="2")
    assert audit_lines([reset], Said("es")).endswith("dejó a <@2> empezar de nuevo el cuestionario")
