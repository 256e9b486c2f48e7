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
