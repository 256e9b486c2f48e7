import json

import pytest

from recsys.reviews.aspects import ASPECTS, aspects_of, resolve_aspects
from recsys.reviews.ngrams import words
from recsys.reviews.reading import Reading, aspect_names
from recsys.reviews.spoilers import spoiler_levels
from tests.support.toy_reviews import toy_reader


def opinions(text: str) -> dict[str, int]:
    (reading,) = toy_reader().read([text])
    return {
        name: side for n in range(len(reading.sentences)) for name, side in aspect_names(reading, n).items()
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Thin plot but superb acting.", {"story": -1, "acting": 1}),
        ("The music is wonderful. The ending is awful.", {"music": 1, "ending": -1}),
        ("The plot concerns a bank.", {}),
        ("It is not boring.", {"pace": 1}),
        ("I loved it, but it was slow.", {"pace": -1}),
        ("Cushing is superb as the professor.", {"acting": 1}),
        ("This is a great movie.", {}),
        ("I would watch it again, I loved it.", {"rewatching": 1}),
    ],
)
def test_what_is_praised_and_blamed(text: str, expected: dict[str, int]) -> None:
    assert opinions(text) == expected


def test_the_film_is_nobody() -> None:
    (reading,) = toy_reader().read(["Revolver is superb."], ["Revolver"])
    assert reading.opinions == ()
    (reading,) = toy_reader().read(["Liotta is superb."], ["Revolver"])
    assert len(reading.opinions) == 1


def test_aspects_without_side_wait_for_the_clause() -> None:
    assert aspects_of(words("the script")) == {ASPECTS.index("story"): None}
    assert aspects_of(words("directed by a friend")) == {}
    assert aspects_of([]) == {}


def test_aspects_as_people_call_them() -> None:
    assert resolve_aspects(["the ending", "soundtrack", "acting", "boredom", "the vibe"]) == (
        ("ending", "music", "acting", "pace"),
        ("the vibe",),
    )


def test_a_reading_survives_its_json() -> None:
    (reading,) = toy_reader().read(["Superb acting. He dies at the end."])
    content = json.loads(json.dumps(reading.as_json()))
    back = Reading.from_json(content)
    assert back is not None
    assert back.opinions == reading.opinions
    assert [each.span for each in back.sentences] == [each.span for each in reading.sentences]
    assert Reading.from_json({**content, "v": -1}) is None
    assert Reading.from_json(None) is None


def test_other_languages_are_not_guessed_at() -> None:
    (reading,) = toy_reader().read(["Una película muy buena que no se puede perder por nada del mundo"])
    assert reading == Reading("es", None)


def test_empty_texts_say_nothing() -> None:
    assert toy_reader().read([""]) == [Reading("en", None)]
    assert toy_reader().read([]) == []


@pytest.mark.parametrize(
    ("sentence", "level"),
    [
        ("The acting is superb.", 0),
        ("Then he escapes from the prison.", 1),
        ("It turns out that the butler is his brother.", 2),
        ("He dies in her arms.", 2),
        ("There are no spoilers here.", 0),
    ],
)
def test_spoilers(sentence: str, level: int) -> None:
    assert spoiler_levels([sentence]) == [level]


def test_after_a_warning_the_rest_is_a_spoiler() -> None:
    assert spoiler_levels(["Nice.", "SPOILERS ahead.", "Nice too."]) == [0, 2, 2]
