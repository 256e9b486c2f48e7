from dataclasses import replace

import pytest

from agent.actions import Action
from agent.focus import Focus
from agent.pressing import pressed
from memory.people import People
from tools.arguments import Forget, Remember
from tools.base import Caller
from tools.forget import forget
from tools.remember import remember
from tools.results import ConfirmForget, Forgotten, NothingToForget, WhichFilm
from tools.services import Services


async def tell(caller: Caller, services: Services, *wishes: str) -> None:
    for wish in wishes:
        await remember(Remember(preference=wish), caller, services)


async def kept(caller: Caller, services: Services) -> list[str]:
    return [wish.text for wish in await services.preferences.all(caller.person_id)]


async def test_what_is_enforced_is_said(ana: Caller, services: Services) -> None:
    done = await remember(Remember(preference="I can't stand musicals or zombies"), ana, services)
    assert done.text == "I can't stand musicals or zombies"
    assert done.constraints.exclude_genres == ("Music",)
    assert done.themes_avoided == ("zombies",)
    assert not done.already_known
    assert (
        await remember(Remember(preference="i can't stand musicals or zombies"), ana, services)
    ).already_known


async def test_a_mere_note_enforces_nothing(ana: Caller, services: Services) -> None:
    done = await remember(Remember(preference="I'm vegan"), ana, services)
    assert done.constraints == type(done.constraints)()
    assert await kept(ana, services) == ["I'm vegan"]


@pytest.mark.parametrize(
    "what",
    [
        "I hate musicals",
        "that I hate musicals",
        "the musicals thing",
        "my preference about musicals",
        "musicals",
    ],
)
async def test_a_preference_is_forgotten_by_what_it_is_about(
    ana: Caller, services: Services, what: str
) -> None:
    await tell(ana, services, "I hate musicals", "nothing over two hours", "I'm vegan")
    done = await forget(Forget(what=what), ana, services)
    assert isinstance(done, Forgotten)
    assert done.preferences == ("I hate musicals",)
    assert await kept(ana, services) == ["nothing over two hours", "I'm vegan"]


async def test_that_is_the_preference_told_last(ana: Caller, services: Services) -> None:
    await tell(ana, services, "I'm vegan", "I hate musicals")
    done = await forget(Forget(what="that"), ana, services)
    assert done == Forgotten(preferences=("I hate musicals",))


async def test_all_preferences_can_go_at_once(ana: Caller, services: Services) -> None:
    await tell(ana, services, "I hate musicals", "I'm vegan")
    done = await forget(Forget(what="all my preferences"), ana, services)
    assert done == Forgotten(preferences=("I hate musicals", "I'm vegan"))


async def test_a_film_is_taken_out_of_the_library(ana: Caller, luis: Caller, services: Services) -> None:
    await services.library.rate(ana.person_id, "heat", 4)
    await services.library.rate(luis.person_id, "heat", 2)
    done = await forget(Forget(what="Heat"), ana, services)
    assert isinstance(done, Forgotten)
    assert [film.id for film in done.films] == ["heat"]
    assert (await services.library.row(ana.person_id, "heat")).is_empty
    assert (await services.library.row(luis.person_id, "heat")).rating == 2


async def test_of_films_of_one_title_only_ones_own_count(ana: Caller, services: Services) -> None:
    await services.library.save(ana.person_id, "the-thing-2011")
    done = await forget(Forget(what="The Thing"), ana, services)
    assert isinstance(done, Forgotten)
    assert done.films[0].year == 2011
    for film in ("the-thing-2011", "the-thing-1982"):
        await services.library.save(ana.person_id, film)
    assert isinstance(await forget(Forget(what="The Thing"), ana, services), WhichFilm)


@pytest.mark.parametrize("what", ["Heat", "the weather", "it", "that I like cheese"])
async def test_what_is_not_kept_cannot_be_forgotten(ana: Caller, services: Services, what: str) -> None:
    await tell(ana, services, "I hate musicals")
    assert await forget(Forget(what=what), ana, services) == NothingToForget(what)
    assert await kept(ana, services) == ["I hate musicals"]


@pytest.mark.parametrize(
    "what",
    ["everything", "Everything!", "everything you know about me", "me", "all my data", "everything about me"],
)
async def test_everything_goes_only_once_confirmed(
    ana: Caller, luis: Caller, services: Services, what: str
) -> None:
    for caller in (ana, luis):
        await tell(caller, services, "I hate musicals")
        await services.library.rate(caller.person_id, "heat", 4)
    asked = await forget(Forget(what=what), ana, services)
    assert isinstance(asked, ConfirmForget)
    assert dict(asked.counts)["preferences"] == 1
    assert await kept(ana, services) == ["I hate musicals"]

    done = await forget(Forget(what=what), replace(ana, confirmed=True), services)
    assert done == Forgotten(everything=True)
    assert await services.privacy.counts(ana.person_id) == {}
    assert await kept(luis, services) == ["I hate musicals"]


async def test_the_forgotten_come_back_as_strangers(ana: Caller, services: Services) -> None:
    await forget(Forget(what="everything"), replace(ana, confirmed=True), services)
    people = People(services.library._database)
    assert (await people.resolve("cli", "ana")).id != ana.person_id


async def test_one_preference_goes_by_its_number_and_only_ones_own(
    ana: Caller, luis: Caller, services: Services
) -> None:
    await tell(ana, services, "I hate musicals", "I'm vegan")
    first, _ = await services.preferences.all(ana.person_id)
    code = Action("unlearn", str(first.id)).encode()
    (call,) = pressed(Action.decode(code), Focus()).calls
    assert isinstance(call.arguments, Forget)
    assert isinstance(await forget(call.arguments, luis, services), NothingToForget)
    assert await forget(call.arguments, ana, services) == Forgotten(preferences=("I hate musicals",))
    assert await kept(ana, services) == ["I'm vegan"]
    assert isinstance(await forget(call.arguments, ana, services), NothingToForget)
