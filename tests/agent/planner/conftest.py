"""The planner on the real starter pack."""

from datetime import date

import pytest

from agent.planner import Planner
from data.catalogue import Catalogue
from data.pack import StarterPack
from data.people import PeopleIndex
from data.titles import TitleIndex

TODAY = date(2026, 11, 23)


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    return StarterPack.load().catalogue


@pytest.fixture(scope="session")
def planner(catalogue: Catalogue) -> Planner:
    return Planner(catalogue, TitleIndex(catalogue), PeopleIndex(catalogue), clock=lambda: TODAY)
