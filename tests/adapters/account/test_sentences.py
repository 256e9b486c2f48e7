import string

from adapters.account.sentences import SENTENCES


def slots(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def test_every_language_says_everything_with_the_same_slots() -> None:
    english = SENTENCES["en"]
    assert set(SENTENCES) == {"en", "es", "fr", "de"}
    for sentences in SENTENCES.values():
        assert sentences.keys() == english.keys()
        for key, text in sentences.items():
            assert slots(text) == slots(english[key]), key
            assert len(text) < 700
