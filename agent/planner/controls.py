"""Words by which a person holds sway over what is kept of them: "export my data"."""

import re

from agent.decision import Decision, ToolCall
from data.names import fold
from tools.arguments import MyData

_EXPORT = re.compile(
    r"(?<!\w)(?:(?:export|download|send me|give me|hand over|get)(?: me)?"
    r"(?: a copy of)?(?: all)?(?: of)? my data"
    r"|(?:my data|everything you (?:know|have|keep)(?: (?:about|on|of) me)?) (?:as a file|as a zip|in a file)"
    r"|(?:exporta\w*|descarga\w*|dame|enviame)(?: todos)? mis datos"
    r"|(?:export\w*|telecharge\w*|donne[rz]?(?: moi)?|envoie[rz]?(?: moi)?)(?: toutes)? mes donnees"
    r"|(?:exportier\w*|schick mir|gib mir|lad\w*)(?: alle)? meine daten"
    r"|meine daten (?:export\w*|herunterladen))(?!\w)"
)
_WORDS_AT_MOST = 12


def control_said(text: str) -> Decision | None:
    """What they want done with what is kept of them; None where the message is about something else."""
    said = fold(text)
    if len(said.split()) > _WORDS_AT_MOST or not _EXPORT.search(said):
        return None
    return Decision(calls=(ToolCall(arguments=MyData(kind="export")),))
