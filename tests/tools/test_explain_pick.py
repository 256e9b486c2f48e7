from dataclasses import replace

import pytest

from data.errors import BadInput
from memory.threads import CompletedTurn
from tools.arguments import ExplainPick, RecommendFilms
from tools.base import Caller
from tools.explain_pick import explain_pick
from tools.impressions import to_impression
from tools.recommend_films import recommend_films
from tools.results import Explanation, Picks, UnknownFilm
from tools.services import Services


async def test_a_film_shown_is_explained_by_the_reasons_of_then(
    ana: Caller, luis: Caller, services: Services
) -> None:
    found = await recommend_films(RecommendFilms(like=("Heat",)), ana, services)
    assert isinstance(found, Picks)
    pick = found.picks[0]
    impressions = [to_impression(shown, services.catalogue) for shown in found.picks]
    turn = CompletedTurn("like Heat", "…", "planner", "planner", impressions=impressions)
    await services.threads.record_turn(ana.thread_id, turn)
    await services.library.rate(ana.person_id, "amelie", 5)  # what came after changes nothing

    explained = await explain_pick(ExplainPick(title=pick.film.title), ana, services)
    assert isinstance(explained, Explanation)
    assert explained.was_shown
    assert explained.pick == pick
    for_another = await explain_pick(ExplainPick(title=pick.film.title), luis, services)
    assert isinstance(for_another, Explanation)
    assert not for_another.was_shown


async def test_a_film_never_shown_is_explained_as_it_would_stand(ana: Caller, services: Services) -> None:
    await services.library.rate(ana.person_id, "heat", 5)
    explained = await explain_pick(ExplainPick(title="thief"), ana, services)
    assert isinstance(explained, Explanation)
    assert not explained.was_shown
    assert explained.pick.recommendation.reasons[0].films == (services.catalogue.index("heat"),)


async def test_without_a_title_the_film_shown_last_is_meant(ana: Caller, services: Services) -> None:
    shown = replace(ana, recently_shown=("ronin", "heat"))
    explained = await explain_pick(ExplainPick(), shown, services)
    assert isinstance(explained, Explanation)
    assert explained.pick.film.id == "ronin"
    with pytest.raises(BadInput, match="not suggested"):
        await explain_pick(ExplainPick(), ana, services)


async def test_an_unknown_film_is_said(ana: Caller, services: Services) -> None:
    assert isinstance(await explain_pick(ExplainPick(title="Xyzzyplugh"), ana, services), UnknownFilm)
