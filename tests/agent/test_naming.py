from agent.naming import waiting_for, with_film
from tests.agent.house import call


def test_a_call_with_a_title() -> None:
    kept = waiting_for(call(tool="film_details", title="Heat", year=1995), "Heat")
    assert with_film(kept, "tt1") == call(tool="film_details", title="tt1")


def test_the_film_in_question_among_several() -> None:
    kept = waiting_for(call(tool="recommend_films", like=["Alien", "heat", "Up"], max_runtime=120), "Heat")
    wanted = call(tool="recommend_films", like=["tt1", "Alien", "Up"], max_runtime=120)
    assert with_film(kept, "tt1") == wanted


def test_a_reason_asked_for_without_a_title() -> None:
    assert with_film(call(tool="explain_pick"), "tt1") == call(tool="explain_pick", title="tt1")
