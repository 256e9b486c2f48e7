"""The real catalogue and what reads people's words against it."""

from collections.abc import Sequence
from typing import TypeVar

import pytest
from hypothesis import strategies as st

from agent.planner import Planner
from data.catalogue import Catalogue
from data.films import Film
from data.pack import StarterPack
from data.people import PeopleIndex
from data.titles import TitleIndex
from tests.fuzz.cases import ANYTHING, PHRASES, SIGNS

T = TypeVar("T")


def one_of_many(values: Sequence[T]) -> st.SearchStrategy[T]:
    """As `st.sampled_from`, which hashes all of them for each."""
    return st.integers(0, len(values) - 1).map(values.__getitem__)


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    return StarterPack.load().catalogue


@pytest.fixture(scope="session")
def titles(catalogue: Catalogue) -> TitleIndex:
    return TitleIndex(catalogue)


@pytest.fixture(scope="session")
def planner(catalogue: Catalogue, titles: TitleIndex) -> Planner:
    return Planner(catalogue, titles, PeopleIndex(catalogue))


@pytest.fixture(scope="session")
def films(catalogue: Catalogue) -> st.SearchStrategy[Film]:
    """Films of the catalogue."""
    return one_of_many(catalogue.films)


@pytest.fixture(scope="session")
def messages(catalogue: Catalogue) -> st.SearchStrategy[str]:
    """What people may write: phrases, titles and names in any order, and anything else."""
    named = one_of_many([film.title for film in catalogue.films])
    people = one_of_many(sorted(catalogue.people))
    either = st.one_of(PHRASES, PHRASES, named, named.map(str.lower), people, ANYTHING)
    return st.lists(st.tuples(either, SIGNS), min_size=1, max_size=8).map(
        lambda pieces: "".join(piece for pair in pieces for piece in pair)
    )
