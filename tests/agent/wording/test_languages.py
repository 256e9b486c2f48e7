"""The tables of phrases: the same keys, the same places to fill in, and no English left."""

import random
from string import Formatter

import pytest

from agent.wording.phrasebook import LANGUAGES, Phrasebook, Phrases
from agent.wording.results import passage
from agent.wording.words import Words
from data.films import GENRES
from recsys.types import Constraints
from tests.support.films import CATALOGUE
from tools.results import FilmFacts, LibraryEntry, Picks

OTHERS = sorted(set(LANGUAGES) - {"en"})
SAME_IN_ENGLISH = frozenset(
    (
        "aspect.emotion",
        "ballot.line",
        "ballot.line.host",
        "ballot.vetoes.one",
        "card.genres",
        "facts.kind.plain",
        "facts.minutes",
        "films.one",
        "films.many",
        "genre.Action",
        "genre.Animation",
        "genre.Fantasy",
        "genre.Drama",
        "kept.messages.one",
        "kept.messages.many",
        "mood.intense",
        "mood.violent",
        "look.aspect.sepia",
        "look.aspect.icy",
        "reviews.origin.tmdb",
        "signal.context",
        "wish.with",
    )
)
"""Words that two languages share."""


def variants(phrase: str | tuple[str, ...]) -> tuple[str, ...]:
    return (phrase,) if isinstance(phrase, str) else phrase


def places(phrases: Phrases, key: str) -> set[str]:
    fields = [
        {name for _, name, _, _ in Formatter().parse(variant) if name} for variant in variants(phrases[key])
    ]
    assert all(names == fields[0] for names in fields), key
    return fields[0]


@pytest.mark.parametrize("language", OTHERS)
def test_every_language_has_every_phrase_with_the_same_places(language: str) -> None:
    english, theirs = LANGUAGES["en"], LANGUAGES[language]
    assert set(theirs) - {f"genre.{genre}" for genre in GENRES} == set(english) - {"genre.Music"}
    assert {f"genre.{genre}" for genre in GENRES} <= set(theirs)
    for key in english:
        assert places(theirs, key) == places(english, key), key


def test_the_variants_of_an_english_phrase_have_the_same_places() -> None:
    for key in LANGUAGES["en"]:
        places(LANGUAGES["en"], key)


@pytest.mark.parametrize("language", OTHERS)
def test_no_english_is_left(language: str) -> None:
    english, theirs = LANGUAGES["en"], LANGUAGES[language]
    worded = [key for key in english if any(letter.isalpha() for letter in _bare(variants(english[key])[0]))]
    same = {key for key in worded if set(variants(theirs[key])) & set(variants(english[key]))}
    assert same <= SAME_IN_ENGLISH


def _bare(phrase: str) -> str:
    return "".join(text for text, *_ in Formatter().parse(phrase))


@pytest.mark.parametrize(
    ("language", "half", "head"),
    [
        ("en", "4.5 stars", "Looking for: comedy, from the 1980s, up to 90 min, in French, no horror."),
        (
            "es",
            "4,5 estrellas",
            "Buscas: comedia, de los años 1980, hasta 90 min, en francés, nada de terror.",
        ),
        (
            "fr",
            "4,5 étoiles",
            "Vous cherchez : comédie, des années 1980, 90 min au plus, en français, sans horreur.",
        ),
        (
            "de",
            "4,5 Sterne",
            "Gesucht: Komödie, aus den 1980ern, höchstens 90 Minuten, auf Französisch, ohne Horror.",
        ),
    ],
)
def test_wishes_and_numbers_as_each_language_writes_them(language: str, half: str, head: str) -> None:
    words = Words(Phrasebook(language, random.Random(1)), CATALOGUE.films)
    bounds = Constraints(
        genres=("Comedy",),
        min_year=1980,
        max_year=1989,
        max_runtime=90,
        languages=("fr",),
        exclude_genres=("Horror",),
    )
    assert words.stars(4.5) == half
    assert passage(Picks((), constraints=bounds), words).head == head


@pytest.mark.parametrize("language", OTHERS)
def test_titles_stay_as_they_are(language: str) -> None:
    words = Words(Phrasebook(language, random.Random(1)), CATALOGUE.films, taste_known=True)
    said = passage(FilmFacts(LibraryEntry(CATALOGUE.films[0]), 4.1, None), words).text
    assert f"**{CATALOGUE.films[0].label}**" in said
    assert "4,1" in said


@pytest.mark.parametrize(("language", "said"), [("es", "tensa"), ("fr", "tendu"), ("de", "spannend")])
def test_moods_and_company_are_in_the_language_too(language: str, said: str) -> None:
    words = Words(Phrasebook(language, random.Random(1)), CATALOGUE.films)
    head = passage(Picks((), mood="tense", company="friends"), words).head
    assert said in head
    assert "tense" not in head.replace("tensa", "")
    assert "friends" not in head
