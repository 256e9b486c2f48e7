import pytest

from memory.database import Database
from memory.library import Library
from memory.linking import Linking
from memory.people import People
from memory.reported_reviews import ReportedReviews
from memory.reviews import Reviews
from memory.servers import Servers

HEAT, HERE, ELSEWHERE = "tt0113277", "1", "2"


@pytest.fixture
def reported(database: Database) -> ReportedReviews:
    return ReportedReviews(database, "discord")


@pytest.fixture
async def eva(database: Database) -> int:
    """She wrote what is reported."""
    eva = (await People(database).resolve("cli", "eva")).id
    await Library(database).rate(eva, HEAT, 1)
    await Library(database).review(eva, HEAT, "Rude words.")
    return eva


async def shown(database: Database, server: str) -> list[str]:
    return [review.text for review in await Reviews(database).of_film(HEAT, server=("discord", server))]


async def key_of(reported: ReportedReviews, reader: int, server: str = HERE) -> str:
    (one,) = await reported.reportable(server, HEAT, reader)
    return one.key


async def test_a_report_counts_once_for_each_person(
    reported: ReportedReviews, ana: int, luis: int, eva: int
) -> None:
    key = await key_of(reported, ana)
    answers = [await reported.report(HERE, HEAT, key, person) for person in (ana, ana, luis)]
    assert answers == ["reported", "known", "reported"]
    (case,) = await reported.cases(HERE, "open", 9)
    assert (case.film_id, case.text, case.stars, case.reports) == (HEAT, "Rude words.", 1, 2)
    assert await reported.cases(ELSEWHERE, "open", 9) == []


async def test_nobody_reports_themselves_or_what_is_not_there(
    reported: ReportedReviews, ana: int, eva: int
) -> None:
    assert await reported.reportable(HERE, HEAT, eva) == []
    assert await reported.report(HERE, HEAT, await key_of(reported, ana), eva) == "gone"
    assert await reported.report(HERE, HEAT, "no such words", ana) == "gone"


async def test_what_is_hidden_is_hidden_here_alone_and_comes_back(
    database: Database, reported: ReportedReviews, ana: int, eva: int
) -> None:
    await reported.report(HERE, HEAT, await key_of(reported, ana), ana)
    (case,) = await reported.cases(HERE, "open", 9)
    assert await reported.decide(ELSEWHERE, case.id, "hidden") is None
    assert await reported.decide(HERE, case.id, "hidden") == HEAT
    assert await reported.decide(HERE, case.id, "hidden") is None
    assert await shown(database, HERE) == []
    assert await shown(database, ELSEWHERE) == ["Rude words."]
    assert await reported.reportable(HERE, HEAT, ana) == []
    assert [one.id for one in await reported.cases(HERE, "hidden", 9)] == [case.id]
    assert await reported.decide(HERE, case.id, "kept") == HEAT
    assert await shown(database, HERE) == ["Rude words."]


async def test_other_words_are_judged_anew(
    database: Database, reported: ReportedReviews, ana: int, eva: int
) -> None:
    await reported.report(HERE, HEAT, await key_of(reported, ana), ana)
    (case,) = await reported.cases(HERE, "open", 9)
    await reported.decide(HERE, case.id, "hidden")
    await Library(database).review(eva, HEAT, "Kinder words.")
    assert await shown(database, HERE) == ["Kinder words."]
    assert await reported.cases(HERE, "hidden", 9) == []


async def test_what_was_decided_holds_when_the_author_joins_an_account(
    database: Database, reported: ReportedReviews, ana: int, luis: int, eva: int
) -> None:
    key = await key_of(reported, ana)
    for reporter in (ana, luis):
        await reported.report(HERE, HEAT, key, reporter)
    (case,) = await reported.cases(HERE, "open", 9)
    await reported.decide(HERE, case.id, "hidden")
    linking = Linking(database)
    other = (await People(database).resolve("web", "eva")).id
    await linking.redeem(eva, await linking.offer(other))
    await linking.redeem(luis, await linking.offer(ana))
    assert await shown(database, HERE) == []
    assert [one.reports for one in await reported.cases(HERE, "hidden", 9)] == [1]


async def test_a_server_left_keeps_nothing(
    database: Database, reported: ReportedReviews, ana: int, eva: int
) -> None:
    await reported.report(HERE, HEAT, await key_of(reported, ana), ana)
    await Servers(database, "discord").remove(HERE)
    assert await reported.cases(HERE, "open", 9) == []
