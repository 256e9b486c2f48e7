import asyncio
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta

import pytest

from memory.ballot_news import BallotNews
from memory.ballot_rules import OPEN_AT_MOST, Ballot
from memory.ballot_voters import Voter
from memory.ballots import FAIRNESS, Ballots, NewBallot, NewMember, room_of
from memory.database import Database
from memory.linking import Linking
from memory.people import People
from memory.privacy import Privacy
from tests.memory.clock import Clock

FILMS = ("heat", "alien", "amelie")
START = datetime(2026, 5, 6, 18, tzinfo=UTC)
ROOM = "discord/77"


@pytest.fixture
def clock() -> Clock:
    return Clock(START)


@pytest.fixture
def ballots(database: Database, clock: Clock) -> Ballots:
    return Ballots(database, clock)


@pytest.fixture
def news(database: Database, clock: Clock) -> BallotNews:
    return BallotNews(database, clock)


def night(host: int, *others: int, room: str = ROOM, **more: object) -> NewBallot:
    shares: Mapping[str, float] = {"heat": 0.9, "alien": 0.5, "amelie": 0.1}
    members = [NewMember(person, shares) for person in (host, *others)]
    return NewBallot(room, "discord", host, FILMS, members, **more)  # type: ignore[arg-type]


async def opened(ballots: Ballots, new: NewBallot) -> Ballot:
    ballot = await ballots.open(new)
    assert ballot is not None
    return ballot


def tally(ballot: Ballot | None) -> dict[str, int]:
    assert ballot is not None
    return {option.film_id: option.votes for option in ballot.options}


async def test_votes_are_counted_and_the_most_voted_film_wins(ballots: Ballots, ana: int, luis: int) -> None:
    ballot = await opened(ballots, night(ana, luis))
    await ballots.vote(ballot.id, Voter.person(ana), [1, 2])
    await ballots.vote(ballot.id, Voter.person(luis), [2])
    assert tally(await ballots.get(ballot.id)) == {"heat": 1, "alien": 2, "amelie": 0}
    closed = await ballots.close(ballot.id)
    assert closed is not None
    assert (closed.state, closed.winner, closed.how, closed.voters) == ("decided", "alien", "votes", 2)
    assert {member.name: member.gained for member in closed.members} == {"Ana": 1.0, "Luis": 1.0}


async def test_one_ballot_a_room_is_open_at_a_time(ballots: Ballots, ana: int, luis: int) -> None:
    first, second = await asyncio.gather(*(ballots.open(night(person)) for person in (ana, luis)))
    assert (first is None) != (second is None)
    assert await ballots.open(night(ana, room="discord/78")) is not None
    standing = first or second
    assert standing is not None
    assert await ballots.open_in(ROOM) == standing
    await ballots.cancel(standing.id)
    assert await ballots.open(night(luis)) is not None


async def test_voting_again_changes_the_vote_and_adds_none(ballots: Ballots, ana: int) -> None:
    ballot = await opened(ballots, night(ana))
    me = Voter.person(ana)
    await ballots.vote(ballot.id, me, [1])
    await ballots.vote(ballot.id, me, [3])
    assert tally(await ballots.get(ballot.id)) == {"heat": 0, "alien": 0, "amelie": 1}
    await ballots.vote(ballot.id, me, [2], way="also")
    await ballots.vote(ballot.id, me, [3], way="toggle")
    assert await ballots.voted(ballot.id, me) == {2}
    await ballots.vote(ballot.id, me, [])
    assert await ballots.voted(ballot.id, me) == frozenset()


