"""Questions about the search itself: what is looked for, and to begin anew."""

import re
from typing import Literal

from agent.withdrawing import ASKS, PIECES
from data.names import fold

Asked = Literal["shown", "cleared", "given_up"]

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
_GIVEN_UP = re.compile(
    rf"{ASKS}(?:(?:scrap|forget|drop|ditch|scratch|never ?mind)(?: about)?"
    r" (?:that|this|it|all that|those|them)|never ?mind"
    r"|(?:(?:a )?(?:completely |totally )?different|another|new) (?:idea|thing|topic|plan|question)"
    r"|something (?:completely |totally )?(?:different|else)|change of plans?|other idea"
    r"|olvida(?:lo|te)?(?: eso)?|otra (?:idea|cosa)|cambio de planes?"
    r"|oublie[zs]?(?: (?:ca|cela))?|laisse tomber|autre (?:idee|chose)|changement de programme"
    r"|vergiss (?:es|das)|ander(?:e|er) (?:idee|plan|frage)|(?:et)?was (?:ganz )?anderes|planwechsel)"
)
"""Before what they want instead; said alone it means little."""
_DROPPED = re.compile(
    rf"{ASKS}(?:now )?(?:forget|drop|scrap|ditch)(?: about)? (?:the|all the|that) \w+(?: \w+){{0,2}}"
)
_DIFFERENT = re.compile(
    r"(?:something |let ?s do |now )?(?:totally|completely|entirely|wholly|very)? ?(?:different|else|new)\b"
)


def asked_about(text: str) -> tuple[Asked, str] | None:
    """Whether they ask what is looked for, clear it, or want something instead; and what else they say."""
    if _SHOWN.fullmatch(fold(text)):
        return "shown", ""
    first, *others = PIECES.split(text.strip(), maxsplit=1)
    if _CLEARED.fullmatch(fold(first)):
        return "cleared", (others or [""])[0].strip()
    if others and _DROPPED.fullmatch(fold(first)) and _DIFFERENT.match(fold(others[0])):
        return "given_up", others[0].strip()
    if others and _GIVEN_UP.fullmatch(fold(first)):
        return "given_up", others[0].strip()
    return None
