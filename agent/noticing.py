"""Lasting preferences said in passing: "something for tonight, I can't stand jump scares by the way"."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from agent.decision import CALLS_AT_MOST, Decision, ToolCall
from data.names import fold
from tools.arguments import Remember, UpdateLibrary

_PREFERENCE_LIMIT = 500
_LIST_GOES_ON = 4
"""Words of a piece that may still belong to the list before it: "horror, war films and westerns"."""

_BREAK = re.compile(
    r"\s*(?:[.!?;:…]+(?=\s|$)|\n|\s[-–—]\s)\s*"
    r"|\s*,\s*(?:(?:and|but|so|because|y|pero|et|mais|und|aber)\s+)?"
    r"|\s+(?:but|so|because|pero|porque|mais|car|aber|denn)\s+"
    r"|\s+(?:and|y|et|und)\s+(?=(?:i|i'?m|we|my|our|please|can|could|what|show|find|give|recommend|yo|mi"
    r"|je|j'|on|ma|mon"
    r"|ich|wir|mein\w*)\b)",
    re.IGNORECASE,
)
_ASIDE = (
    r"(?:btw|by the way|also|oh|and|but|because|since|as|well|fyi|just so you know|for the record"
    r"|remember(?: that)?"
    r"|keep in mind(?: that)?|note(?: that)?|por cierto|ademas|ah|d ?'?ailleurs|au fait|[uü]brigens|ach)"
)
_LEADING = re.compile(rf"^(?:{_ASIDE}[\s,:]+)+", re.IGNORECASE)
_KEEP_IN_MIND = re.compile(
    r"[\s,]+(?:so\s+)?(?:please\s+)?(?:(?:keep|bear) (?:that|it|this) in mind|remember (?:that|it"
    r"|this))(?=\s*(?:[.!?;,]|$))",
    re.IGNORECASE,
)
_TRAILING = re.compile(
    r"[\s,]+(?:btw|by the way|though|tho|lol|haha|please|pls|sorry|por cierto|d'ailleurs|übrigens"
    r"|ok)[\s.!]*$",
    re.IGNORECASE,
)

_WHO = (
    r"(?:i|we|(?:my|our) (?:\w+ )?(?:wife|husband|partner|girlfriend|boyfriend|gf|bf|kids?|child(?:ren)?"
    r"|sons?"
    r"|daughters?|mum|mom|dad|mother|father|parents|friends?|flatmates?|roommates?|family|grandma"
    r"|grandpa|sister"
    r"|brother)|he|she|they)"
)
_VERY = r"(?: (?:really|just|absolutely|simply|honestly|both|all|always|totally|usually|kinda|actually))*"
_DISLIKES = (
    r"hates?|loathes?|detests?|despises?|(?:cant|cannot|can not) (?:stand|bear|handle|deal with|take"
    r"|stomach|watch|sit through|do|tolerate|abide)"
    r"|(?:dont|do not|doesnt|does not|never|hardly ever|rarely) (?:really |ever )?(?:watch|like|do|enjoy"
    r"|care for"
    r"|want to see)|(?:get|gets) (?:sick|nauseous|nightmares|scared|anxious|dizzy|upset|queasy|seasick)"
)
_AM = (
    r"(?:im|i am|were|we are|(?:he|she)s|(?:he|she) is) (?:really |quite |so )?(?:allergic to|(?:scared"
    r"|afraid"
    r"|terrified|sick|squeamish|frightened) (?:of|about)|(?:not|never) (?:really )?(?:a (?:big "
    r"|huge )?fan of|into"
    r"|big on|keen on)|sensitive to)"
)
_HABIT = (
    rf"{_WHO} (?:only|never|always|usually|mostly|generally|normally|rarely) (?:ever )?(?:watch|see|like"
    rf"|love|prefer"
    r"|want|go for|do|listen)\w*"
)
_WATCHER = (
    r"\b(?:my|our) (?:\w+ ){0,2}?(?:kids?|child(?:ren)?|sons?|daughters?|wife|husband|partner|girlfriend"
    r"|boyfriend"
    r"|mum|mom|dad|family|boys?|girls?|nephews?|nieces?|grand\w+)(?: \w+)?"
    r" (?:always |usually |often |normally )?(?:watch(?:es)?|joins?|sits?|is|are) (?:\w+ )?with (?:me|us)"
    r"|\b(?:i|we) (?:always |usually |often |normally |mostly )?watch (?:\w+ )?with (?:my|our)\b"
)
_OUTRIGHT = (
    r"never (?:ever )?(?:show|recommend|suggest|give|offer) (?:me|us)\b"
    r"|\b(?:no|nothing|never)\b.* (?:ever|ever again|please ever)$"
)
_ENGLISH = rf"\b{_WHO}{_VERY} (?:{_DISLIKES})\b|\b{_AM}\b|\b{_HABIT}|{_WATCHER}|\b{_OUTRIGHT}"
_SPANISH = (
    r"\b(?:odi[oa]|odiamos|detest[oa]|detestamos|no (?:soport|aguant)(?:o|amos|a)|(?:no )?(?:me"
    r"|nos) dan? (?:mucho )?"
    r"(?:miedo|asco)|no (?:me|nos) gustan?|(?:siempre|nunca|solo|solamente) (?:veo|vemos|miro|miramos)"
    r"|mi (?:hij[oa]|nin[oa]|mujer|marido|novi[oa]) (?:siempre )?(?:ve|mira)"
    r"|(?:veo|vemos) .*con mis? (?:hij|nin|nietos)"
    r"|nunca (?:me|nos) (?:recomiendes|pongas|ensenes))"
)
_FRENCH = (
    r"\b(?:(?:je|on|nous) (?:deteste(?:ns)?|hais)|(?:je |on )?(?:ne )?supporte (?:pas|plus|vraiment pas)"
    r"|jai horreur d|(?:je )?n?aime pas|jaime pas|(?:je|on) (?:ne )?regarde (?:jamais|que|toujours)"
    r"|(?:mon|ma|mes) (?:fils|fille|filles|enfants?|femme|mari) regardent?|regarde .*avec (?:mon|ma|mes)"
    r"|ne (?:me|nous) (?:propose|recommande|montre)\w* jamais)"
)
_GERMAN = (
    r"\b(?:(?:ich|wir) hassen?|hasse ich|hassen wir|verabscheue|(?:nicht|uberhaupt nicht) (?:ausstehen"
    r"|leiden|ertragen)"
    r"|(?:ich|wir) (?:mag|mogen) keine?n?|mag ich (?:nicht|keine?n?)"
    r"|(?:ich|wir) (?:schau|guck|seh)\w* (?:nie|immer|nur|meistens|sonntags)|(?:schau|guck"
    r"|seh)\w* (?:ich|wir) "
    r"(?:\w+ )?(?:nie|immer|nur|meistens|sonntags)|mein\w* (?:kind\w*|sohn|tochter|frau|mann) (?:schau"
    r"|guck|sieht)"
    r"|zeig mir nie)"
)
_LASTING = re.compile(f"{_ENGLISH}|{_SPANISH}|{_FRENCH}|{_GERMAN}")
_FOR_NOW = re.compile(
    r"\b(?:tonight|today|right now|at the moment|this (?:evening|time|week|one)|for once|in the mood"
    r"|feel like"
    r"|hoy|esta (?:noche|vez)|ahora|ce soir|cette fois|aujourdhui|maintenant|heute|jetzt|diesmal|gerade)\b"
)
_ABOUT_THOSE = re.compile(
    r"\b(?:hates?|stand|odio|deteste|hasse|like) (?:my|mi|mon|ma|mein\w*)\b|\b(?:it|that|this|them|those"
    r"|these|him|her|one|ones|you|ese|esa|eso|esos|esas|ca|celui\w*|celle\w*|das|den|die"
    r"|the (?:first|second|third|fourth|fifth|last))$|\b(?:how|why|what|when) (?:do|did|to)\b|\byou\b"
)
"""What is said of films just shown, to us, or of their own affairs."""
_TAKES_BACK = re.compile(
    r"(?:please |pls |ok |and |you can |can you )*(?:forget|never ?mind|stop remembering|delete|erase"
    r"|remove|drop|olvida|borra|oublie[zs]?"
    r"|supprime|vergiss|losch\w*)\b"
)
"""It asks for the contrary: what is kept is to go."""
_ASKS = re.compile(
    r"\b(?:something|anything|any|some|find|recommend|suggest\w*|show|give|want|need|looking|search|what"
    r"|which|whats|who"
    r"|how|can|could|would|please|lets|algo|alguna?|busc\w+|recom\w+|quiero|que|quelque|veux|cherche"
    r"|propose\w*"
    r"|etwas|was|such\w*|empfiehl|zeig|will|mochte|good|nice|tonight)\b"
)


@dataclass(frozen=True, slots=True)
class Noticed:
    """What of a message holds for good, and what it asks besides."""

    preferences: tuple[str, ...]
    """In the person's own words."""
    rest: str


