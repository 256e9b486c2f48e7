"""How many cases the property tests try, and what people may write.

`make fuzz` tries ten times as many, new ones each time.
"""

import os

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

SUITE = 900
"""Cases of each property in the suite: 10,000 over all of them."""

cases = settings(
    max_examples=int(os.environ.get("CINE_FUZZ_CASES", SUITE)),
    deadline=None,  # no speed is asserted
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
slow_cases = settings(cases, max_examples=max(20, cases.max_examples // 20))
"""For properties that take tens of milliseconds a case."""
few_cases = settings(cases, max_examples=max(3, cases.max_examples // 300))
"""For those that take a second, each case being a hundred rows."""

_PHRASES = """
something like | but not | without | anything but | nothing with | the second one | that | it | of those
2 | 3 | more | others | shorter | older than | newer | from the 80s | before 1970 | h | rate
under two hours | 90 min | 4/5 | ⭐⭐⭐ | 10 out of 10 | seen | save | take off my list | my watchlist
who made | what do people say about | spoilers | remember that i hate | forget | everything | yes | no
nah | thanks | hi | plan a movie night with | @ben | and | vote for | close it | quiz | surprise me
comedy | no horror | korean | from Japan | aus Frankreich | sin | pas de | mit | kids | my son | alone
pastel | black and white | neon | why | how was | the old one | what else did he direct | scrap that.
instead | ten of them | just the top three | the shortest | after
"""
PHRASES = st.sampled_from(
    [phrase.strip() for phrase in _PHRASES.replace("\n", "|").split("|") if phrase.strip()]
)
ANYTHING = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)
SIGNS = st.sampled_from(
    [" ", " ", " ", ", ", ". ", "? ", "! ", " - ", "\n", ": ", "; ", ' "', "'s ", "…", ""]
)
