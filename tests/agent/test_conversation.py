from agent.conversation import focus_after
from agent.focus import AwaitingFilm, AwaitingOpinion, AwaitingRating, AwaitingYes, Focus
from agent.state import Outcome
from recsys.reviews.figures import Figures
from recsys.types import Constraints
from tests.agent.house import call, pick
from tests.support.films import COLLATERAL, HEAT, RONIN, SUSPIRIA_1977, SUSPIRIA_2018
from tools.results import (
    ConfirmForget,
    FilmFacts,
    Forgotten,
    LibraryEntry,
    LibraryShown,
    LibraryUpdated,
    Picks,
    RatingNeeded,
    Remembered,
    ReviewNeeded,
    ReviewsSummarised,
    ToolFailed,
    UnknownFilm,
    WhichFilm,
)

WISH = call(tool="recommend_films", like=["Heat"])
DETAILS = call(tool="film_details", title="Suspiria")


def test_a_list_of_films() -> None:
    focus = focus_after(Focus(), [Outcome(WISH, Picks((pick(COLLATERAL.id), pick(RONIN.id))))])
    assert focus.request == WISH.arguments
    assert focus.last_shown == (COLLATERAL.id, RONIN.id)


def test_a_wish_that_found_nothing_is_remembered_so_that_it_can_be_loosened() -> None:
    before = Focus().showing([HEAT.id, RONIN.id])
    focus = focus_after(before, [Outcome(WISH, Picks(()))])
    assert focus.request == WISH.arguments
    assert focus.last_shown == before.last_shown


def test_a_list_of_the_library_can_be_referred_to() -> None:
    shown = LibraryShown("watchlist", (LibraryEntry(HEAT), LibraryEntry(RONIN)))
    focus = focus_after(Focus(), [Outcome(call(tool="show_library", kind="watchlist"), shown)])
    assert focus.last_shown == (HEAT.id, RONIN.id)


def test_the_film_spoken_of() -> None:
    facts = FilmFacts(LibraryEntry(HEAT), None, None)
    assert focus_after(Focus(), [Outcome(DETAILS, facts)]).film_id == HEAT.id


def test_open_questions_and_that_they_close() -> None:
    asked = focus_after(Focus(), [Outcome(DETAILS, WhichFilm("Suspiria", (SUSPIRIA_1977, SUSPIRIA_2018)))])
    assert asked.pending == AwaitingFilm(call=DETAILS, choices=(SUSPIRIA_1977.id, SUSPIRIA_2018.id))
    meant = focus_after(Focus(), [Outcome(DETAILS, UnknownFilm("Suspira", (SUSPIRIA_1977,)))])
    assert isinstance(meant.pending, AwaitingFilm)
    stars = focus_after(Focus(), [Outcome(DETAILS, RatingNeeded(HEAT))])
    assert stars.pending == AwaitingRating(film_id=HEAT.id)
    forget = call(tool="forget", what="everything")
    sure = focus_after(Focus(), [Outcome(forget, ConfirmForget(()))])
    assert sure.pending == AwaitingYes(call=forget)
    assert focus_after(sure, []).pending is None
    assert focus_after(Focus(), [Outcome(DETAILS, UnknownFilm("Xyz"))]).pending is None


def test_a_failure_changes_nothing_and_forgetting_everything_forgets_the_focus_too() -> None:
    before = Focus().showing([HEAT.id])
    assert focus_after(before, [Outcome(DETAILS, ToolFailed("film_details"))]) == before
    forget = call(tool="forget", what="everything")
    assert focus_after(before, [Outcome(forget, Forgotten(everything=True))]) == Focus()


def test_what_we_ask_when_something_was_written_down() -> None:
    seen = call(tool="update_library", action="seen", title="Heat")

    def after(**more: object) -> Focus:
        updated = LibraryUpdated("seen", LibraryEntry(HEAT), LibraryEntry(HEAT), **more)  # type: ignore[arg-type]
        return focus_after(Focus(), [Outcome(seen, updated)])

    assert after().pending is None
    assert after(asks="opinion").pending == AwaitingOpinion(film_id=HEAT.id)
    assert after(asks="stars").pending == AwaitingRating(film_id=HEAT.id)
    assert after(sounded=4.5).pending == AwaitingRating(film_id=HEAT.id)
    agreed = after(preference="I hate musicals").pending
    assert isinstance(agreed, AwaitingYes)
    assert agreed.call == call(tool="remember", preference="I hate musicals")
    asked = focus_after(Focus(), [Outcome(seen, ReviewNeeded(HEAT))])
    assert asked.pending == AwaitingOpinion(film_id=HEAT.id, invited=True)


def test_the_summary_told_last_is_known_until_something_else_is_shown() -> None:
    told = focus_after(Focus(), [Outcome(DETAILS, ReviewsSummarised(HEAT, Figures(1, 1, 0), "none"))])
    assert (told.film_id, told.summarised) == (HEAT.id, HEAT.id)
    noted = focus_after(told, [Outcome(DETAILS, Remembered("no spoilers", Constraints()))])
    assert noted.summarised == HEAT.id
    assert focus_after(told, [Outcome(WISH, Picks((pick(RONIN.id),)))]).summarised is None
    assert (
        focus_after(told, [Outcome(DETAILS, FilmFacts(LibraryEntry(RONIN), None, None))]).summarised is None
    )


def test_how_long_ago_the_search_was_is_counted() -> None:
    focus = Focus().asking(WISH.arguments)
    for turns in (1, 2):
        focus = focus_after(focus, [Outcome(DETAILS, FilmFacts(LibraryEntry(HEAT), None, None))])
        assert focus.idle == turns
    assert focus_after(focus, [Outcome(WISH, Picks((pick(RONIN.id),)))]).idle == 0
