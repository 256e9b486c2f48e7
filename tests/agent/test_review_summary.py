import random

from agent.facts import facts_of
from agent.review_summary import unfaithful
from agent.wording.phrasebook import Phrasebook
from agent.wording.words import Words
from recsys.reviews.extract import extract
from recsys.reviews.figures import AspectFigures, Figures, ReadReview, figures
from recsys.reviews.text import clean
from tests.support.films import CATALOGUE, HEAT
from tests.support.planted import PLANTED, TRACES
from tests.support.toy_reviews import toy_reader
from tools.results import ReviewQuote, ReviewSource, ReviewsSummarised

WORDS = Words(Phrasebook("en", random.Random(0)), CATALOGUE.films)
RESULT = ReviewsSummarised(
    HEAT,
    Figures(20, 14, 6, aspects=(AspectFigures("acting", 9, 1), AspectFigures("pace", 0, 4))),
    "none",
    quotes=(ReviewQuote("De Niro is superb.", "acting", praise=True),),
    sources=(ReviewSource("file", "CC BY 4.0", 20),),
)


def test_a_model_reads_figures_and_quotations() -> None:
    facts = facts_of("what do people say of Heat?", RESULT, WORDS)
    assert facts is not None
    assert facts.films == (HEAT,)
    assert facts.lines == (
        "Reviews of [f1]: 20, of them 14 positive and 6 negative",
        "Praised: acting (9 of 10).",
        "Criticised: pace (4 of 4).",
        "praise: “De Niro is superb.”",
    )


def test_sentences_that_claim_more_are_dropped() -> None:
    assert not unfaithful("Most of the 20 reviews of [f1] praise De Niro.", RESULT)
    assert not unfaithful("The pace is called slow.", RESULT)
    assert unfaithful("It has 500 reviews.", RESULT)
    assert unfaithful("The acting is dreadful.", RESULT)
    assert unfaithful("Fans of Marlon Brando love it.", RESULT)


def test_no_model_reads_what_was_planted() -> None:
    texts = [clean(text) for text in (*PLANTED, "The acting is superb from the first scene on.")]
    reviews = [ReadReview(text, read) for text, read in zip(texts, toy_reader().read(texts), strict=True)]
    counted = figures(reviews)
    quotes = extract(reviews, counted, most_spoiler=2, count=20)
    result = ReviewsSummarised(
        HEAT,
        counted,
        "full",
        quotes=tuple(ReviewQuote(quote.text, quote.aspect, quote.side > 0) for quote in quotes),
        sources=RESULT.sources,
    )
    facts = facts_of("what do people say of Heat?", result, WORDS)
    assert facts is not None
    read = " ".join(facts.lines).replace("[f1]", "").casefold()
    assert "superb from the first scene" in read
    assert not [trace for trace in TRACES if trace in read]
