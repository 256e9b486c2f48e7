"""Orders about how the program itself should work: they are no wishes about films, and none is kept."""

import re

from agent.decision import Decision, ToolCall
from data.names import fold
from tools.arguments import Forget, Remember

_OF_THE_PROGRAM = re.compile(
    r"\b(?:system (?:prompt|from|message|now|you)|instructions?|your (?:rules|prompt|catalogue|catalog"
    r"|answers?|replies)"
    r"|(?:every|each|all|any) (?:\w+ )?(?:answer|reply|response|message)s?"
    r"|(?:answer|reply|respond) (?:only|with|as)|it is in your"
    r"|instrucciones|tus reglas|cada respuesta|consignes|tes regles|chaque reponse"
    r"|anweisung(?:en)?|anleitung(?:en)?|deine regeln|jede(?:r|s)? antwort)\b"
)


def without_orders(decision: Decision) -> Decision:
    """The decision without notes and erasures that speak of the program instead of the person."""
    calls = tuple(call for call in decision.calls if not _is_order(call))
    if len(calls) == len(decision.calls):
        return decision
    return decision.model_copy(update={"calls": calls} if calls else {"calls": (), "small_talk": "off_topic"})


def _is_order(call: ToolCall) -> bool:
    match call.arguments:
        case Remember(preference=said) | Forget(what=said):
            return bool(_OF_THE_PROGRAM.search(fold(said)))
        case _:
            return False
