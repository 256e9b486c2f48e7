import pytest

from recsys.reviews.extract import extract
from recsys.reviews.faithfulness import Sources, faithful, faults
from recsys.reviews.figures import AspectFigures, Figures, ReadReview, figures
from recsys.reviews.standing_alone import alone
from tests.support.toy_reviews import toy_reader

PRAISE = [
    "The acting is superb from the first scene on.",
    "A wonderful cast that I loved all the way.",
    "The music is wonderful and stays with you.",
    "I loved the photography of this film.",
]
BLAME = ["The pace is awful and the hours boring.", "An awful script that I hated."]


def read(texts: list[str], stars: list[float | None] | None = None) -> list[ReadReview]:
    readings = toy_reader().read(texts)
    given = stars or [None] * len(texts)
    return [
        ReadReview(text, reading, star) for text, reading, star in zip(texts, readings, given, strict=True)
    ]


def test_figures_count_reviews() -> None:
    counted = figures(read([*PRAISE, *BLAME]))
    assert (counted.count, counted.positive, counted.negative) == (6, 4, 2)
    assert counted.share_positive == pytest.approx(2 / 3)
    assert 0 < counted.spread < 1
    assert AspectFigures("acting", 2, 0) in counted.aspects
    assert AspectFigures("pace", 0, 1) in counted.aspects


def test_stars_outweigh_words_and_open_other_languages() -> None:
    spanish = "Una película muy buena que no se puede perder por nada del mundo"
    counted = figures(read([BLAME[0], spanish, spanish], [5.0, 4.0, None]))
    assert (counted.positive, counted.negative, counted.unread) == (2, 0, 1)


@pytest.mark.parametrize("texts", [[], ["..."], [""]])
def test_nothing_said_is_nothing_counted(texts: list[str]) -> None:
    counted = figures(read(texts))
    assert counted.share_positive is None
    assert counted.spread == 0
    assert extract(read(texts), counted, most_spoiler=2) == ()


def test_a_minority_keeps_its_place() -> None:
    reviews = read(PRAISE + PRAISE[:2] + BLAME[:1])
    quotes = extract(reviews, figures(reviews), most_spoiler=0, count=5)
    assert sum(quote.side < 0 for quote in quotes) == 1
    assert {quote.aspect for quote in quotes if quote.side > 0} >= {"acting", "music"}


def test_no_sentence_twice_and_one_a_review() -> None:
    reviews = read([PRAISE[0]] * 5 + [" ".join(PRAISE)])
    quotes = extract(reviews, figures(reviews), most_spoiler=0, count=5)
    assert len({quote.text for quote in quotes}) == len(quotes)
    assert len({quote.review for quote in quotes}) == len(quotes)


def test_only_the_aspects_asked_for() -> None:
    reviews = read([*PRAISE, *BLAME])
    quotes = extract(reviews, figures(reviews), most_spoiler=0, aspects=("music",))
    assert {quote.aspect for quote in quotes} == {"music"}


def test_spoilers_are_held_back_by_level() -> None:
    reviews = read(["A superb cast, and it turns out that she is alive."])
    counted = figures(reviews)
    assert extract(reviews, counted, most_spoiler=1) == ()
    assert len(extract(reviews, counted, most_spoiler=2)) == 1


SOURCES = Sources(
    ["Doug McClure is the worst of the lot.", "At the Earth's Core (1976)"],
    {"27", "15"},
    Figures(27, 15, 12, 0, (AspectFigures("acting", 1, 9), AspectFigures("music", 2, 2))),
)


@pytest.mark.parametrize(
    ("sentence", "fault"),
    [
        ("Of 27 reviews, 15 praise it.", None),
        ("Many find Doug McClure weak.", None),
        ("One calls him “the worst of the lot”.", None),
        ("Opinions of the music differ; some find it wonderful.", None),
        ("Fans of Peter Cushing praise it.", "name"),
        ("It took 1,000 days.", "number"),
        ("Three people liked it.", "number"),
        ("The acting is superb.", "contradiction"),
        ("It is praised for its acting and its music.", "contradiction"),
        ("Praised for its music, while criticised for its acting.", None),
        ("The music is praised, but the acting is not.", None),
        ("It is generally well-received.", "contradiction"),
        ("The reviews are mostly negative.", "contradiction"),
        ("Some reviews are positive and some negative.", None),
        ("One calls it “a film for the ages”.", "quotation"),
        ("See https://example.org for more.", "markup"),
        ("Ask @everyone about it.", "markup"),
    ],
)
def test_every_claim_stands_on_its_sources(sentence: str, fault: str | None) -> None:
    assert faults(sentence, SOURCES) == ((fault,) if fault else ())


def test_faulty_sentences_are_dropped() -> None:
    assert faithful(["Of 27 reviews, 15 praise it.", "It won 3 Oscars."], SOURCES) == [
        "Of 27 reviews, 15 praise it."
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "But the acting is superb from the first scene on.",
        "He is superb from the first scene on.",
        "Who would not call the acting superb?",
        "If only the superb acting had a script to go with it.",
        "The acting is superb ..the music is not.",
        "The acting is superb!The music is not.",
        "The acting is SO VERY superb.",
    ],
)
def test_a_sentence_that_leans_on_others_is_quoted_after_those_that_do_not(sentence: str) -> None:
    assert alone(sentence) < alone(PRAISE[0]) == 1
    reviews = read([sentence, PRAISE[0]])
    (quote,) = extract(reviews, figures(reviews), most_spoiler=0, aspects=("acting",), count=1)
    assert quote.text == PRAISE[0]


def test_what_leans_on_others_twice_is_not_quoted_at_all() -> None:
    reviews = read(["But if only the acting, which is superb, had a script."])
    assert extract(reviews, figures(reviews), most_spoiler=0) == ()
