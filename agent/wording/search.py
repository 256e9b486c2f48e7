"""What is looked for, where they ask for it or clear it."""

from collections.abc import Sequence
from typing import Literal

from agent.standing import Wish
from agent.wording.words import Words


def about_search(asked: Literal["shown", "cleared"], wishes: Sequence[Wish] | None, words: Words) -> str:
    """One or two sentences; `wishes` None where nothing is looked for yet."""
    if asked == "cleared":
        return words.book("search.cleared")
    if wishes is None:
        return words.book("search.none")
    if not wishes:
        return words.book("search.shown.plain")
    return words.book("search.shown", wishes=", ".join(wish.said for wish in wishes))
