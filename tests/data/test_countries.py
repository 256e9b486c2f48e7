import pytest

from data.countries import LANGUAGES_OF


@pytest.mark.parametrize(
    ("country", "languages"),
    [
        ("japan", ("ja",)),
        ("corea", ("ko",)),
        ("frankreich", ("fr",)),
        ("suisse", ("de", "fr")),
        ("brasile", ("pt",)),
        ("norway", ("no",)),
        ("india", ("hi",)),
        ("england", ("en",)),
        ("soviet union", ("ru",)),
    ],
)
def test_countries_by_their_names_in_six_languages(country: str, languages: tuple[str, ...]) -> None:
    assert LANGUAGES_OF[country] == languages


def test_where_english_is_one_of_several_tongues_nothing_is_told() -> None:
    assert not {"canada", "australia", "nigeria", "irland"} & LANGUAGES_OF.keys()
