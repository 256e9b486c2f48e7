"""What is said of looks in a conversation: how much their own taste counts, and how a look is to change.

"Blended with my taste" goes with any look; "more of my taste" and "but in black and white" change the look
under way.
"""

import re
from collections.abc import Callable

from agent.decision import Decision, ToolCall
from agent.focus import Focus
from agent.planner.sayings import LONGEST
from recsys.looks.phrases import read
from tools.arguments import FilmFilters, RecommendFilms, SearchByLook

HALF, STEP = 0.5, 0.25
"""The weight of taste where they only say that it counts, and what "more" and "less" change it by."""

_MINE = (
    r"(?:(?:my|our) (?:own )?(?:tastes?|liking|preferences|ratings)|(?:what|things|films|stuff)"
    r" i(?: usually)? (?:like|love|enjoy)|mis? gustos?|lo que me gusta|mes gouts?|mes goûts?|mon go[uû]t"
    r"|ce que j['’]aime"
    r"|mein(?:em|en|e|er)? geschmack|was (?:ich mag|mir gef[aä]llt))"
)
_AMOUNT = (
    r"(?P<amount>only|just|entirely|purely|nothing but|mostly|mainly|more(?: like| of| by)?"
    r"|less(?: like| of)?|a (?:little )?(?:bit|little|touch|dash|hint) (?:of|more|by|to|with)|slightly|half"
    r"|no|without|ignor(?:e|ing)|forget|m[aá]s|menos|plus|moins|mehr|weniger|nur|sin|sans|ohne"
    r"|un poco(?: de)?|un peu(?: de)?|etwas)"
)
_JOINED = (
    r"(?:blend(?:ed)?|mix(?:ed)?|combin(?:e|ed)|weigh(?:ed)?|cross(?:ed)?|balanced?|fit(?:s|ting|ted)?"
    r"|suit(?:s|ing|ed)?|match(?:es|ing|ed)?|sorted|ranked|adapted|tailored|close|according|together"
    r"|mezclad[oa]s?|mezcla(?:lo)?|combinad[oa]s?|m[eé]lang[eé](?:s|e|es|r)?|selon|segun|según|gemischt|mische?)"
)
_TASTE = re.compile(
    rf"[\s,;]*(?:(?:and|but|y|et|und|aber|pero|mais)\s+)?(?:{_JOINED}\s+)?(?:(?:it|that|them|this|das|lo)\s+)?"
    rf"(?:(?:in|with|con|avec|mit)\s+)?(?:{_AMOUNT}\s+)?"
    r"(?:(?:with|by|to|for|of|on|con|avec|mit|nach|à|a|de|d['’])\s*)?(?:le |el )?"
    rf"(?:half\s+)?{_MINE}(?:\s+(?:gemischt|too|as well|counted in))?(?!\w)",
    re.IGNORECASE,
)
_LOOK_ALONE = re.compile(
    r"^\W*(?:now )?(?:only|just|purely|nur|solo|seulement) (?:by )?(?:the |das |el |le )?"
    r"(?:looks?|aussehen|aspecto)(?: alone)?(?: please)?\W*$|^\W*(?:the )?look alone\W*$",
    re.IGNORECASE,
)
_FILLERS = re.compile(
    r"\b(?:less (?:like |of )?the looks?|please|now|then|ok|okay|and|but|it|that|them|this|a bit|though)\b"
    r"|\W+",
    re.IGNORECASE,
)

_ALL, _MOST, _SOME, _NONE = (
    re.compile(words)
    for words in (
        r"only|just|entirely|purely|nothing but|nur",
        r"mostly|mainly|more(?: like| of| by)?$|m[aá]s|plus|mehr",
        r"a (?:little )?(?:bit|little|touch|dash|hint)|slightly|un poco|un peu|etwas",
        r"no|without|ignor|forget|sin|sans|ohne",
    )
)
_LESS = re.compile(r"less|menos|moins|weniger")

_CHANGE = re.compile(
    r"^\W*(?:but|and|now|only|more|less|not so|same(?: look| thing)?|the same|even|still|pero|y|m[aá]s|menos"
    r"|mais|et|plus|moins|aber|und|mehr|weniger|jetzt)(?!\w)|^\W*(?:darker|brighter|lighter|warmer|colder|cooler)(?!\w)",
    re.IGNORECASE,
)
_LOOKS_LIKE = re.compile(
    r"(?<!\w)(?:looks?|looking|shot|filmed|lit) (?:just |exactly |a bit |a little )?like(?!\w)"
    r"|(?<!\w)aussehen wie(?!\w)|(?<!\w)se ve[an]n? como(?!\w)"
    r"|(?<!\w)(?:visuals|aesthetics?)(?!\w)|(?<!\w)that (?:[\w-]+ ){1,4}look(?!\w)",
    re.IGNORECASE,
)
_REFUSED = re.compile(
    r"\W*(?:nothing|not|nada|rien|nichts|niente|none)(?: that is| that's)?(?!\w)", re.IGNORECASE
)
"""How a message begins that names a look to keep it away."""
_LIMITS = re.compile(
    r"(?<!\w)(?:before|after|since|until|under|over|from|less than|made|(?:the )?\d+s?|minutes?|min|hours?"
    r"|two|antes de|avant|vor|hasta)(?!\w)",
    re.IGNORECASE,
)
"""Words of years and minutes, which say nothing against a message being about a look."""
_FILTERS = ("min_year", "max_year", "min_runtime", "max_runtime", "languages", "family_safe", "count")

