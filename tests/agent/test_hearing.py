import pytest
from hypothesis import given
from hypothesis import strategies as st

from agent.hearing import TEXT_LIMIT, hear


@pytest.mark.parametrize(
    ("said", "heard"),
    [
        ("  something \t like  Heat ", "something like Heat"),
        ("one\r\n\r\ntwo", "one\ntwo"),
        ("He\x00a\x07t\x1b[31m", "Heat[31m"),
        ("Ame\u0301lie", "Am\u00e9lie"),
        ("a\u202eb\u2066c\ufeff", "abc"),
        ("\ud800 x", "x"),
        ("👩\u200d👧 night", "👩\u200d👧 night"),
        ("می\u200cخواهم", "می\u200cخواهم"),
    ],
)
def test_what_is_heard(said: str, heard: str) -> None:
    assert hear(said).text == heard


@pytest.mark.parametrize("said", ["", " ", "\n\n", "\x00\x01", "\u200b\u200d", "\ufeff"])
def test_nothing_is_heard(said: str) -> None:
    assert hear(said).text == ""


def test_a_long_message_is_cut_and_said_so() -> None:
    heard = hear("abcdefghi " * 2000)
    assert len(heard.text) <= TEXT_LIMIT
    assert heard.shortened
    assert not hear("x" * TEXT_LIMIT).shortened


def test_a_long_message_of_blanks_is_not_said_to_be_shortened() -> None:
    assert not hear("hi" + " " * 20_000).shortened


@given(st.text(max_size=300))
def test_whatever_is_said_can_be_written_down(said: str) -> None:
    heard = hear(said).text
    heard.encode()
    assert "\x00" not in heard
    assert hear(heard).text == heard
