"""Which sentences of strangers may be shown or read to a language model: plain talk about a film, no more.

Review text is data. What looks like an address, a mention, markup or an order to a machine is counted in the
figures as any other sentence is, and goes no further.
"""

import re

SHORTEST, LONGEST = 20, 220
"""Characters."""

_MARKUP = re.compile(r"[<>{}\[\]|\\`*_~^#@$=]|&\w+;|/{2}|!\s*\(|%\w\w")
_ADDRESS = re.compile(
    r"\b(?:https?|ftp|www|mailto|javascript|data:)\b|\b[\w-]+\s*(?:\.|\bdot\b)\s*(?:com|net|org|io|ru|xyz|info|biz"
    r"|co|tv|gg|me|ly)\b|\d{3}[-.\s]?\d{3,}|\d{6,}",
    re.IGNORECASE,
)
_ORDER = re.compile(
    r"""\b(?:
      ignor\w*|disregard\w*|overrid\w*|bypass\w*|forget\s+(?:all|any|every|your|the|previous|prior)|instruction\w*
      |system|prompts?|developer|assistant|chat\s?bots?|bots?|a\.?i\.?|llms?|gpt\w*|language\s+model\w*
      |jailbreak\w*|roleplay|you\s+are\s+now|you\s+must|pretend\s+(?:to\s+be|you)|act\s+as|from\s+now\s+on
      |new\s+(?:task|rules?|persona|mode)|(?:print|output|repeat|respond|reply|answer|say|write|tell|summari[sz]e
      |translate|execute|run|call|send|delete|drop|rate|add|reveal)\s+(?:the\s+)?(?:only|exactly|with|this|that
      |following|everyone|users?|the\s+user|all|your|my|a\s+review|in\s+your|table|command|function|tools?)
      |when\s+summari[sz]\w+|summar(?:y|ies|i[sz]e\w*)|to\s+the\s+reader\s+of\s+this|begin\s+(?:system|new)
      |end\s+of\s+(?:reviews?|data|text|document)|passwords?|api\s?keys?|tokens?|secrets?\s+key|sudo|rm\s+-
      |subscribe|click|download\s+(?:now|here|free)|visit\s+(?:my|our|the\s+site)|buy\s+(?:now|it\s+at|cheap)
      |promo|discount|coupon|casino|viagra|crypto|bitcoin|telegram|whatsapp|discord|follow\s+me|dm\s+me
      |ignora\w*|instruc\w*|instruktion\w*|anweisung\w*|ignoriere?n?|oublie[rz]?|consignes?
    )\b""",
    re.IGNORECASE | re.VERBOSE,
)
_WORD = re.compile(r"[^\W\d_]+")
_ROLE = re.compile(
    r"^\s*(?:user|human|admin|note|important|attention|warning|tool|function|output)\s*:", re.IGNORECASE
)
_LATIN_END = 0x250
_DISGUISE = re.compile("[\u0300-\u036f\u200b-\u200f\u202a-\u202e\u2066-\u2069]")
_LETTERS_SPLIT = re.compile(r"\b(?:\w[\s.\-]){4,}\w\b")


def is_quotable(sentence: str) -> bool:
    """True for a sentence of ordinary length and characters that only speaks of a film."""
    if not SHORTEST <= len(sentence) <= LONGEST or not sentence.isprintable():
        return False
    if _MARKUP.search(sentence) or gives_orders(sentence) or not _plain(sentence):
        return False
    words = _WORD.findall(sentence)
    shouted = sum(word.isupper() and len(word) > 1 for word in words)
    return len(words) >= 4 and shouted * 2 < len(words) and max(map(len, words)) <= 24


def gives_orders(sentence: str) -> bool:
    """Whether a sentence, of whatever length, speaks to a machine or sends its reader somewhere.

    One with letters of other alphabets, marks over letters or turned directions may do so unseen, and is
    taken to.
    """
    disguised = (ord(each) >= _LATIN_END and (each.isalpha() or _DISGUISE.match(each)) for each in sentence)
    return any(disguised) or any(
        pattern.search(sentence) for pattern in (_ADDRESS, _ORDER, _ROLE, _LETTERS_SPLIT)
    )


def _plain(sentence: str) -> bool:
    """Only letters of one alphabet, Latin: look-alike letters of others hide words from the rules above."""
    return all(ord(character) < _LATIN_END or character in "‘’“”…–—" for character in sentence)
