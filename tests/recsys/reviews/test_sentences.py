import pytest

from recsys.reviews.sentences import SENTENCE_LIMIT, clauses, sentences


def said(text: str) -> list[str]:
    return [span.of(text) for span in sentences(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Good. Bad! Why? Because.", ["Good.", "Bad!", "Why?", "Because."]),
        ("Mr. Smith met Dr. No. They fought.", ["Mr. Smith met Dr. No.", "They fought."]),
        ("J. J. Abrams directs. Well, too.", ["J. J. Abrams directs.", "Well, too."]),
        ('He said "No." She left.', ['He said "No."', "She left."]),
        ("It drags... and drags.", ["It drags... and drags."]),
        ("no full stop\nnext line", ["no full stop", "next line"]),
        ("", []),
        ("   ", []),
    ],
)
def test_sentences(text: str, expected: list[str]) -> None:
    assert said(text) == expected


def test_text_without_full_stops_is_cut() -> None:
    pieces = said("word " * 1000)
    assert max(map(len, pieces)) <= SENTENCE_LIMIT
    assert " ".join(pieces).split() == ["word"] * 1000
    assert "".join(said("x" * 1000)) == "x" * 1000


def test_a_sentence_falls_apart_where_it_turns() -> None:
    text = "Thin plot but superb acting, although the end drags."
    (sentence,) = sentences(text)
    assert [span.of(text) for span in clauses(text, sentence)] == [
        "Thin plot",
        "superb acting",
        "the end drags.",
    ]
    whole = "But it is fine."
    assert [span.of(whole) for span in clauses(whole, sentences(whole)[0])] == [whole]
