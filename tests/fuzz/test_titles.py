"""Titles, however they are written."""

from hypothesis import given
from hypothesis import strategies as st

from data.catalogue import Catalogue
from data.films import Film
from data.titles import TitleIndex
from tests.fuzz.cases import cases

WAYS = st.sampled_from(
    [str, str.lower, str.upper, str.title, lambda title: f"  {title}!", lambda title: f'"{title}"']
)


@cases
@given(data=st.data())
def test_a_title_and_its_year_is_that_film_however_it_is_written(
    titles: TitleIndex, films: st.SearchStrategy[Film], data: st.DataObject
) -> None:
    film, way = data.draw(films), data.draw(WAYS)
    found = titles.resolve(way(film.title), year=film.year)
    possible = found.choices if found.film is None else (found.film,)
    assert film in possible or {(one.title, one.year) for one in possible} == {(film.title, film.year)}


@cases
@given(data=st.data())
def test_whatever_is_written_only_films_that_exist_are_found(
    titles: TitleIndex, catalogue: Catalogue, messages: st.SearchStrategy[str], data: st.DataObject
) -> None:
    text = data.draw(messages)
    found = titles.resolve(text)
    assert (found.film is not None) + bool(found.choices) <= 1
    for film in (*([found.film] if found.film else []), *found.choices, *titles.complete(text)):
        assert catalogue.get(film.id) is film
    for mention in titles.mentions(text):
        assert text[mention.start : mention.end] == mention.text