async def test_guests_vote_without_being_anybody_to_us(
    ballots: Ballots, database: Database, ana: int
) -> None:
    ballot = await opened(ballots, night(ana))
    await ballots.vote(ballot.id, Voter.account("discord", "999", "Kim"), [2])
    await ballots.vote(ballot.id, Voter.guest("Ben"), [2])
    cast = await ballots.vote(ballot.id, Voter.guest(" BEN"), [2])
    assert cast is not None
    assert (cast.ballot.voters, tally(cast.ballot)["alien"]) == (2, 2)
    # Should Kim talk to us later, the vote is hers, and there is still but one.
    kim = (await People(database).resolve("discord", "999", name="Kim")).id
    await ballots.vote(ballot.id, Voter.person(kim), [1])
    assert tally(await ballots.get(ballot.id)) == {"heat": 1, "alien": 1, "amelie": 0}
    await ballots.vote(ballot.id, Voter.account("discord", "999"), [3])
    assert tally(await ballots.get(ballot.id)) == {"heat": 0, "alien": 1, "amelie": 1}


async def test_a_person_votes_once_from_all_accounts(ballots: Ballots, database: Database, ana: int) -> None:
    ballot = await opened(ballots, night(ana))
    phone = (await People(database).resolve("telegram", "5", name="Ana")).id
    await ballots.vote(ballot.id, Voter.person(ana), [1])
    await ballots.vote(ballot.id, Voter.person(phone), [2])
    linking = Linking(database)
    await linking.redeem(phone, await linking.offer(ana))
    assert tally(await ballots.get(ballot.id)) == {"heat": 1, "alien": 0, "amelie": 0}
    await ballots.vote(ballot.id, Voter.account("telegram", "5"), [3])
    assert tally(await ballots.get(ballot.id)) == {"heat": 0, "alien": 0, "amelie": 1}


async def test_joined_accounts_keep_one_open_ballot(
    ballots: Ballots, database: Database, ana: int, luis: int
) -> None:
    mine = await opened(ballots, night(ana, room=room_of("cli", None, ana)))
    theirs = await opened(ballots, night(luis, ana, room=room_of("web", None, luis)))
    linking = Linking(database)
    await linking.redeem(luis, await linking.offer(ana))
    assert await ballots.open_in(room_of("web", None, ana)) == await ballots.get(mine.id)
    old = await ballots.get(theirs.id)
    assert old is not None
    assert (old.state, old.host_id, [member.person_id for member in old.members]) == ("cancelled", ana, [ana])


async def test_a_vote_after_closing_is_refused(ballots: Ballots, clock: Clock, ana: int) -> None:
    ballot = await opened(ballots, night(ana, closes_at=START + timedelta(hours=1)))
    clock.at += timedelta(hours=1)
    for vote in (
        ballots.vote(ballot.id, Voter.person(ana), [1]),
        ballots.veto(ballot.id, Voter.person(ana), 1),
    ):
        cast = await vote
        assert cast is not None
        assert (cast.outcome, cast.ballot.voters) == ("closed", 0)
    (closed,) = await ballots.close_ended()
    assert (closed.state, closed.winner, closed.how) == ("decided", "heat", "nobody")
    assert await ballots.close_ended() == ()
    assert await ballots.close(ballot.id) is None
    assert await ballots.cancel(ballot.id) is None


async def test_a_ballot_that_nobody_closes_ends_by_itself(ballots: Ballots, clock: Clock, ana: int) -> None:
    ballot = await opened(ballots, night(ana))
    clock.at += OPEN_AT_MOST - timedelta(minutes=1)
    assert await ballots.close_ended() == ()
    clock.at += timedelta(minutes=1)
    assert [one.id for one in await ballots.close_ended()] == [ballot.id]


async def test_what_is_not_on_the_ballot_cannot_be_voted_for(ballots: Ballots, ana: int) -> None:
    ballot = await opened(ballots, night(ana))
    for cast in (
        await ballots.vote(ballot.id, Voter.person(ana), [1, 9]),
        await ballots.veto(ballot.id, Voter.person(ana), 0),
    ):
        assert cast is not None
        assert (cast.outcome, cast.ballot.voters) == ("no_option", 0)
    assert await ballots.vote(404, Voter.person(ana), [1]) is None