_ALL_OF_IT = 0.75
"""Share of a message's words that name a look, from which the message is about a look."""
_DOUBTFUL = 0.7
"""Certainty below which such a message is not about the film or person that it was taken for."""


def about_looks(text: str, focus: Focus, decide: Callable[[str, Focus], Decision]) -> Decision:
    """The decision for a message; `decide` reads it without what is said of taste and of changing a look."""
    under_way = focus.request if isinstance(focus.request, SearchByLook) else None
    said = _TASTE.search(text)
    if said or _LOOK_ALONE.match(text):
        rest = text[: said.start()] + text[said.end() :] if said else ""
        amount = (said["amount"] or "") if said else "no"
        if not _FILLERS.sub("", rest):
            if under_way:
                return _changed(under_way, taste=_weight(amount, under_way))
        else:
            decision = _meant_as_look(rest, decide(rest, focus))
            if under_way and _CHANGE.match(rest) and _names_a_look(rest):
                decision = _added(under_way, rest, decision)
            if looks := _look_of(decision):
                return _changed(looks, taste=_weight(amount, looks))
    decision = decide(text, focus)
    if under_way and _CHANGE.match(text) and _names_a_look(text) and not _mood_only(decision, under_way):
        return _added(under_way, text, decision)
    return _meant_as_look(text, decision)


def _weight(amount: str, request: SearchByLook) -> float:
    """How much taste counts, 0 to 1, by the words before it and by how much it counted."""
    amount, before = amount.lower().strip(), request.taste or 0.0
    if _ALL.match(amount):
        return 1.0
    if _NONE.fullmatch(amount) or amount.startswith(("ignor", "forget")):
        return 0.0
    if _MOST.match(amount):
        return min(1.0, before + STEP) if before else HALF + STEP
    if _LESS.match(amount):
        return max(0.0, before - STEP)
    return STEP if _SOME.match(amount) else HALF


def _names_a_look(text: str) -> bool:
    return read(_LIMITS.sub(" ", text)).coverage >= HALF


def _look_of(decision: Decision) -> SearchByLook | None:
    """The one call of a decision, where it is for a look."""
    arguments = decision.calls[0].arguments if len(decision.calls) == 1 else None
    return arguments if isinstance(arguments, SearchByLook) else None


def _mood_only(decision: Decision, before: SearchByLook) -> bool:
    """It was read as a mood of the same look ("but happier"): that is how the tool takes it."""
    after = _look_of(decision)
    return after is not None and after.look == before.look and after.mood not in (None, before.mood)


def _added(request: SearchByLook, text: str, decision: Decision) -> Decision:
    """The look under way with more words to it, and with the filters that were read beside them."""
    arguments = decision.calls[0].arguments if len(decision.calls) == 1 else None
    filters = {}
    if isinstance(arguments, FilmFilters):
        filters = {name: getattr(arguments, name) for name in _FILTERS if getattr(arguments, name)}
    look = f"{request.look.rstrip(' .,')}, {text.strip()}"
    # Where there is no room left, the last words count: they are what is wanted now.
    return _changed(request, **filters, look=look if len(look) <= LONGEST else text.strip()[:LONGEST])


def _meant_as_look(text: str, decision: Decision) -> Decision:
    """A look where the message says so and it was taken for something else."""
    arguments = decision.calls[0].arguments if len(decision.calls) == 1 else None
    if isinstance(arguments, RecommendFilms) and _LOOKS_LIKE.search(text):
        # Whose look it is like ("a Wes Anderson postcard") need not have made it; themes are in the words.
        kept = arguments.model_dump(
            exclude_defaults=True, exclude={"tool", "keywords", "company", "people"} | _genres_of_a_look(text)
        )
        return _as_decision(SearchByLook.model_validate({**kept, "look": text.strip()[:LONGEST]}))
    if isinstance(arguments, SearchByLook) and arguments.people and _LOOKS_LIKE.search(text):
        return _changed(arguments, people=())
    reading = read(text)
    if isinstance(arguments, SearchByLook) or reading.coverage < _ALL_OF_IT or _REFUSED.match(text):
        return decision
    doubted = decision.certainty < _DOUBTFUL and len(reading.aspects) > 1
    if doubted or reading.aspects.get("black_and_white", 0) >= 1:
        return _as_decision(SearchByLook(look=text.strip()[:LONGEST]))
    return decision


def _genres_of_a_look(text: str) -> frozenset[str]:
    """A genre beside "visuals" says how it looks ("cyberpunk visuals"), else what it is."""
    return frozenset() if "like" in text.casefold() else frozenset({"genres"})


def _changed(request: SearchByLook, **changes: object) -> Decision:
    return _as_decision(request.model_copy(update=changes))


def _as_decision(arguments: SearchByLook) -> Decision:
    return Decision(calls=(ToolCall(arguments=arguments),))
