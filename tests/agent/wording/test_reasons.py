import random

import pytest

from agent.wording.phrasebook import Phrasebook
from agent.wording.reasons import reason
from agent.wording.words import Words
from recsys.types import Reason
from tests.agent.house import pick
from tests.support.films import AMELIE, CATALOGUE, COLLATERAL, HEAT, RONIN, SUSPIRIA_1977
from tools.results import LibraryEntry


def items(*films: object) -> tuple[int, ...]:
    return tuple(CATALOGUE.films.index(film) for film in films)


@pytest.mark.parametrize(
    ("cause", "said"),
    [
        (Reason("because_of", films=items(HEAT)), "because you loved Heat"),
        (Reason("because_of", films=items(HEAT, AMELIE)), "because you loved Heat and liked Amélie"),
        (Reason("because_of", films=items(COLLATERAL)), "because you saved Collateral"),
        (Reason("because_of", films=items(SUSPIRIA_1977)), "close to Suspiria"),
        (
            Reason("because_of", films=items(HEAT, SUSPIRIA_1977)),
            "because you loved Heat; close to Suspiria",
        ),
        (Reason("person", words=("John Frankenheimer",)), "directed by John Frankenheimer"),
        (Reason("person", words=("Robert De Niro", "Jean Reno")), "with Robert De Niro and Jean Reno"),
        (
            Reason("person", words=("Jean Reno", "John Frankenheimer")),
            "directed by John Frankenheimer, with Jean Reno",
        ),
        (Reason("keyword", words=("tense", "nocturnal")), "tense, nocturnal"),
        (Reason("genre", words=("Crime", "Music")), "crime, musicals"),
        (Reason("mood", words=("tense", "kids")), "fits “tense”, good with children"),
        (Reason("acclaimed", value=4.26), "rated 4.3 of 5 by audiences"),
        (Reason("popular"), "widely watched"),
        (Reason("keyword"), "fits what you asked for"),
    ],
)
def test_every_kind_of_reason(words: Words, cause: Reason, said: str) -> None:
    assert reason(RONIN, pick(RONIN.id, cause).recommendation, words) == said


def test_a_saved_film_that_was_named_as_example_is_not_said_to_be_saved(words: Words) -> None:
    found = pick(RONIN.id, Reason("because_of", films=items(COLLATERAL))).recommendation
    assert reason(RONIN, found, words, like=(COLLATERAL,)) == "close to Collateral"


def test_no_film_is_its_own_reason_and_none_they_did_not_like(words: Words) -> None:
    own = Reason("because_of", films=items(RONIN, HEAT))
    assert reason(RONIN, pick(RONIN.id, own).recommendation, words) == "because you loved Heat"
    known = {**words.known, AMELIE.id: LibraryEntry(AMELIE, disliked=True)}
    disliking = Words(words.book, words.films, known)
    found = pick(RONIN.id, Reason("because_of", films=items(AMELIE)), Reason("popular")).recommendation
    assert reason(RONIN, found, disliking) == "widely watched"


def test_the_three_strongest_are_said_and_none_twice(words: Words) -> None:
    causes = [Reason("keyword", words=(word,)) for word in ("a", "a", "b", "c", "d")]
    assert reason(RONIN, pick(RONIN.id, *causes).recommendation, words) == "a; b; c"


def test_no_reason_at_all_is_still_true(words: Words) -> None:
    assert reason(RONIN, pick(RONIN.id).recommendation, words) == "fits what you asked for"


def test_a_film_has_the_same_words_on_its_card_as_in_the_text() -> None:
    words = Words(Phrasebook("en", random.Random(7)), CATALOGUE.films)
    found = [pick(film.id, Reason("because_of", films=items(HEAT))) for film in (RONIN, COLLATERAL, AMELIE)]
    first, second = (
        [reason(pick.film, pick.recommendation, words, like=(HEAT,)) for pick in found] for _ in range(2)
    )
    assert first == second
