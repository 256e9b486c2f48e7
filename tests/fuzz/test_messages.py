"""Replies cut for Discord and Telegram, and what their buttons carry."""

import re
from contextlib import suppress

from hypothesis import given
from hypothesis import strategies as st

from adapters.discord.codes import ID_LIMIT, strand_of, template, thread_of
from adapters.discord.codes import Strand as DiscordStrand
from adapters.discord.codes import encode as discord_id
from adapters.messaging.splitting import split
from adapters.telegram.codes import decode as telegram_code
from adapters.telegram.markup import html, length, pieces, spans_of
from agent.actions import Action
from data.errors import BadInput
from tests.fuzz.cases import ANYTHING, cases

PARTS = st.one_of(
    ANYTHING,
    st.sampled_from(
        [
            "**Heat (1995)**",
            "||he dies||",
            "*",
            "**",
            "||",
            "\n\n",
            "\n1. ",
            ". ",
            "x" * 90,
            "👩‍👧",
            "שלום",
            "<b>",
            "&amp;",
        ]
    ),
)
REPLIES = st.lists(PARTS, max_size=40).map("".join)


@cases
@given(text=REPLIES, limit=st.integers(20, 300))
def test_nothing_is_lost_however_a_reply_is_cut(text: str, limit: int) -> None:
    found = split(text, limit)
    assert all(0 < len(piece) <= limit for piece in found)
    assert "".join("".join(found).split()) == "".join(text.split())
    spans = spans_of(text)
    cut = pieces(spans, limit)
    assert all(0 < length(piece) <= limit for piece in cut)
    assert all(html(piece).count("<b>") == html(piece).count("</b>") for piece in cut)


@cases
@given(
    code=st.one_of(
        ANYTHING, st.from_regex(r"(rate|quiz|ballot|pick|drop|more):[a-z0-9:.]{0,20}", fullmatch=True)
    )
)
def test_a_code_is_an_action_or_refused(code: str) -> None:
    for read in (Action.decode, lambda data: Action.decode(telegram_code(data)[1])):
        with suppress(BadInput):
            action = read(code)
            assert Action.decode(action.encode()) == action


@cases
@given(
    owner=st.integers(1, 2**64 - 1), channel=st.integers(1, 2**64 - 1), private=st.booleans(), rest=ANYTHING
)
def test_an_id_fits_and_tells_whose_it_is_and_where(
    owner: int, channel: int, private: bool, rest: str
) -> None:
    strand = DiscordStrand(owner, thread_of(channel, private=private))
    try:
        code = discord_id("b", strand, rest)
    except BadInput:
        assert len(rest) > ID_LIMIT - 32
        return
    assert len(code) <= ID_LIMIT
    found = re.fullmatch(template("b"), code, re.DOTALL)
    assert found
    assert (strand_of(found["owner"], found["thread"]), found["rest"]) == (strand, rest)
