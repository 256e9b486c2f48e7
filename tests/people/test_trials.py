"""A trial from its definition to its report, with people who talk."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from adapters.cli.experiments import report_of
from memory.trials import Trials
from recsys.trials.definitions import Arm, Experiment
from recsys.tuning import Tuning
from tests.people.conftest import Company
from tools.registry import build_tools

WIDER = Experiment(
    name="variety",
    question="Does more variety make people save more?",
    outcome="saved",
    arms=(Arm(name="as-it-is"), Arm(name="wider", settings=Tuning(relevance_share=0.0))),
)


@pytest.fixture
def company(company: Company) -> Company:
    services = replace(company.services, experiments=(WIDER,))
    company.agent._parts = replace(company.agent._parts, tools=build_tools(services))
    return company


async def test_people_are_answered_by_their_arm_and_counted_once(company: Company) -> None:
    lists: dict[str, set[tuple[str, ...]]] = {"as-it-is": set(), "wider": set()}
    for place in range(8):
        user = f"user{place}"
        arm = WIDER.arm_of(await company.id_of(user))
        assert arm
        lists[arm.name].add((await company.say(user, "recommend me something")).films)
        await company.say(user, "add Heat to my watchlist")
    assert [len(each) for each in lists.values()] == [1, 1]
    assert lists["as-it-is"] != lists["wider"]
    found = await report_of(WIDER, Trials(company.database), datetime.now(UTC) + timedelta(days=4))
    assert sum(arm["people"] for arm in found["arms"]) == 8
    assert found["turns"] == 8
    assert found["compared"][0]["verdict"] == "open"


async def test_who_wants_no_trials_private_or_paused_is_in_none(company: Company) -> None:
    users = [f"user{place}" for place in range(4)]
    everyday = (await company.say(users[0], "recommend me something")).films
    for user in users:
        assert "in no trial" in (await company.say(user, "leave me out of experiments")).text
    assert "already" in (await company.say(users[0], "opt out of trials")).text
    lists = {(await company.say(user, "recommend me something", thread="new")).films for user in users}
    assert len(lists) == 1
    assert "turns in trials of settings" not in await company.kept(users[0])
    assert "take part" in (await company.say(users[0], "take part in trials")).text
    assert (await company.say(users[0], "recommend me something", thread="third")).films == everyday
    await company.say(users[1], "take part in trials")
    await company.say(users[1], "pause personalisation")
    assert (await company.say(users[1], "recommend me something", thread="third")).films
    await company.say("eve", "private mode")
    await company.say("eve", "recommend me something")
    part = await Trials(company.database).part("variety", "saved", WIDER.window)
    assert {one.person_id for one in part.subjects} == {await company.id_of(users[0])}
