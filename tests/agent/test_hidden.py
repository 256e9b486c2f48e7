from agent.hidden import Segment, hide, segments, unhidden


def test_what_is_hidden_is_told_from_the_rest() -> None:
    text = f"A sad end: {hide('he dies')}, alas."
    assert list(segments(text)) == [
        Segment("A sad end: ", hidden=False),
        Segment("he dies", hidden=True),
        Segment(", alas.", hidden=False),
    ]
    assert unhidden(text) == "A sad end: he dies, alas."


def test_a_mark_without_a_partner_hides_nothing() -> None:
    assert list(segments("a || b")) == [Segment("a || b", hidden=False)]
    assert list(segments("||x|| and || y")) == [Segment("x", hidden=True), Segment(" and || y", hidden=False)]
    assert list(segments("")) == []
