"""What a person may do in words about what is kept of them."""

import io
import zipfile

import pytest

from tests.people.conftest import Company


@pytest.mark.parametrize(
    "said",
    ["export my data", "can I have everything you know about me as a file?", "exporta mis datos",
     "exporte mes données", "gib mir meine Daten"],
)  # fmt: skip
async def test_ones_data_is_handed_over_in_words(company: Company, said: str) -> None:
    await company.say("ana", "I give Heat 4 stars")
    taken = await company.say("ana", said)
    assert taken.file is not None
    assert "Heat" in zipfile.ZipFile(io.BytesIO(taken.file.content)).read("library.csv").decode()


async def test_to_be_forgotten_ends_with_a_proof(company: Company) -> None:
    await company.say("ana", "I give Heat 4 stars")
    asked = await company.say("ana", "forget everything about me")
    assert "Are you sure" in asked.text
    gone = await company.say("ana", "yes")
    assert "nothing left of you" in gone.text
    assert (await company.say("ana", "my ratings")).films == ()


async def test_paused_personalisation_recommends_as_to_a_newcomer(company: Company) -> None:
    newcomer = (await company.say("eve", "recommend me something")).films
    for title in ("Notting Hill", "Groundhog Day", "Amélie", "Big Daddy"):
        await company.say("ana", f"I give {title} 5 stars")
    warm = (await company.say("ana", "recommend me something")).films
    assert "paused" in (await company.say("ana", "pause personalisation")).text
    assert "already" in (await company.say("ana", "pause personalisation")).text
    cold = (await company.say("ana", "recommend me something", thread="fresh")).films
    assert warm != newcomer
    assert cold != warm
    assert not set(cold) & {"notting", "groundhog", "amelie", "big-daddy"}, "what was seen stays seen"
    assert "paused" in (await company.say("ana", "what do you know about me?")).text
    await company.say("ana", "something funny, I can't stand horror by the way")
    assert await company.services.preferences.all(await company.id_of("ana")) == []
    assert "counts again" in (await company.say("ana", "resume personalisation")).text
    assert (await company.say("ana", "recommend me something", thread="another")).films == warm


async def test_of_a_private_conversation_nothing_is_written_down(company: Company) -> None:
    await company.say("ana", "private mode")
    before = await company.kept("ana")
    first = await company.say("ana", "something funny")
    shorter = await company.say("ana", "only from the nineties")
    assert first.films
    assert shorter.films, "the search under way is understood"
    assert set(shorter.films) <= set(company.from_years(1990, 1999))
    refused = await company.say("ana", "I give Heat 4 stars")
    assert "end private mode" in refused.text
    assert "end private mode" in (await company.say("ana", "add Luis as a friend")).text
    assert await company.kept("ana") == before
    over = await company.say("ana", "end private mode")
    assert "over" in over.text
    again = await company.say("ana", "shorter ones")
    assert again.films != shorter.films, "of the private search nothing is left"
    assert (await company.kept("ana"))["messages"] == before["messages"] + 1


async def test_private_mode_is_of_one_conversation(company: Company) -> None:
    await company.say("ana", "incognito mode")
    elsewhere = await company.say("ana", "I give Heat 4 stars", thread="another")
    assert "4 stars" in elsewhere.text
    assert "not private" in (await company.say("ana", "end private mode", thread="another")).text
