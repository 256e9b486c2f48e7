"""Which sentences of a review give something away: 0 nothing, 1 a turn of the plot, 2 how it comes out.

Rules on words: of dying, killing, unmasking and marrying, of the end, and open warnings.
"""

import re
from collections.abc import Mapping, Sequence
from typing import Literal

SpoilerLevel = Literal["none", "mild", "full"]
"""How much may be given away: nothing of the plot's turns, those but not the outcome, everything."""

MOST_SHOWN: Mapping[SpoilerLevel, int] = {"none": 0, "mild": 1, "full": 2}
"""The gravest sentence that each level lets through."""

_WARNING = re.compile(r"\bspoilers?\b", re.IGNORECASE)
_WITHOUT = re.compile(
    r"\b(?:no|not?|without|avoid\w*|free|don'?t|won'?t|can'?t|never)\b[\w\s]{0,20}\bspoil", re.IGNORECASE
)
_OUTCOME = re.compile(
    r"\b(?:dies|drowns|murders|gets? (?:killed|murdered|shot|stabbed|eaten|caught|arrested|married)"
    r"|(?:is|are|was|were|been|being|gets?|getting) (?:killed|murdered|shot|stabbed|hanged|dead(?! on)"
    r"|sentenced|saved|rescued)"
    r"|kills (?:him|her|them|it|his|the|off|everyone|all)|kill(?:s|ed)? (?:himself|herself|themselves)"
    r"|commits? suicide|passes away|(?:the|real) (?:killer|murderer|culprit|traitor|villain) (?:is|was|turns)"
    r"|turn(?:s|ed) out (?:to be|that)|ends? up (?:dead|with|marrying|killing|dying|in)|lives? happily"
    r"|happily ever after|sacrifices? (?:him|her|them)sel\w+|was (?:all )?(?:a dream|dead all)"
    r"|comes? back to life"
    r"|is (?:revealed|discovered|unmasked)|reveals? (?:that|himself|herself)|survives?|happy ending"
    r"|(?:at|in|by|near) the (?:very )?end,? (?:he|she|they|when|a (?:girl|man)|[a-z]+ (?:are|is)\b)"
    r"|the twist is)\b",
    re.IGNORECASE,
)
_TURN = re.compile(
    r"\b(?:escapes?|kidnap\w*|betray\w*|confess\w*|discovers?|finds? out|falls? in love|rescues?|attacks?"
    r"|chases?|pregnant|steals?|stole|captured?|imprison\w*|marr(?:y|ies)|divorces?|pretends?|disguis\w*|secretly"
    r"|trapped|tortur\w*|rap(?:es|ed)|shoots?|stabs?|drunk|hospital|jail|arrested|explodes?|crash(?:es|ed)"
    r"|then (?:he|she|they|the)|when (?:he|she|they)|later (?:he|she|they)|decides? to|tries to|manages to"
    r"|returns?|end of the (?:film|movie)|final (?:battle|scene|fight|shot))\b",
    re.IGNORECASE,
)
_JUDGING = re.compile(
    r"\b(?:film|movie|acting|director|plot|script|scene|i|my|me|you|watch\w*|recommend\w*|performance|rating)\b",
    re.IGNORECASE,
)


def spoiler_levels(sentences: Sequence[str]) -> list[int]:
    """The level of each sentence of one review, in order: after an open warning, the rest counts as grave."""
    levels: list[int] = []
    warned = False
    for sentence in sentences:
        warned = warned or bool(_WARNING.search(sentence) and not _WITHOUT.search(sentence))
        levels.append(2 if warned else _level(sentence))
    return levels


def _level(sentence: str) -> int:
    if _OUTCOME.search(sentence):
        return 2
    return 1 if _TURN.search(sentence) and len(_JUDGING.findall(sentence)) < 2 else 0
