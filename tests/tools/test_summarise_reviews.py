from dataclasses import replace

import pytest

from data.catalogue import Catalogue
from data.errors import BadInput
from data.films import Film
from data.titles import TitleIndex
from memory.database import Database
from memory.library import Library
from memory.people import People
from memory.reported_reviews import ReportedReviews
from memory.reviews import NewReview, Reviews
from recsys.reviews.figures import AspectFigures, Figures
from recsys.reviews.starter_figures import StarterFigures
from recsys.reviews.text import clean
from tests.support.planted import PLANTED, TRACES
from tests.support.toy_reviews import toy_reader
from tools.arguments import Remember, SummariseReviews
from tools.base import Caller, Whereabouts
from tools.remember import remember
from tools.results import NoReviews, ReviewsSummarised, UnknownFilm, WhichFilm
from tools.review_desk import ReviewDesk
from tools.services import Services
from tools.summarise_reviews import summarise_reviews

PRAISE = [
    "The acting is superb from the first scene on.",
    "A wonderful cast that I loved all the way.",
    "The music is wonderful and stays with you.",
    "If you loved Thief, this is a wonderful film for you.",
]
BLAME = ["The pace is awful and the hours boring."]


def new(text: str, film: str = "heat", **more: object) -> NewReview:
    given = {"origin": "file", "licence": "CC BY 4.0", "quotable": True, "origin_key": text, **more}
    return NewReview(film, text, **given)  # type: ignore[arg-type]


@pytest.fixture
def reviews(database: Database) -> Reviews:
    return Reviews(database)


@pytest.fixture
def desk(services: Services, reviews: Reviews) -> Services:
    alien = services.catalogue.index("alien")
    starter = StarterFigures.collect(
        [
            Figures(10, 8, 2, aspects=(AspectFigures("acting", 3, 1),)) if item == alien else None
            for item in range(len(services.catalogue))
        ]
    )
    return replace(services, review_desk=ReviewDesk(reviews, toy_reader(), starter))


async def ask(services: Services, caller: Caller, **arguments: object) -> ReviewsSummarised:
    result = await summarise_reviews(SummariseReviews.model_validate(arguments), caller, services)
    assert isinstance(result, ReviewsSummarised)
    return result


async def test_praise_and_blame_in_their_shares(desk: Services, ana: Caller, reviews: Reviews) -> None:
    await reviews.add([new(text) for text in PRAISE + BLAME])
    result = await ask(desk, ana, title="heat")
    assert (result.figures.count, result.figures.positive, result.figures.negative) == (5, 4, 1)
    assert [quote.praise for quote in result.quotes] == [True, True, True, True, False]
    assert {quote.text for quote in result.quotes} <= set(PRAISE + BLAME)
    assert [(source.origin, source.licence, source.count) for source in result.sources] == [
        ("file", "CC BY 4.0", 5)
    ]


async def test_films_that_those_who_liked_it_name(desk: Services, ana: Caller, reviews: Reviews) -> None:
    await reviews.add([new(text) for text in PRAISE])
    assert [film.id for film in (await ask(desk, ana, title="heat")).compared] == ["thief"]


async def test_somebodys_first_name_is_no_film(desk: Services, ana: Caller, reviews: Reviews) -> None:
    catalogue = Catalogue(
        [Film("heat", "Heat", 1995), Film("jack", "Jack", 1996), Film("x", "X", 1999, cast=("Jack Black",))]
    )
    await reviews.add([new("I loved Jack in this wonderful film, he is superb.")])
    named = replace(desk, catalogue=catalogue, titles=TitleIndex(catalogue))
    assert (await ask(named, ana, title="heat")).compared == ()


async def test_members_words_count(desk: Services, ana: Caller, database: Database) -> None:
    library = Library(database)
    await library.rate(ana.person_id, "heat", 2.0)
    await library.review(ana.person_id, "heat", PRAISE[0])
    result = await ask(desk, ana, title="heat")
    assert result.figures.negative == 1  # stars say more than words
    assert result.sources[0].origin == "member"


async def test_without_reviews_of_our_own_the_starter_figures_speak(desk: Services, ana: Caller) -> None:
    result = await ask(desk, ana, title="alien")
    assert (result.figures.count, result.quotes, result.sources) == (10, (), ())


async def test_a_film_nobody_reviewed(desk: Services, ana: Caller) -> None:
    result = await summarise_reviews(SummariseReviews(title="Ronin"), ana, desk)
    assert isinstance(result, NoReviews)


async def test_which_and_unknown_films_are_asked_back(desk: Services, ana: Caller) -> None:
    assert isinstance(await summarise_reviews(SummariseReviews(title="The Thing"), ana, desk), WhichFilm)
    assert isinstance(await summarise_reviews(SummariseReviews(title="Xyzzy"), ana, desk), UnknownFilm)


async def test_what_may_not_be_quoted_counts_all_the_same(
    desk: Services, ana: Caller, reviews: Reviews
) -> None:
    await reviews.add([new(PRAISE[0], quotable=False)])
    result = await ask(desk, ana, title="heat")
    assert (result.figures.positive, result.quotes) == (1, ())