def noticed(text: str) -> Noticed | None:
    """The lasting preferences said in passing; None where there are none."""
    preferences: list[str] = []
    rest: list[str] = []
    within = False
    for piece in _pieces(_KEEP_IN_MIND.sub("", text)):
        said = fold(piece)
        if _is_lasting(said):
            preferences.append(trimmed(piece))
            within = True
        elif within and said and len(said.split()) <= _LIST_GOES_ON and not _ASKS.search(said):
            preferences[-1] = f"{preferences[-1]}, {trimmed(piece)}"
        else:
            within = False
            if said:
                rest.append(piece)
    return Noticed(tuple(preferences), ", ".join(rest)) if preferences else None


def trimmed(text: str) -> str:
    """A preference without the "by the way" around it."""
    bare = _TRAILING.sub("", _LEADING.sub("", _KEEP_IN_MIND.sub("", text).strip(" ,.!;"))).strip(" ,.!;")
    return (bare or text)[:_PREFERENCE_LIMIT]


def with_noticed(decision: Decision, text: str, decide: Callable[[str], Decision]) -> Decision:
    """The decision, with a note of each lasting preference said in passing.

    `decide` is the planner's: it tells a preference from a word on one film, and reads a request that the
    decision took for a part of the preference.
    """
    asked = _but_notes(decision)
    noted = [call.arguments.preference for call in decision.calls if isinstance(call.arguments, Remember)]
    found = noticed(text)
    if found and not (asked or noted):
        return decision  # it is about something else, such as how they are
    if found:
        said = [said for said in found.preferences if not _on_one_film(decide(said))]
        asked = asked or (_but_notes(decide(found.rest)) if said and found.rest else ())
        noted = (said or noted) if asked else noted
    calls = (*(ToolCall(arguments=Remember(preference=trimmed(said))) for said in noted), *asked)
    return decision.model_copy(update={"calls": calls[:CALLS_AT_MOST]})


def _but_notes(decision: Decision) -> tuple[ToolCall, ...]:
    return tuple(call for call in decision.calls if not isinstance(call.arguments, Remember))


def _pieces(text: str) -> Sequence[str]:
    return [piece for piece in _BREAK.split(text) if piece and piece.strip()]


def _is_lasting(said: str) -> bool:
    if _TAKES_BACK.match(said):
        return False
    return bool(_LASTING.search(said)) and not _FOR_NOW.search(said) and not _ABOUT_THOSE.search(said)


def _on_one_film(decision: Decision) -> bool:
    """They speak of a film, which is a matter for their library."""
    return any(isinstance(call.arguments, UpdateLibrary) for call in decision.calls)