async def test_a_veto_strikes_a_film_and_everybody_has_one(ballots: Ballots, ana: int, luis: int) -> None:
    ballot = await opened(ballots, night(ana, luis))
    me, other = Voter.person(ana), Voter.person(luis)
    await ballots.vote(ballot.id, me, [1])
    await ballots.vote(ballot.id, other, [1, 3])
    struck = await ballots.veto(ballot.id, me, 1)
    assert struck is not None
    assert (struck.ballot.options[0].votes, struck.ballot.options[0].vetoes) == (1, 1)
    again = await ballots.veto(ballot.id, me, 2)
    assert again is not None
    assert again.outcome == "vetoed_before"
    closed = await ballots.close(ballot.id)
    assert closed is not None
    assert closed.winner == "amelie"


async def test_a_veto_is_taken_back_by_the_same_again(ballots: Ballots, ana: int) -> None:
    ballot = await opened(ballots, night(ana))
    await ballots.veto(ballot.id, Voter.person(ana), 1)
    cast = await ballots.veto(ballot.id, Voter.person(ana), 1)
    assert cast is not None
    assert [option.vetoes for option in cast.ballot.options] == [0, 0, 0]


async def test_who_leaves_takes_votes_and_taste_along(ballots: Ballots, ana: int, luis: int) -> None:
    ballot = await opened(ballots, night(ana, luis))
    await ballots.vote(ballot.id, Voter.person(luis), [3])
    left = await ballots.leave(ballot.id, luis)
    assert left is not None
    assert ([member.person_id for member in left.present], left.voters) == ([ana], 0)
    assert await ballots.leave(ballot.id, 404) is None
    assert await ballots.open_for(luis) == ()
    closed = await ballots.close(ballot.id)
    assert closed is not None
    assert closed.winner == "heat"
    assert {member.name: member.gained for member in closed.members} == {"Ana": 0.9, "Luis": None}


async def test_who_is_forgotten_in_mid_ballot_leaves_it_to_the_others(
    ballots: Ballots, database: Database, ana: int, luis: int
) -> None:
    ballot = await opened(ballots, night(ana, luis))
    await ballots.vote(ballot.id, Voter.person(ana), [3])
    await ballots.vote(ballot.id, Voter.person(luis), [2])
    await Privacy(database).erase(ana)
    kept = await ballots.get(ballot.id)
    assert kept is not None
    assert (kept.host_id, kept.voters, [member.name for member in kept.members]) == (None, 1, ["Luis"])
    closed = await ballots.close(ballot.id)
    assert closed is not None
    assert closed.winner == "alien"


async def test_who_lost_before_counts_for_more(ballots: Ballots, clock: Clock, ana: int, luis: int) -> None:
    assert await ballots.weights([ana, luis]) == {ana: 1.0, luis: 1.0}
    for room in ("discord/1", "discord/2"):
        ballot = await opened(ballots, night(ana, luis, room=room))
        await ballots.vote(ballot.id, Voter.person(ana), [1])
        await ballots.vote(ballot.id, Voter.guest("Ben"), [1])
        await ballots.vote(ballot.id, Voter.person(luis), [3])
        await ballots.close(ballot.id)
        clock.at += timedelta(days=1)
    assert await ballots.weights([ana, luis]) == {ana: 1.0, luis: 1 + FAIRNESS}
    assert await ballots.weights([luis]) == {luis: 1.0}  # alone, nobody is to be made good to


async def test_what_happened_in_other_company_is_no_debt_here(
    ballots: Ballots, database: Database, ana: int, luis: int
) -> None:
    eva = (await People(database).resolve("cli", "eva", name="Eva")).id
    ballot = await opened(ballots, night(ana, eva))
    await ballots.vote(ballot.id, Voter.person(ana), [1])
    await ballots.vote(ballot.id, Voter.person(eva), [2])
    await ballots.close(ballot.id)
    assert await ballots.weights([eva, luis]) == {eva: 1.0, luis: 1.0}


async def test_a_poll_that_is_gone_leaves_the_ballot_to_buttons(ballots: Ballots, ana: int) -> None:
    ballot = await opened(ballots, night(ana))
    await ballots.polled(ballot.id, "p1")
    await ballots.vote(ballot.id, Voter.account("discord", "9"), [1])
    found = await ballots.of_poll("discord", "p1")
    assert found is not None
    assert found.id == ballot.id
    await ballots.polled(ballot.id, None)
    assert await ballots.of_poll("discord", "p1") is None
    standing = await ballots.get(ballot.id)
    assert standing is not None
    assert (standing.state, standing.voters) == ("open", 1)


