import pytest

from agent.actions import Action
from agent.decision import Decision
from agent.focus import AwaitingFilm, AwaitingYes, Focus
from agent.pressing import pressed
from data.errors import BadInput
from tests.agent.house import call, decide

ID = "tt0113277"


@pytest.mark.parametrize(
    ("code", "wanted"),
    [
        (f"rate:{ID}:4.5", call(tool="update_library", action="rate", title=ID, rating=4.5)),
        (f"seen:{ID}", call(tool="update_library", action="seen", title=ID)),
        (f"unseen:{ID}", call(tool="update_library", action="unseen", title=ID)),
        (f"save:{ID}", call(tool="update_library", action="watchlist_add", title=ID)),
        (f"unsave:{ID}", call(tool="update_library", action="watchlist_remove", title=ID)),
        (f"nope:{ID}", call(tool="update_library", action="dislike", title=ID)),
        (f"details:{ID}", call(tool="film_details", title=ID)),
        (f"more:{ID}", call(tool="recommend_films", like=[ID])),
        (f"why:{ID}", call(tool="explain_pick", title=ID)),
        (f"pick:{ID}", call(tool="film_details", title=ID)),  # nothing is open any more: the film itself
    ],
)
def test_what_each_button_does(code: str, wanted: object) -> None:
    assert pressed(Action.decode(code), Focus()) == decide(wanted)  # type: ignore[arg-type]


def test_pick_answers_the_open_question() -> None:
    asked = call(tool="update_library", action="rate", title="heat", year=1995, rating=4)
    focus = Focus().awaiting(AwaitingFilm(call=asked, choices=(ID, "tt1")))
    wanted = call(tool="update_library", action="rate", title=ID, rating=4)
    assert pressed(Action("pick", ID), focus) == decide(wanted)
    other = call(tool="film_details", title="tt9")
    assert pressed(Action("pick", "tt9"), focus) == decide(other)


def test_yes_and_no() -> None:
    forget = call(tool="forget", what="everything")
    focus = Focus().awaiting(AwaitingYes(call=forget))
    assert pressed(Action("yes"), focus) == decide(forget, confirmed=True)
    assert pressed(Action("no"), focus) == Decision(small_talk="declined")
    with pytest.raises(BadInput, match="no question open"):
        pressed(Action("yes"), Focus())
