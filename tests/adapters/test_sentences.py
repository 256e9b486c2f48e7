import string
from collections.abc import Mapping

import pytest

from adapters.account.sentences import SENTENCES as OF_ACCOUNTS
from adapters.discord.texts.for_moderators import SENTENCES as FOR_MODERATORS
from adapters.discord.texts.sentences import SENTENCES as OF_DISCORD
from adapters.messaging.sentences import SENTENCES as OF_BOTH


def slots(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


@pytest.mark.parametrize(
    "told",
    [OF_ACCOUNTS, OF_BOTH, OF_DISCORD, FOR_MODERATORS],
    ids=["accounts", "both", "discord", "moderators"],
)
def test_every_language_says_everything_with_the_same_slots(told: Mapping[str, Mapping[str, str]]) -> None:
    english = told["en"]
    assert set(told) == {"en", "es", "fr", "de"}
    for sentences in told.values():
        assert sentences.keys() == english.keys()
        for key, text in sentences.items():
            assert slots(text) == slots(english[key]), key
            assert len(text) < 700
