import pytest

from data.languages import LANGUAGE_WORDS, language_name, resolve_language
from data.pack import StarterPack


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("french", "fr"),
        ("Français", "fr"),
        ("francés", "fr"),
        ("Französisch", "fr"),
        ("fr", "fr"),
        ("the French language", None),
        ("French language", "fr"),
        ("Mandarin", "zh"),
        ("cantonese", "zh"),
        ("farsi", "fa"),
        ("klingon", None),
        ("", None),
    ],
)
def test_resolve_language(text: str, code: str | None) -> None:
    assert resolve_language(text) == code


def test_language_name() -> None:
    assert language_name("fr") == "French"
    assert language_name("ZH") == "Chinese"
    assert language_name("qq") == "qq"


def test_short_codes_are_no_words_of_a_language() -> None:
    assert "french" in LANGUAGE_WORDS
    assert "no" not in LANGUAGE_WORDS


def test_every_language_of_the_pack_has_a_name(starter: StarterPack) -> None:
    codes = {film.language for film in starter.catalogue.films if film.language}
    assert sorted(code for code in codes if language_name(code) == code) == []
