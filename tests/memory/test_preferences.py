from memory.database import Database
from memory.preferences import Preferences


async def test_the_same_words_again_are_one_preference_with_the_newest_rule(
    database: Database, ana: int
) -> None:
    preferences = Preferences(database)
    first, created = await preferences.add(ana, "I can't stand  musicals", {})
    assert created
    again, created = await preferences.add(ana, "i CAN'T stand musicals", {"exclude_genres": ["Music"]})
    assert not created
    assert again.id == first.id
    assert [(p.text, p.rule) for p in await preferences.all(ana)] == [
        ("I can't stand musicals", {"exclude_genres": ["Music"]})
    ]


async def test_nobody_reads_or_removes_anothers(database: Database, ana: int, luis: int) -> None:
    preferences = Preferences(database)
    kept, _ = await preferences.add(ana, "no horror", {"exclude_genres": ["Horror"]})
    assert await preferences.all(luis) == []
    assert not await preferences.remove(luis, kept.id)
    assert await preferences.remove(ana, kept.id)
    assert not await preferences.remove(ana, kept.id)
    assert await preferences.all(ana) == []
