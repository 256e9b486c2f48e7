"""A block hides both from each other in every look-up, whichever of them asks and whoever blocked."""

import pytest

from tests.people.conftest import Company

ASKED = [
    "what have my friends been watching?",
    "who here has seen Heat?",
    "how well do I match with {other}?",
    "who has a similar taste to mine?",
    "plan a movie night with {other}",
]


@pytest.fixture
async def blocked(company: Company, request: pytest.FixtureRequest) -> Company:
    company.room = "77"
    for user in ("zoe", "eve"):
        for film in ("Heat", "Alien", "Ronin", "Amélie"):
            await company.say(user, f"I give {film} 4 stars")
        await company.say(user, "share my activity with the server")
    await company.befriend("zoe", "eve")
    assert "Eve gave" in (await company.say("zoe", "who here has seen Heat?")).text
    one, other = ("zoe", "eve") if request.param == "zoe" else ("eve", "zoe")
    await company.services.friends.end(await company.id_of(one), await company.id_of(other), block=True)
    return company


@pytest.mark.parametrize("blocked", ["zoe", "eve"], indirect=True)
@pytest.mark.parametrize("said", ASKED)
async def test_neither_learns_anything_of_the_other(blocked: Company, said: str) -> None:
    for user, other in (("zoe", "Eve"), ("eve", "Zoe")):
        answer = await blocked.say(user, said.format(other=other), alone="movie night" in said)
        assert f"{other} gave" not in answer.text
        assert "★" not in answer.text
        assert "%" not in answer.text
        # A name that the asker said themselves is repeated as that of a guest or a stranger.
        assert other not in answer.text or "{other}" in said


@pytest.mark.parametrize("blocked", ["zoe", "eve"], indirect=True)
async def test_a_movie_night_takes_the_other_for_a_guest(blocked: Company) -> None:
    await blocked.say("zoe", "plan a movie night with Eve", alone=True)
    ballots = await blocked.services.ballots.open_for(await blocked.id_of("eve"))
    assert ballots == ()