async def test_a_room_is_told_of_each_thing_once(
    ballots: Ballots, news: BallotNews, clock: Clock, ana: int
) -> None:
    begins = START + timedelta(hours=8)
    ballot = await opened(ballots, night(ana, closes_at=START + timedelta(hours=5), night_at=begins))

    async def told() -> list[str]:
        kinds = [one.kind for one in await news.due("discord")]
        return [kind for kind in kinds if await news.claim(ballot.id, kind)]

    assert await told() == []
    clock.at = START + timedelta(hours=4)
    assert await told() == ["closing"]
    assert await told() == []
    clock.at = START + timedelta(hours=5)
    assert await told() == ["close"]
    await ballots.close(ballot.id)
    assert await told() == ["event"]
    assert await told() == []
    clock.at = begins - timedelta(hours=1)
    assert await told() == ["night"]
    clock.at = begins + timedelta(hours=3)
    assert await told() == ["asking"]
    assert await told() == []
    assert await news.due("telegram") == ()


async def test_members_without_a_room_are_told_at_their_next_turn(
    ballots: Ballots, news: BallotNews, clock: Clock, ana: int, luis: int
) -> None:
    begins = START + timedelta(days=2)
    ballot = await opened(ballots, night(ana, luis, room=room_of("cli", None, ana), night_at=begins))
    assert await news.news(ana) == ()  # who planned it knows

    async def told(person: int) -> list[str]:
        return [one.stage for one in await news.news(person)]

    assert await told(luis) == ["invited"]
    assert await told(luis) == []
    await ballots.close(ballot.id)
    assert await told(luis) == ["decided"]
    clock.at = begins - timedelta(hours=10)
    assert await told(luis) == ["soon"]
    clock.at = begins + timedelta(hours=4)
    assert await told(luis) == ["asked"]
    assert await told(luis) == []
    assert await told(ana) == ["asked"]  # of what was said meanwhile only the last still matters


async def test_members_in_a_room_are_asked_but_not_told_twice(
    ballots: Ballots, news: BallotNews, clock: Clock, ana: int, luis: int
) -> None:
    ballot = await opened(ballots, night(ana, luis, channel="55"))
    assert await news.news(luis) == ()
    await ballots.close(ballot.id)
    assert await news.news(luis) == ()
    clock.at += timedelta(hours=21)
    assert [one.stage for one in await news.news(luis)] == ["asked"]


async def test_a_night_that_is_moved_is_reminded_of_anew(
    ballots: Ballots, news: BallotNews, clock: Clock, ana: int
) -> None:
    ballot = await opened(ballots, night(ana, night_at=START + timedelta(hours=1)))
    await ballots.close(ballot.id)
    assert await news.claim(ballot.id, "night")
    moved = await ballots.settle(ballot.id, night_at=START + timedelta(days=1), zone="Europe/Madrid")
    assert moved is not None
    assert (moved.zone, [one.kind for one in await news.due("discord")]) == ("Europe/Madrid", ["event"])
    assert await news.claim(ballot.id, "event")
    assert await news.due("discord") == ()
    clock.at = START + timedelta(hours=23)
    assert [one.kind for one in await news.due("discord")] == ["night"]


async def test_votes_taken_back_one_by_one(ballots: Ballots, ana: int) -> None:
    ballot = await opened(ballots, night(ana))
    voter = Voter.person(ana)
    await ballots.vote(ballot.id, voter, [1, 2])
    await ballots.vote(ballot.id, voter, [2], way="no_more")
    assert await ballots.voted(ballot.id, voter) == {1}
    await ballots.vote(ballot.id, voter, [2], way="no_more")
    assert await ballots.voted(ballot.id, voter) == {1}
    await ballots.vote(ballot.id, voter, [])
    assert await ballots.voted(ballot.id, voter) == frozenset()
