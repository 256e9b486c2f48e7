import pytest

from memory.database import Database
from memory.library import Library
from memory.reviews import MEMBER, NewReview, Reviews, reviews_key

HEAT = "tt0113277"


def new(text: str, *, film: str = HEAT, key: str | None = None, **more: object) -> NewReview:
    return NewReview(film, text, "file", "CC BY 4.0", True, key or text, **more)  # type: ignore[arg-type]


@pytest.fixture
def reviews(database: Database) -> Reviews:
    return Reviews(database)


async def test_what_is_kept_comes_back_whole(reviews: Reviews) -> None:
    await reviews.add([new("Great.", stars=4.5, author="Cy", spoiler=True, reading={"v": 1})])
    (review,) = await reviews.of_film(HEAT)
    assert (review.text, review.stars, review.author, review.origin) == ("Great.", 4.5, "Cy", "file")
    assert review.spoiler
    assert review.reading == {"v": 1}
    assert review.licence == "CC BY 4.0"


async def test_the_same_review_is_kept_once(reviews: Reviews) -> None:
    first = await reviews.add([new("A"), new("B"), new("A")])
    again = await reviews.add([new("B"), new("C")])
    assert (first.added, first.known) == (2, 1)
    assert (again.added, again.known) == (1, 1)
    assert await reviews.count(HEAT) == 3


async def test_the_same_words_on_another_film_are_another_review(reviews: Reviews) -> None:
    await reviews.add([new("Great."), new("Great.", film="tt1")])
    assert await reviews.count("tt1") == 1


async def test_all_or_none_are_kept(reviews: Reviews) -> None:
    with pytest.raises(Exception, match="in_stars"):
        await reviews.add([new("A"), new("B", stars=11.0)])
    assert await reviews.count(HEAT) == 0


async def test_members_words_count_and_bear_no_name(reviews: Reviews, database: Database, ana: int) -> None:
    library = Library(database)
    await library.rate(ana, HEAT, 4.5)
    await library.review(ana, HEAT, "The diner scene!")
    await reviews.add([new("A")])
    member, _ = await reviews.of_film(HEAT)
    assert (member.text, member.origin, member.stars, member.author) == (
        "The diner scene!",
        MEMBER,
        4.5,
        None,
    )
    assert await reviews.count(HEAT) == 2
    await library.remove(ana, HEAT)
    assert await reviews.count(HEAT) == 1


async def test_a_summary_is_kept_for_just_these_reviews(reviews: Reviews) -> None:
    await reviews.add([new("A"), new("B")])
    before = reviews_key(await reviews.of_film(HEAT))
    await reviews.keep_summary(HEAT, "en", before, "Two like it.")
    assert await reviews.summary(HEAT, "en", before) == "Two like it."
    assert await reviews.summary(HEAT, "de", before) is None
    await reviews.add([new("C")])
    after = reviews_key(await reviews.of_film(HEAT))
    assert await reviews.summary(HEAT, "en", after) is None
    await reviews.keep_summary(HEAT, "en", after, "Three like it.")
    assert await reviews.summary(HEAT, "en", before) is None


async def test_an_origin_can_be_taken_back(reviews: Reviews) -> None:
    await reviews.add([new("A"), new("B", film="tt1")])
    await reviews.keep_summary(HEAT, "en", "key", "text")
    assert await reviews.remove_origin("file") == 2
    assert await reviews.of_film(HEAT) == []
    assert await reviews.summary(HEAT, "en", "key") is None


async def test_an_origin_is_replaced_whole_or_not_at_all(reviews: Reviews) -> None:
    await reviews.add([new("A")])
    with pytest.raises(Exception, match="in_stars"):
        await reviews.add([new("B", stars=11.0)], replacing="file")
    assert [review.text for review in await reviews.of_film(HEAT)] == ["A"]
    await reviews.add([new("B")], replacing="file")
    assert [review.text for review in await reviews.of_film(HEAT)] == ["B"]


async def test_many_at_once(reviews: Reviews) -> None:
    done = await reviews.add([new(f"number {n}") for n in range(1200)])
    assert done.added == 1200
    assert len(await reviews.of_film(HEAT, limit=1000)) == 1000
