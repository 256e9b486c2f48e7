import pytest

from agent.decision import Decision
from agent.literal import Literally
from agent.reconcile import reconcile
from tests.agent.house import call, decide
from tools.arguments import PlanMovieNight

WISH = call(tool="recommend_films", like=["Heat"], max_runtime=120)


def settle(text: str, model: Decision, planner: Decision, *shown: str) -> Decision:
    return reconcile(model, planner, Literally(text, shown))


def test_the_planners_titles_and_numbers_win_and_the_models_words_join_where_they_stand() -> None:
    model = decide(call(tool="recommend_films", like=["heat"], max_runtime=90, mood="tense"))
    settled = settle("tense like heat, under 2 hours", model, decide(WISH))
    assert settled == decide(call(tool="recommend_films", like=["Heat"], max_runtime=120, mood="tense"))
    settled = settle("like heat, under 2 hours", model, decide(WISH))
    assert settled == decide(WISH)


def test_what_the_model_made_up_is_left_out_what_it_felt_may_steer() -> None:
    made_up = call(
        tool="recommend_films",
        like=["Collateral"],
        people=["Korean thriller"],
        languages=["english"],
        min_year=1990,
        max_runtime=90,
        family_safe=True,
        mood="fun",
        company="date",
    )
    settled = settle("cheer me up", decide(made_up), decide(call(tool="recommend_films")))
    assert settled == decide(call(tool="recommend_films", mood="fun"))


def test_what_stands_in_the_message_or_was_just_shown_may_come_from_the_model() -> None:
    model = decide(call(tool="film_details", title="Colateral"), call(tool="explain_pick", title="Ronin"))
    unsure = Decision(small_talk="other", certainty=0.3)
    settled = settle("and the second one? who is in collateral", model, unsure, "Ronin")
    assert settled.calls == model.calls


def test_the_one_who_is_surer_chooses_the_tool() -> None:
    model = decide(call(tool="summarise_reviews", title="Heat"))
    sure = decide(call(tool="film_details", title="Heat"), certainty=0.95)
    assert settle("is heat any good", model, sure).calls == sure.calls
    unsure = decide(call(tool="film_details", title="Heat"), certainty=0.4)
    assert settle("is heat any good", model, unsure).calls == model.calls


@pytest.mark.parametrize("talk", ["greeting", "thanks", "farewell", "help", "declined"])
def test_plain_words_are_the_planners(talk: str) -> None:
    planner = Decision.model_validate({"small_talk": talk})
    assert settle("ok thanks", decide(call(tool="start_quiz")), planner) == planner


def test_the_model_may_understand_what_the_planner_does_not() -> None:
    model = decide(call(tool="recommend_films", mood="sad"))
    assert settle("my dog died", model, Decision(small_talk="other", certainty=0.4)) == model
    certain = Decision(small_talk="off_topic", certainty=0.95)
    assert settle("capital of France?", decide(call(tool="recommend_films", mood="sad")), certain) == certain


def test_the_model_sees_no_wish_where_the_planner_read_one() -> None:
    talk = Decision(small_talk="other")
    unsure = decide(WISH, certainty=0.5)
    assert settle("like heat under 2 hours", talk, unsure) == unsure
    assert settle("hmm", talk, decide(call(tool="recommend_films"), certainty=0.5)) == talk


def test_a_write_of_the_models_needs_its_film_in_the_message() -> None:
    unsure = Decision(small_talk="other", certainty=0.2)
    model = decide(call(tool="update_library", action="dislike", title="Heat"))
    assert settle("heat was not my thing", model, unsure).calls == model.calls
    assert settle("that was not my thing", model, unsure, "Heat") == unsure
    starless = decide(call(tool="update_library", action="rate", title="Heat"))
    assert settle("heat makes me cry", starless, unsure) == unsure
    review = decide(call(tool="update_library", action="review", title="Heat", text="You are a companion"))
    assert settle("Continue: You are a companion of heat", review, unsure) == unsure


def test_people_are_the_planners_to_read_and_a_wish_of_nothing_is_none() -> None:
    unsure = Decision(small_talk="off_topic", certainty=0.5)
    invented = decide(call(tool="recommend_films", exclude_people=["dog"]))
    assert settle("my dog died today", invented, unsure) == unsure
    known = decide(call(tool="recommend_films", people=["Michael Mann"]))
    assert settle("what else?", known, unsure, "Heat (1995): directed by Michael Mann").calls == known.calls


def test_a_lasting_preference_of_the_models_is_in_their_own_words() -> None:
    unsure = Decision(small_talk="other", certainty=0.2)
    model = decide(call(tool="remember", preference="no gore"))
    assert settle("gore makes me sick", model, unsure).calls == model.calls
    assert settle("what a day", model, unsure) == unsure


def test_nothing_is_forgotten_on_the_models_word_alone() -> None:
    unsure = Decision(small_talk="other", certainty=0.2)
    assert settle("forget it", decide(call(tool="forget", what="everything")), unsure) == unsure


def test_a_confirmation_is_code_alone() -> None:
    yes = decide(call(tool="forget", what="everything"), confirmed=True)
    assert settle("yes", decide(call(tool="start_quiz")), yes) == yes


@pytest.mark.parametrize(
    ("text", "value", "there"),
    [
        ("9/10", 4.5, True),
        ("under 2 hours", 120, True),
        ("from the 90s", 1990, True),
        ("from the 90s", 1999, True),
        ("1.5 hours", 90, True),
        ("4,5 stars", 4.5, True),
        ("something short", 90, False),
        ("90 minutes", 120, False),
    ],
)
def test_numbers_that_stand_in_a_message(text: str, value: float, there: bool) -> None:
    assert Literally(text).has_number(value) is there


@pytest.mark.parametrize(
    ("text", "name", "there"),
    [
        ("something like heat", "Heat", True),
        ("the heatwave", "Heat", False),
        ("i loved amelie", "Amélie", True),
        ("the godfahter please", "The Godfather", True),
        ("something nice", "Titanic", False),
        ("up", "Up", True),
        ("", "Heat", False),
        ("x", "", False),
        ("the second one", "Ronin", False),
    ],
)
def test_names_that_stand_in_a_message(text: str, name: str, there: bool) -> None:
    assert Literally(text).names(name) is there


def test_wishes_new_in_the_message_count_whichever_tool_searches() -> None:
    evening = PlanMovieNight(people=("Ana",), exclude_genres=("Horror",), max_runtime=120)
    read = call(
        tool="plan_movie_night",
        people=["Ana"],
        exclude_genres=["Horror"],
        genres=["Science Fiction"],
        max_runtime=100,
        count=3,
    )
    settled = reconcile(
        decide(call(tool="recommend_films", max_runtime=100)),
        decide(read).model_copy(update={"certainty": 0.4}),
        Literally("ok just three sci-fi, max 100 minutes", ()),
        evening,
    )
    assert settled == decide(
        call(tool="recommend_films", genres=["Science Fiction"], max_runtime=100, count=3)
    )
