from tests.adapters.discord.place import Place


async def test_a_mention_is_answered_with_text_and_a_card(place: Place) -> None:
    reply = await place.say("something like Thief")
    (turn,) = place.agent.turns
    assert (turn.surface, turn.user, turn.text) == ("discord", str(place.ana.id), "something like Thief")
    assert turn.place.public
    assert reply.content == "How about this?"
    assert [embed.title for embed in reply.embeds] == ["Heat (1995)"]
    assert reply.reference is not None
