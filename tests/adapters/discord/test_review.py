"""Reviews written on Discord: by /review, in its form, by the button."""

from agent.events import Choice, Choices, TextDelta
from tests.adapters.discord.place import Place
from tests.support.films import HEAT
from tests.support.surfaces import done, saying
from tools.arguments import UpdateLibrary

WORDS = "Superb acting, if a bit long."


async def test_words_given_with_the_command_are_kept_at_once(place: Place) -> None:
    result = await place.ana.slash(place.channel, "review", title=HEAT.id, text=WORDS, stars=4.5)
    assert place.agent.turns[0].call == UpdateLibrary(action="review", title=HEAT.id, text=WORDS, rating=4.5)
    assert result.ephemeral
    assert not place.agent.turns[0].place.public


async def test_without_words_a_form_opens(place: Place) -> None:
    shown = await place.ana.slash(place.channel, "review", title=HEAT.id)
    assert shown.modal is not None
    assert shown.modal["title"] == "Heat (1995)"
    assert not place.agent.turns
    result = await place.ana.submit_modal(shown, {"words": WORDS, "stars": ["4"]})
    (turn,) = place.agent.turns
    assert turn.call == UpdateLibrary(action="review", title=HEAT.id, text=WORDS, rating=4.0)
    assert turn.text == WORDS
    assert result.ephemeral


async def test_the_button_opens_the_form_and_stars_may_be_left_out(place: Place) -> None:
    place.agent.script = saying(
        TextDelta("No reviews yet."), Choices((Choice(f"review:{HEAT.id}", "Write a review"),)), done()
    )
    message = await place.say("what do people think of Heat?")
    shown = await place.ana.click(message, label="Write a review")
    assert shown.modal is not None
    await place.ana.submit_modal(shown, {"words": WORDS})
    assert place.agent.turns[-1].call == UpdateLibrary(action="review", title=HEAT.id, text=WORDS)
    refused = await place.luis.click(message, label="Write a review")
    assert refused.modal is None


async def test_a_question_asked_back_comes_with_its_buttons(place: Place) -> None:
    message = await place.say("something like Thief")
    stars = Choices((Choice(f"rate:{HEAT.id}:4", "4 stars"),))
    place.agent.script = saying(TextDelta("Marked as seen.\nHow was it?"), stars, done())
    result = await place.ana.click(message, label="Seen it")
    (asked,) = result.followups
    assert asked.content.endswith("How was it?")
    assert [part["label"] for row in asked.components for part in row["components"]] == ["4 stars"]