async def test_spoilers_are_held_back(desk: Services, ana: Caller, reviews: Reviews) -> None:
    plot = "The superb cast knows that he dies in her arms."
    await reviews.add([new(plot), new(BLAME[0], spoiler=True)])
    assert (await ask(desk, ana, title="heat")).quotes == ()
    assert (await ask(desk, ana, title="heat", spoilers="mild")).quotes == ()
    shown = (await ask(desk, ana, title="heat", spoilers="full")).quotes
    assert {quote.text: quote.spoiler for quote in shown} == {plot: True, BLAME[0]: False}


async def test_aspects_asked_for(desk: Services, ana: Caller, reviews: Reviews) -> None:
    await reviews.add([new(text) for text in PRAISE + BLAME])
    result = await ask(desk, ana, title="heat", aspects=["soundtrack", "vibes"])
    assert {quote.aspect for quote in result.quotes} == {"music"}
    assert (result.aspects, result.unknown_aspects) == (("music",), ("vibes",))


async def test_one_text_posted_often_counts_once(desk: Services, ana: Caller, reviews: Reviews) -> None:
    await reviews.add([new(PRAISE[0], origin_key=str(n)) for n in range(50)])
    await reviews.add([new(BLAME[0])])
    result = await ask(desk, ana, title="heat")
    assert (result.figures.positive, result.figures.negative) == (1, 1)


async def test_the_same_words_by_several_members_count_once(
    desk: Services, ana: Caller, luis: Caller, database: Database
) -> None:
    library = Library(database)
    for person, text in ((ana, PRAISE[0]), (luis, f"  {PRAISE[0].upper()} ")):
        await library.review(person.person_id, "heat", text)
    result = await ask(desk, ana, title="heat")
    assert (result.figures.count, result.sources[0].count) == (1, 1)
    await library.review(luis.person_id, "heat", BLAME[0])
    assert (await ask(desk, ana, title="heat")).figures.count == 2


async def test_nothing_planted_reaches_anyone(desk: Services, ana: Caller, reviews: Reviews) -> None:
    await reviews.add([new(text) for text in PRAISE + BLAME])
    await reviews.add([new(clean(text), origin_key=str(n)) for n, text in enumerate(PLANTED)])
    before = await desk.library.rows(ana.person_id)
    result = await ask(desk, ana, title="heat", evidence=True, spoilers="full")
    shown = " ".join(quote.text for quote in result.quotes).casefold()
    assert shown
    assert not [trace for trace in TRACES if trace in shown]
    assert await desk.library.rows(ana.person_id) == before


async def test_without_a_reader_it_says_so(services: Services, ana: Caller) -> None:
    with pytest.raises(BadInput, match="starter build"):
        await summarise_reviews(SummariseReviews(title="heat"), ana, services)


async def test_stored_readings_are_used(desk: Services, ana: Caller, reviews: Reviews) -> None:
    texts = [f"{PRAISE[n % 3][:-1]}, number {n}." for n in range(300)]
    readings = toy_reader().read(texts)
    await reviews.add([new(text, reading=read.as_json()) for text, read in zip(texts, readings, strict=True)])
    result = await ask(desk, ana, title="heat")
    assert result.figures.positive == 300


async def test_what_somebody_said_of_spoilers_for_good_counts(
    desk: Services, ana: Caller, luis: Caller, reviews: Reviews
) -> None:
    plot = "The superb cast knows that he dies in her arms."
    await reviews.add([new(plot)])
    await remember(Remember(preference="I don't mind spoilers"), ana, desk)
    assert [quote.text for quote in (await ask(desk, ana, title="heat")).quotes] == [plot]
    assert (await ask(desk, luis, title="heat")).quotes == ()
    assert (await ask(desk, ana, title="heat", spoilers="none")).quotes == ()
    assert (await ask(desk, replace(ana, spoilers="none"), title="heat")).quotes == (), "the place decides"
    await remember(Remember(preference="no spoilers please"), ana, desk)
    await remember(Remember(preference="I don't mind spoilers"), ana, desk)
    await remember(Remember(preference="no spoilers please"), ana, desk)
    assert (await ask(desk, ana, title="heat")).spoilers == "none", "the last word counts"
    assert [kept.text for kept in await desk.preferences.all(ana.person_id)] == ["no spoilers please"]


async def test_what_moderators_hid_is_left_out_in_their_server(
    desk: Services, ana: Caller, luis: Caller, database: Database
) -> None:
    eva = (await People(database).resolve("cli", "eva")).id
    await Library(database).review(eva, "heat", PRAISE[0])
    reported = ReportedReviews(database, "discord")
    (review,) = await reported.reportable("1", "heat", ana.person_id)
    await reported.report("1", "heat", review.key, ana.person_id)
    (case,) = await reported.cases("1", "open", 9)
    await reported.decide("1", case.id, "hidden")
    there = replace(luis, where=Whereabouts("discord", "1"))
    result = await summarise_reviews(SummariseReviews(title="Heat"), there, desk)
    assert isinstance(result, NoReviews)
    assert (await ask(desk, luis, title="Heat")).figures.count == 1, "elsewhere, and not for who reported it"
