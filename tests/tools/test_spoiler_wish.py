import pytest

from tools.spoiler_wish import spoiler_wish


@pytest.mark.parametrize(
    ("said", "level"),
    [
        ("I don't mind spoilers", "full"),
        ("spoilers never bothered me", "full"),
        ("any spoilers are fine by me", "full"),
        ("spoil it, I don't care", "full"),
        ("tell me how it ends", "full"),
        ("avec spoilers ça me va", "full"),
        ("mild spoilers are fine", "mild"),
        ("small spoilers don't bother me", "mild"),
        ("spoilers are ok but not the ending", "mild"),
        ("kleine Spoiler sind ok", "mild"),
        ("spoilers: mild", "mild"),
        ("no spoilers please", "none"),
        ("any spoilers? no thanks", "none"),
        ("spoilers? no problem, they are fine with me", None),
        ("I'm not a fan of spoilers", "none"),
        ("never spoil the ending for me", "none"),
        ("don't tell me how it ends", "none"),
        ("please don't include spoilers", "none"),
        ("not even mild spoilers", "none"),
        ("spoiler-free", "none"),
        ("ohne Spoiler bitte", "none"),
        ("nichts verraten", "none"),
        ("sin spoilers", "none"),
        ("I can't stand musicals", None),
        ("give me something light", None),
    ],
)
def test_levels_in_words(said: str, level: str | None) -> None:
    assert spoiler_wish(said) == level
