"""The wishes of a search, shown one by one and taken back by button or cleared."""

import random

import pytest

from agent.asking import asked_about
from agent.events import Choices
from agent.standing import wishes_of
from agent.wording.phrasebook import LANGUAGES, Phrasebook
from agent.wording.words import Words
from memory.database import Database
from recsys.types import Constraints
from tests.agent.house import House, ScriptedTool, build, call, decide, only, pick, text_of
from tests.support.films import CATALOGUE
from tools.arguments import RecommendFilms
from tools.results import Picks

REQUEST = RecommendFilms(
    like=("tt0113277",),
    genres=("comedy",),
    exclude_genres=("Horror", "War"),
    people=("Robert De Niro",),
    exclude_people=("Al Pacino",),
    keywords=("dogs",),
    mood="tense, dark",
    company="friends",
    min_year=1980,
    max_year=1989,
    max_runtime=100,
    languages=("French", "de"),
    from_watchlist=True,
    include_seen=True,
)


@pytest.mark.parametrize("language", sorted(LANGUAGES))
def test_every_wish_has_words_of_its_own_and_a_code(language: str) -> None:
    words = Words(Phrasebook(language, random.Random(1)), CATALOGUE.films)
    found = wishes_of(REQUEST, words, CATALOGUE)
    assert len({wish.said for wish in found}) == len({wish.code for wish in found}) == len(found) == 16


def test_a_wish_is_worded_as_replies_word_it() -> None:
    words = Words(Phrasebook("en", random.Random(1)), CATALOGUE.films)
    said = [wish.said for wish in wishes_of(REQUEST, words, CATALOGUE)]
    assert said[:4] == ["like Heat (1995)", "tense", "dark", "dogs"]
    assert {"from the 1980s", "up to 100 min", "in French", "no war", "without Al Pacino"} <= set(said)


@pytest.fixture
def house(database: Database) -> tuple[House, ScriptedTool]:
    bounds = Constraints(exclude_genres=("Horror",), max_runtime=100)
    tool = ScriptedTool([Picks((pick("tt0113277"),), mood="tense", constraints=bounds)])
    asked = call(tool="recommend_films", mood="tense", max_runtime=100, exclude_genres=["Horror"])
    return build(database, plans={"tense": decide(asked)}, tools={"recommend_films": tool}), tool


async def test_a_search_can_be_changed_by_buttons(house: tuple[House, ScriptedTool]) -> None:
    home, tool = house
    (offered,) = only(Choices, await home.say("tense"))
    assert [choice.id for choice in offered.choices] == ["change"]
    events = await home.press("change")
    assert "tense, up to 100 min, no horror" in text_of(events)
    (wishes,) = only(Choices, events)
    assert [choice.label for choice in wishes.choices][-2:] == ["Drop “no horror”", "Start over"]
    await home.press(wishes.choices[-2].id)
    assert tool.made[-1][0] == RecommendFilms(mood="tense", max_runtime=100)
    assert "no longer" in text_of(await home.press(wishes.choices[-2].id))


async def test_it_can_be_asked_about_and_cleared_in_words(house: tuple[House, ScriptedTool]) -> None:
    home, tool = house
    assert "not looking for anything" in text_of(await home.say("what are we looking for?"))
    await home.say("tense")
    assert "no horror" in text_of(await home.say("what are we looking for?"))
    made = len(tool.made)
    await home.say("start over")
    assert "not looking for anything" in text_of(await home.say("change"))
    assert len(tool.made) == made


async def test_a_search_is_given_up_for_another_but_not_for_a_thank_you(
    house: tuple[House, ScriptedTool],
) -> None:
    home, tool = house
    await home.say("tense")
    await home.say("never mind, who made it?")
    assert "no horror" in text_of(await home.say("change"))
    await home.say("scrap that. tense")
    assert tool.made[-1][0] == RecommendFilms(mood="tense", max_runtime=100, exclude_genres=("Horror",))
    assert len(tool.made) == 2


async def test_a_wish_taken_back_stays_away_when_more_is_said(house: tuple[House, ScriptedTool]) -> None:
    home, _ = house
    await home.say("tense")
    await home.say("forget the horror thing, who made it?")  # the rest is not understood, the wish is gone
    assert "no horror" not in text_of(await home.say("change"))


@pytest.mark.parametrize(
    ("said", "about"),
    [
        ("Change", ("shown", "")),
        ("what are we looking for?", ("shown", "")),
        ("was suchen wir gerade?", ("shown", "")),
        ("new search: a comedy, please", ("cleared", "a comedy, please")),
        ("empecemos de nuevo", ("cleared", "")),
        ("scrap that. cartoons for the kids", ("given_up", "cartoons for the kids")),
        ("ok different idea: westerns", ("given_up", "westerns")),
        (
            "ok now forget the desert, totally different: a western",
            ("given_up", "totally different: a western"),
        ),
        ("forget the desert thing, make it funny", None),
        ("scrap that", None),
        ("change my mind", None),
        ("start with the first", None),
    ],
)
def test_what_is_about_the_search(said: str, about: tuple[str, str] | None) -> None:
    assert asked_about(said) == about
