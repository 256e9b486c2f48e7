"""Questions about the search itself: what is looked for, and to begin anew."""

import re
from typing import Literal

from agent.withdrawing import ASKS, PIECES
from data.names import fold

Asked = Literal["shown", "cleared"]

_SHOWN = re.compile(
    rf"{ASKS}(?:change|(?:change|edit|adjust) (?:it|that|this|something|(?:the|my) (?:search|wishes|filters))"
    r"|what (?:are|were) (?:we|you) (?:looking|searching) for(?: again| now)?|what am i looking for"
    r"|(?:show|list)(?: me)? (?:my|the|current|all) (?:filters|wishes|constraints|criteria)"
    r"|(?:what|which) (?:filters|wishes|constraints|criteria)(?: (?:are|do).*)?"
    r"|cambia(?:r|lo)?|que (?:estamos|estas|estoy) buscando|change[rz]?|modifie[rz]?"
    r"|qu ?est ce qu ?on cherche|que cherchons nous|andern|was suchen wir(?: gerade| eigentlich)?"
    r"|wonach suchen wir(?: gerade)?)"
)
_CLEARED = re.compile(
    rf"{ASKS}(?:start (?:over|again|fresh|anew|from scratch)"
    r"|(?:lets )?(?:do )?(?:start )?a? ?(?:new|fresh) search"
    r"|(?:reset|clear|forget|drop)(?: all)?(?: (?:the|these|those|my))?"
    r" (?:search|filters|wishes|constraints|criteria)|reset"
    r"|clean slate|empe(?:zar|cemos|zamos) de (?:nuevo|cero)|nueva busqueda"
    r"|on recommence(?: a zero)?|recommen\w+"
    r"|nouvelle recherche|(?:noch ?mal )?von vorn\w*(?: anfangen)?|neue suche|neu anfangen)"
)


def asked_about(text: str) -> tuple[Asked, str] | None:
    """Whether they ask what is looked for, or clear it; and what else they say."""
    if _SHOWN.fullmatch(fold(text)):
        return "shown", ""
    first, *others = PIECES.split(text.strip(), maxsplit=1)
    if _CLEARED.fullmatch(fold(first)):
        return "cleared", (others or [""])[0].strip()
    return None
