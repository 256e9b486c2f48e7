import pytest

from recsys.looks.glossary import in_english


@pytest.mark.parametrize(
    ("said", "english"),
    [
        ("en noir et blanc", "black and white"),
        ("Schwarz-Weiß", "black and white"),
        ("muy oscuro", "dark"),
        ("hell und minimalistisch", "bright minimal"),
        ("azul helado", "blue icy blue"),
        ("la ciudad de noche", "city night"),
        ("Wüste", "desert"),
        ("una película del oeste", "western with cowboys"),
        ("películas que se parezcan a esta imagen", "like this picture"),
        ("des films qui ressemblent à cette image", "films like this picture"),
        ("Filme, die aussehen wie dieses Bild", ", like this picture"),
    ],
)
def test_words_of_looks_are_put_into_english(said: str, english: str) -> None:
    assert in_english(said) == english


@pytest.mark.parametrize(
    "said",
    ["a vision of hell", "i want to see the sea", "la la land colours", "roses", "noir", "die hard", ""],
)
def test_english_stays_as_it_is(said: str) -> None:
    assert in_english(said) == said
