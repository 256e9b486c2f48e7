"""A movie night from its plan to the film, as people talk."""

from tests.people.conftest import Company


async def test_a_vote_in_words_from_the_plan_to_the_film(company: Company) -> None:
    await company.befriend("ana", "luis")
    planned = await company.say("ana", "plan a movie night with Luis, under two hours, no horror")
    assert "vote" in planned.text
    first, second = planned.films[:2]
    await company.say("ana", "I vote for the first one")
    title = company.title(second)
    told = await company.say("luis", "I vote for the second one")
    assert f"Your vote: **{title}" in told.text
    changed = await company.say("ana", f"I vote for {title}")
    assert "2 votes" in changed.text
    closed = await company.say("luis", "close the vote")
    assert closed.films == (second,)
    assert "with 2 votes" in closed.text
    late = await company.say("ana", "I vote for the first one")
    assert "over" in late.text
    assert title in late.text
    assert first != second


async def test_buttons_are_for_everybody_in_the_room_and_guests_vote_by_name(company: Company) -> None:
    company.room = "77"
    planned = await company.say("ana", "plan a movie night")
    first, second, *_, close = [choice.id for choice in planned.choices]
    await company.press("ana", first)
    assert "Your vote" in (await company.press("stranger", second)).text
    assert "taken back" in (await company.press("stranger", second)).text
    assert "Ben votes for" in (await company.say("ana", "Ben votes for the second one")).text
    assert "2 votes" in (await company.say("stranger", "I vote for the second one")).text
    assert "Only those" in (await company.press("stranger", close)).text
    closed = await company.press("ana", close)
    assert closed.films == (planned.films[1],)
    assert "over" in (await company.press("ana", first)).text


async def test_in_a_room_nothing_is_said_of_tastes(company: Company) -> None:
    company.room = "77"
    await company.befriend("ana", "luis")
    for film in company.services.catalogue.films:
        if "Horror" in film.genres:
            await company.say("luis", f"I give {film.title} ({film.year}) 5 stars", alone=True)
    planned = await company.say("ana", "plan a movie night with Luis")
    assert "most of all for" not in planned.text
    assert "most of all for" not in (await company.say("ana", "how is the vote going?")).text
    assert "most of all for" in (await company.say("luis", "how is the vote going?", alone=True)).text


async def test_a_veto_keeps_a_film_from_winning(company: Company) -> None:
    planned = await company.say("ana", "plan a movie night")
    await company.say("ana", "I vote for the first one")
    assert "veto" in (await company.say("ana", "veto the first one")).text
    assert "one veto" in (await company.say("ana", "veto the second one")).text
    closed = await company.say("ana", "close the vote")
    assert closed.films != (planned.films[0],)


async def test_a_plan_nobody_voted_on_makes_way_and_another_does_not(company: Company) -> None:
    await company.say("ana", "plan a movie night")
    again = await company.say("ana", "plan a movie night, comedies only")
    assert again.films
    await company.say("ana", "the second one please")
    refused = await company.say("ana", "plan a movie night")
    assert "already voted" in refused.text
    assert "1 vote" in refused.text
    assert "called off" in (await company.say("ana", "cancel the vote")).text
    assert (await company.say("ana", "plan a movie night")).films


async def test_two_ballots_at_once_are_told_apart_by_a_film(company: Company) -> None:
    await company.befriend("ana", "luis")
    comedies = await company.say("ana", "plan a movie night with Luis, only comedies, 3 films")
    crimes = await company.say("luis", "plan a movie night with Ana, only crime, 3 films")
    asked = await company.say("luis", "I vote for the first one")
    assert "Several votes" in asked.text
    assert len(asked.choices) == 6
    assert "by Ana" in asked.text
    title = company.title(comedies.films[2])
    assert title in (await company.say("luis", f"I vote for {title}")).text
    standing = await company.press("luis", asked.button(company.title(crimes.films[0])))
    assert "Your vote" in standing.text


async def test_a_member_who_leaves_counts_no_longer(company: Company) -> None:
    await company.befriend("ana", "luis")
    await company.say("ana", "plan a movie night with Luis")
    await company.say("luis", "I vote for the first one")
    await company.say("ana", "I vote for the third one")
    left = await company.say("luis", "I can't come to the movie night")
    assert "no longer count" in left.text
    closed = await company.say("ana", "close the vote")
    assert "with 1 vote" in closed.text
    assert "no vote open" in (await company.say("luis", "I vote for the first one")).text


async def test_a_member_votes_in_person(company: Company) -> None:
    await company.befriend("ana", "luis")
    await company.say("ana", "plan a movie night with Luis")
    assert "in person" in (await company.say("ana", "Luis votes for the first one")).text


async def test_what_is_not_on_the_ballot_is_said(company: Company) -> None:
    await company.say("ana", "plan a movie night, only crime, 3 films")
    told = await company.say("ana", "I vote for Paddington 2")
    assert "not on the ballot" in told.text
    assert len(told.choices) == 4
    assert "number" in (await company.say("ana", "I vote for number 9")).text


async def test_without_a_ballot_the_way_to_one_is_said(company: Company) -> None:
    assert "plan a movie night" in (await company.say("ana", "close the vote")).text


async def test_a_ballot_of_strangers_is_out_of_reach(company: Company) -> None:
    planned = await company.say("ana", "plan a movie night")
    pressed = await company.press("eve", planned.choices[0].id)
    assert "no vote open" in pressed.text
    assert not any(film in pressed.text for film in planned.films)


async def test_who_lost_before_counts_for_more(company: Company) -> None:
    await company.befriend("ana", "luis")
    for _ in range(2):
        await company.say("ana", "plan a movie night with Luis")
        await company.say("luis", "I vote for the first one")
        await company.say("ana", "I vote for the second one")
        await company.say("ana", "Ben votes for the second one")
        await company.say("ana", "close the vote")
    planned = await company.say("ana", "plan a movie night with Luis")
    assert "went against Luis" in planned.text


async def test_a_night_that_is_decided_can_be_called_off_until_it_begins(company: Company) -> None:
    await company.say("ana", "plan a movie night")
    await company.say("ana", "the second one please")
    await company.say("ana", "the movie night is tomorrow at 9 pm")
    await company.say("ana", "close the vote")
    assert "called off" in (await company.say("ana", "cancel the movie night")).text
    assert "no vote open" in (await company.say("ana", "cancel the movie night")).text
    await company.say("ana", "plan a movie night")
    await company.say("ana", "the first one please")
    await company.say("ana", "close the vote")  # without a time, that is all there was to it
    assert "over" in (await company.say("ana", "cancel the movie night")).text
