"""The pack that comes with the program, and what is made from it, once for all tests."""

import pytest

from data.pack import StarterPack
from data.people import PeopleIndex
from data.titles import TitleIndex


@pytest.fixture(scope="session")
def starter() -> StarterPack:
    return StarterPack.load()


@pytest.fixture(scope="session")
def titles(starter: StarterPack) -> TitleIndex:
    return TitleIndex(starter.catalogue)


@pytest.fixture(scope="session")
def people(starter: StarterPack) -> PeopleIndex:
    return PeopleIndex(starter.catalogue)
