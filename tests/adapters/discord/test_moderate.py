"""Reviews that members report, and /moderate reviews."""

from typing import Any

import pytest

from adapters.discord.client import Client
from agent.events import Choice, Choices, FilmCard, FilmCards, TextDelta, ToolStarted
from memory.reviews import Reviews
from tests.adapters.discord.place import Place
from tests.support.films import HEAT
from tests.support.surfaces import done, saying

RUDE = "Rude words about *everybody*."


@pytest.fixture(autouse=True)
async def _written(place: Place) -> None:
    """Luis reviewed Heat; and we tell what people say of it."""
    luis = (await place.parts.people.resolve("discord", str(place.luis.id))).id
    await place.parts.library.rate(luis, HEAT.id, 1.5)
    await place.parts.library.review(luis, HEAT.id, RUDE)
    place.agent.script = saying(
        ToolStarted("summarise_reviews", {}, "Reading what people say…"),
        FilmCards((FilmCard(HEAT),)),
        TextDelta("One person wrote about it."),
        Choices((Choice(f"review:{HEAT.id}", "Write a review"),)),
        done(),
    )


def labels(message: Any) -> list[str]:
    return [part["label"] for row in message.components for part in row["components"] if "label" in part]


async def reported(place: Place, by: Any) -> Any:
    """Somebody reports the review below an answer that Ana asked for."""
    message = await place.say("what do people think of Heat?")
    asked = await by.click(message, label="Report a review")
    assert asked.ephemeral
    (row,) = asked.response.components
    (option,) = row["components"][0]["options"]
    assert option["label"] == RUDE
    return await by.select(asked.response, [option["value"]])


async def shown(place: Place) -> list[str]:
    stored = await Reviews(place.parts.database).of_film(HEAT.id, server=("discord", str(place.guild.id)))
    return [review.text for review in stored]


async def test_a_review_is_reported_hidden_and_shown_again(place: Place) -> None:
    nothing = await place.mod.slash(place.channel, "moderate reviews")
    assert "No reported review" in nothing.response.content
    told = await reported(place, place.mod)
    assert "will look at it" in told.response.content
    assert "already" in (await reported(place, place.mod)).response.content
    listed = await place.mod.slash(place.channel, "moderate reviews")
    assert listed.ephemeral
    assert "**1. Heat (1995)**, reported by 1: ★ 1.5" in listed.response.content
    assert r"\*everybody\*" in listed.response.content
    assert labels(listed.response) == ["Hide 1", "Keep 1"]
    await place.env.restart_bot(Client(place.parts, shard_count=2))
    left = await place.mod.click(listed.response, label="Hide 1")
    assert "No reported review" in left.response.content
    assert await shown(place) == []
    hidden = await place.mod.slash(place.channel, "moderate reviews", show="hidden")
    assert labels(hidden.response) == ["Show 1 again"]
    await place.mod.click(hidden.response, label="Show 1 again")
    assert await shown(place) == [RUDE]
    audit = (await place.mod.slash(place.channel, "setup audit")).response.content
    assert "kept a reported review of Heat (1995)" in audit
    assert "hid a reported review of Heat (1995)" in audit


async def test_anybody_who_reads_it_may_report_but_not_their_own(place: Place) -> None:
    message = await place.say("what do people think of Heat?")
    own = await place.luis.click(message, label="Report a review")
    assert "No other member" in own.response.content
    await reported(place, place.ana)
    listed = await place.mod.slash(place.channel, "moderate reviews")
    assert "reported by 1" in listed.response.content


async def test_words_changed_meanwhile_are_said_to_be_gone(place: Place) -> None:
    message = await place.say("what do people think of Heat?")
    asked = await place.ana.click(message, label="Report a review")
    luis = (await place.parts.people.resolve("discord", str(place.luis.id))).id
    await place.parts.library.review(luis, HEAT.id, "I was angry; it is fine.")
    key = asked.response.components[0]["components"][0]["options"][0]["value"]
    told = await place.ana.select(asked.response, [key])
    assert "gone, or was changed" in told.response.content


async def test_only_those_who_manage_the_server_decide(place: Place) -> None:
    assert "moderate reviews" in place.mod.available_commands(place.channel)
    assert "moderate reviews" not in place.ana.available_commands(place.channel)
    await reported(place, place.ana)
    listed = await place.mod.slash(place.channel, "moderate reviews")
    (mods,) = [role for name, role in place.guild.roles.items() if name == "Mods"]
    place.env.backend.remove_member_role(place.guild.id, place.mod.id, mods.id)
    refused = await place.mod.click(listed.response, label="Hide 1")
    assert "Manage Server" in refused.followups[-1].content if refused.followups else refused.response.content
    assert await shown(place) == [RUDE]


async def test_there_is_no_button_where_there_is_nothing_to_report(place: Place) -> None:
    luis = (await place.parts.people.resolve("discord", str(place.luis.id))).id
    await place.parts.library.remove(luis, HEAT.id)
    message = await place.say("what do people think of Heat?")
    assert "Report a review" not in str(
        [part.label for row in message.components for part in row.children if hasattr(part, "label")]
    )
    await place.ana.send_dm("what do people think of Heat?")
    direct = place.ana.user.dm_channel.last_message
    assert not any(
        getattr(part, "custom_id", "").startswith("r|") for row in direct.components for part in row.children
    )
