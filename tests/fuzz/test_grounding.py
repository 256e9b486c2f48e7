"""Whatever a model writes, no film comes through that it was not given."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agent.facts import Facts
from agent.grounding import Ungrounded, one_word_titles, vouch
from data.catalogue import Catalogue
from data.films import Film
from tests.fuzz.cases import ANYTHING, cases

BOLD = re.compile(r"\*\*(.+?)\*\*")
TALK = st.sampled_from(
    [
        "You will love",
        "It is tense, like",
        "I would start with",
        "Both",
        "and",
        "[f1]",
        "[f2]",
        "[f9]",
        ", then",
    ]
)
NAME = re.compile(r"[A-Z][a-z]+(?: [A-Z][a-z]+)+")
"""A title that nothing but its capitals tells: of two words and more."""


@pytest.fixture(scope="module")
def single(catalogue: Catalogue) -> frozenset[str]:
    return one_word_titles(film.title for film in catalogue.films)


@cases
@given(data=st.data())
def test_only_films_of_the_facts_are_named(
    single: frozenset[str], films: st.SearchStrategy[Film], data: st.DataObject
) -> None:
    known = tuple(data.draw(st.lists(films, min_size=2, max_size=3, unique_by=lambda film: film.id)))
    titles = films.map(lambda film: film.title)
    pieces = data.draw(st.lists(st.one_of(TALK, titles, ANYTHING), min_size=1, max_size=6))
    facts = Facts("something for tonight", ("[f1] a thriller",), known, len(known))
    try:
        shown = vouch(" ".join(pieces), facts, single)
    except Ungrounded:
        return
    assert {*BOLD.findall(shown)} <= {film.label for film in known}
    assert not [piece for piece in pieces[1:] if NAME.fullmatch(piece)]
