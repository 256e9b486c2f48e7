"""What people do wrong or twice among themselves: the right result, in clear words."""

from memory.friends import ASKED_A_DAY
from tests.people.conftest import Company


async def test_nobody_becomes_their_own_friend(company: Company) -> None:
    await company.say("ana", "hello")
    told = await company.say("ana", "add Ana as a friend")
    assert "yourself" in told.text or "you" in told.text.casefold()
    circle = await company.services.friends.circle(await company.id_of("ana"))
    assert (circle.friends, circle.asked) == ((), ())


async def test_requests_in_a_loop_change_nothing_and_have_a_limit(company: Company) -> None:
    for number in range(ASKED_A_DAY + 1):
        await company.id_of(f"guest{number}")
    await company.id_of("luis")
    first = await company.say("ana", "add luis as a friend")
    again = [await company.say("ana", "add luis as a friend") for _ in range(3)]
    assert {answer.text for answer in again} != {first.text}
    ana = await company.id_of("ana")
    assert len((await company.services.friends.circle(ana)).asked) == 1
    for number in range(ASKED_A_DAY + 1):
        await company.say("ana", f"add guest{number} as a friend")
    assert len((await company.services.friends.circle(ana)).asked) == ASKED_A_DAY


async def test_a_question_of_the_quiz_answered_twice_counts_once(company: Company) -> None:
    asked = await company.say("ana", "let's do the quiz")
    code = asked.choices[0].id
    await company.press("ana", code)
    before = await company.kept("ana")
    await company.press("ana", code)
    assert (await company.kept("ana"))["films in your library"] == before["films in your library"]


async def test_who_leaves_in_mid_ballot_takes_the_vote_along(company: Company) -> None:
    await company.befriend("ana", "luis")
    planned = await company.say("ana", "plan a movie night with Luis")
    await company.say("luis", "I vote for the first one")
    await company.say("luis", "I can't come to the movie night")
    await company.say("ana", "I vote for the second one")
    closed = await company.say("ana", "close the vote")
    assert closed.films == (planned.films[1],)
    assert "1 vote" in closed.text


async def test_a_button_of_a_ballot_that_is_gone_is_answered(company: Company) -> None:
    assert (await company.press("ana", "ballot:999:1")).text
    planned = await company.say("ana", "plan a movie night")
    await company.say("ana", "cancel the movie night")
    assert "over" in (await company.press("ana", planned.choices[0].id)).text
