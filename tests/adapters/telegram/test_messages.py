from tests.adapters.telegram.place import ANA, GROUP, Place, buttons
from tests.support.films import HEAT


async def test_a_private_message_is_answered_with_the_films_picture_and_its_buttons(place: Place) -> None:
    reply = await place.say("something like Thief")
    (turn,) = place.agent.turns
    assert (turn.surface, turn.user, turn.thread, turn.room) == ("telegram", str(ANA), str(ANA), None)
    assert (turn.text, turn.place.public, turn.user_name) == ("something like Thief", False, "Person 11")
    assert reply["caption"].startswith("How about this?\n\nHeat (1995)\nMichael Mann · 170 min")
    assert "Close to Thief (1981)." in reply["caption"]
    assert reply["picture"][1].startswith(b"\xff\xd8"), "drawn here: Heat has no poster in this catalogue"
    assert buttons(reply)[f"save:{HEAT.id}"] == "Save"


async def test_a_mention_in_a_group_is_answered_below_it(place: Place) -> None:
    reply = await place.say("@cine_bot something like Thief", where=GROUP)
    (turn,) = place.agent.turns
    assert (turn.text, turn.place.public, turn.room) == ("something like Thief", True, str(GROUP))
    assert buttons(reply)[f"b|save:{HEAT.id}"] == "Save"
