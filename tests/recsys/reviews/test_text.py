import pytest

from recsys.reviews.text import CHARACTERS, clean, decode


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        ("Great.<br /><br />Really.", "Great.\nReally."),
        ("<script>alert(1)</script>Fine &amp; dandy", "Fine & dandy"),
        ("<b>Bold</b> <img src=x onerror=y> words", "Bold words"),
        ("I <3 it, 5 < 6", "I <3 it, 5 < 6"),
        ("zero\u200bwidth \u202eturned\u202c\x00", "zerowidth turned"),
        ("donâ€™t miss the cafÃ©", "don’t miss the café"),
        ("Ã la carte", "Ã la carte"),
        ("  a \t b \r\n\r\n c ", "a b\nc"),
        ("", ""),
    ],
)
def test_the_words_alone(text: str, cleaned: str) -> None:
    assert clean(text) == cleaned


def test_a_flood_is_cut() -> None:
    assert len(clean("word " * 250_000)) <= CHARACTERS
    assert len(clean("<" * 1_000_000)) <= CHARACTERS
    assert clean("<p " * 300_000).count("<") < CHARACTERS


def test_bytes_that_are_no_utf8_are_read_all_the_same() -> None:
    assert decode("caf\u00e9".encode()) == ("café", True)
    assert decode("\ufeffcafé".encode()) == ("café", True)
    assert decode("caf\u00e9".encode("cp1252")) == ("café", False)
