import random

from agent.facts import facts_of
from agent.focus import AwaitingRating, Focus
from agent.prompts.context import situation
from agent.wording.phrasebook import Phrasebook
from agent.wording.words import Words
from recsys.types import Constraints, Reason
from tests.agent.house import call, pick
from tests.support.films import AMELIE, CATALOGUE, COLLATERAL, HEAT, RONIN
from tools.results import FilmFacts, LibraryEntry, LibraryUpdated, Picks, UnknownFilm

WORDS = Words(Phrasebook("en", random.Random(1)), CATALOGUE.films)


def test_films_found_come_as_handles_without_titles() -> None:
    found = Picks(
        (
            pick(COLLATERAL.id, Reason("because_of", films=(0,)), Reason("keyword", words=("night",))),
            pick(RONIN.id, Reason("popular")),
        ),
        like=(HEAT,),
        constraints=Constraints(max_runtime=125),
    )
    facts = facts_of("like heat", found, WORDS)
    assert facts is not None
    assert facts.lines[0] == "Looked for: like [f3], up to 125 min"
    assert facts.lines[1:] == (
        "Found: 2 films, among them",
        "[f1] 2004, crime thriller, night",
        "[f2] 1998, action crime",
    )
    assert facts.films == (COLLATERAL, RONIN, HEAT)
    assert not any("Collateral" in line or "Heat" in line for line in facts.lines)


def test_the_prompt_stays_small_whatever_was_found() -> None:
    found = Picks(tuple(pick(film.id, Reason("popular")) for film in CATALOGUE.films))
    facts = facts_of("x", found, WORDS)
    assert facts is not None
    assert len("\n".join(facts.lines)) < 400


def test_facts_of_one_film() -> None:
    facts = facts_of("who made it", FilmFacts(LibraryEntry(AMELIE), None, None), WORDS)
    assert facts is not None
    assert facts.lines == (
        "Facts: [f1] 2001, comedy romance, 122 minutes, directed by Jean-Pierre Jeunet, with Audrey Tautou",
    )


def test_what_is_said_of_one_film_must_come_from_its_facts() -> None:
    facts = facts_of("what is it about", FilmFacts(LibraryEntry(AMELIE), None, None), WORDS)
    assert facts is not None
    assert facts.unfaithful is not None
    assert not facts.unfaithful("Jean-Pierre Jeunet directed [f1].")
    assert not facts.unfaithful("[f1] runs 122 minutes.")
    assert facts.unfaithful("[f1] is about a girl who helps other people.")
    assert facts.unfaithful("It is a great film.")
    assert facts.unfaithful("Jean-Pierre Jeunet's [f1] shows a shy waitress who repairs strangers' lives.")


def test_code_alone_speaks_of_what_was_written_asked_or_not_found() -> None:
    entry = LibraryEntry(HEAT)
    for result in (LibraryUpdated("seen", entry, entry), UnknownFilm("x"), Picks(())):
        assert facts_of("x", result, WORDS) is None


def test_the_situation_of_a_conversation_in_a_few_lines() -> None:
    focus = (
        Focus()
        .asking(call(tool="recommend_films", like=[HEAT.id], max_runtime=120).arguments)  # type: ignore[arg-type]
        .showing([COLLATERAL.id, RONIN.id])
        .awaiting(AwaitingRating(film_id=HEAT.id))
    )
    assert situation(focus, CATALOGUE) == (
        "Last search: like Heat (1995), max_runtime 120\n"
        "Shown: 1 Collateral (2004), 2 Ronin (1998)\n"
        "We asked: how many stars for Heat (1995)?"
    )
    assert situation(Focus(), CATALOGUE) == ""
