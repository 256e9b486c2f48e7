from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.catalogue import Catalogue
from data.films import Film
from data.people import PeopleIndex
from tools.preference_rules import read_rule
from tools.rule import Rule

SMALL = Catalogue([Film("1", "Heat", 1995, directors=("Michael Mann",), keywords=("heist", "kids"))])
SMALL_PEOPLE = PeopleIndex(SMALL)
MUSIC = {"exclude_genres": ["Music"]}
HORROR = {"exclude_genres": ["Horror"]}

RULES: dict[str, dict[str, Any]] = {
    "I can't stand musicals": MUSIC,
    "I can’t stand musicals": MUSIC,
    "musicals are not for me": MUSIC,
    "anything but musicals": MUSIC,
    "I'm really not a fan of musicals": MUSIC,
    "no horror please, ever": HORROR,
    "horror scares me": HORROR,
    "I don't want to see anything scary": HORROR,
    "never recommend me horror again": HORROR,
    "I hate horror, westerns and war films": {"exclude_genres": ["Horror", "Western", "War"]},
    "I love thrillers but no horror": {"like_genres": ["Thriller"], **HORROR},
    "I love westerns, horror scares me": {"like_genres": ["Western"], **HORROR},
    "I never want to see romcoms": {"exclude_blends": [["Comedy", "Romance"]], "themes_avoided": ["romcoms"]},
    "I hate Adam Sandler": {"exclude_people": ["Adam Sandler"]},
    "nothing with Tom Cruise or Adam Sandler": {"exclude_people": ["Tom Cruise", "Adam Sandler"]},
    "No zombies, please": {"exclude_keywords": ["zombie"], "themes_avoided": ["zombies"]},
    "nothing violent": {"exclude_keywords": ["violence"], "themes_avoided": ["violent"]},
    "my kids watch with me": {"family_safe": True},
    "I watch with my daughter": {"family_safe": True},
    "family friendly only": {"family_safe": True},
    "My kid watches with me on Sundays": {"family_safe": True, "weekdays": [6]},
    "we watch films as a family at weekends": {"family_safe": True, "weekdays": [5, 6]},
    "nothing over two hours": {"max_runtime": 120},
    "nothing longer than 2h30": {"max_runtime": 150},
    "I fall asleep after 2 hours so never give me anything longer than that": {"max_runtime": 120},
    "I prefer films under an hour and a half": {"max_runtime": 90},
    "max two hours on weeknights": {"max_runtime": 120, "weekdays": [0, 1, 2, 3, 4]},
    "no more than 100 minutes": {"max_runtime": 100},
    "I don't like long films": {"max_runtime": 120},
    "nothing before 1980": {"min_year": 1980},
    "no films from before the 60s": {"min_year": 1960},
    "no old movies": {"min_year": 1980},
    "only films from the 90s": {"min_year": 1990, "max_year": 1999},
    "only films after 2000": {"min_year": 2001},
    "only French films please": {"languages": ["fr"]},
    "no French films": {"exclude_languages": ["fr"], "themes_avoided": ["French"]},
    "I hate subtitles": {"languages": ["en"]},
    "I only watch documentaries": {"genres": ["Documentary"]},
    "I love heist films": {"like_keywords": ["heist"]},
    "I can't stand jump scares": {**HORROR, "themes_avoided": ["jump scares"]},
    "I always get sick from violence": {"exclude_keywords": ["violence"], "themes_avoided": ["violence"]},
    "I usually watch with my 6 year old": {"family_safe": True},
    "no soporto las películas de terror": HORROR,
    "odio los musicales": MUSIC,
    "mis hijos ven películas conmigo los domingos": {"family_safe": True, "weekdays": [6]},
    "je déteste les comédies musicales": MUSIC,
    "je ne supporte pas l'horreur": HORROR,
    "le dimanche je regarde des films avec ma fille": {"family_safe": True, "weekdays": [6]},
    "hasse ich Horrorfilme": HORROR,
    "Musicals kann ich nicht ausstehen": MUSIC,
    "mit meiner Tochter schaue ich sonntags immer Filme": {"family_safe": True, "weekdays": [6]},
    "I hate family films": {"exclude_genres": ["Family"]},
}

NOTES = [
    "I'm vegan",
    "I have no kids",
    "I hate my job",
    "I don't mind subtitles",
    "I don't mind horror",
    "I love films over three hours",
    "I love slow films from the 70s",
    "my kids are asleep when I watch",
    "I live in Paris",
    "?!",
    "🦄" * 50,
]


@pytest.mark.parametrize(("said", "rule"), RULES.items())
def test_what_is_enforced(said: str, rule: dict[str, Any], catalogue: Catalogue, people: PeopleIndex) -> None:
    assert read_rule(said, catalogue, people).stored() == rule


@pytest.mark.parametrize("said", NOTES)
def test_a_note_enforces_nothing(said: str, catalogue: Catalogue, people: PeopleIndex) -> None:
    assert read_rule(said, catalogue, people) == Rule()


@pytest.mark.parametrize("said", RULES)
def test_a_rule_survives_its_storage(said: str, catalogue: Catalogue, people: PeopleIndex) -> None:
    rule = read_rule(said, catalogue, people)
    assert Rule.load(rule.stored()) == rule


def test_a_rule_of_a_newer_program_is_read_as_far_as_it_goes() -> None:
    assert Rule.load({"exclude_genres": ["Horror"], "exclude_moods": ["sad"]}) == Rule(
        exclude_genres=("Horror",)
    )


PHRASES = [
    *RULES,
    *NOTES,
    "but",
    "and",
    ",",
    "no",
    "only",
    "I can't",
    "two hours",
    "my kids",
    "90s",
    "'",
    "ß",
    "İ",
]


@settings(max_examples=200, deadline=None)
@given(st.lists(st.sampled_from(PHRASES) | st.text(max_size=20), max_size=12).map(" ".join))
def test_anything_at_all_can_be_said(said: str) -> None:
    rule = read_rule(said[:500], SMALL, SMALL_PEOPLE)
    assert Rule.load(rule.stored()) == rule
    assert all(0 <= day <= 6 for day in rule.weekdays)
