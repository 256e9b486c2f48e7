"""How many films: "three films", "just one", "top 10", "a double feature"."""

import re
from collections.abc import Iterator

from agent.planner.lexicon import Lexicon
from agent.planner.numbers import ARTICLES, NUMBER, value_of
from agent.planner.slots import CountSlot
from agent.planner.words import Message

MOST = 20

_FILMS = (
    r"(?:films?|movies?|flicks?|ones?|options?|picks?|suggestions?|recommendations?|recs?|ideas?|titles?"
    r"|choices|things to watch|others?|more|comedies|thrillers|dramas|westerns|documentaries|horrors?"
    r"|musicals"
    r"|classics|romcoms|komodien|krimis|dramen|comedias|comedie"
    r"|peliculas?|pelis?|cintas|opciones|sugerencias|filmen?|filme|vorschlage|ideen|idees"
    r"|propositions)"
)
_COUNTED = re.compile(
    rf"(?<![\w/.,'-])(?P<n>{NUMBER})\s+"
    rf"(?:(?!hours?|min|stars?|years?|out|of\b)[\w'-]+\s+){{0,3}}?{_FILMS}(?!\w)"
)
_TOP = re.compile(rf"(?<!\w)top[\s-]*(?P<n>{NUMBER})(?!\w)")
_ONLY = re.compile(
    r"(?<!\w)(?:just|only|exactly|solo|nur|seulement|juste|show me|give me|gimme|list|pick)\s+(?:me\s+)?"
    rf"(?P<n>{NUMBER})(?!\s*(?:min|h\b|hours?|stars?|years?|/|\d|of\b|from\b|in\b))(?![\w'])"
)
_OF_THEM = re.compile(
    rf"(?<!\w)(?!one |1 |un |una |ein |eine )(?P<n>{NUMBER})"
    rf" (?:of (?:them|those|these)|davon|de (?:ellas|esas)|d'entre eux)(?!\w)"
)
_AT_MOST = re.compile(
    r"(?<!\w)(?:max(?:imum|imal|imo)?(?: of)?|at most|no more than|como mucho|hochstens|au plus)\s+"
    r"(?P<n>[1-9]|10)"
    r"(?![\d:.,/'])(?!\s*(?:m|min|h|hrs?|hours?|horas?|heures?|stunden?|std|stars?|years?)\b)"
    r"|(?<![\w:.,/'-])(?P<n2>[1-9]|10) (?:max|at most|tops)(?!\w)"
)
"""A bare figure that bounds no minutes: "best of 1975 to 1985, max 3"."""


def find_counts(message: Message, lexicon: Lexicon) -> Iterator[CountSlot]:
    """Counts said outright; "a movie" is no count."""
    for pattern in (_TOP, _COUNTED, _ONLY, _OF_THEM):
        for found in pattern.finditer(message.folded):
            number = found["n"]
            if number not in ARTICLES and 1 <= (value := value_of(number)) <= 100 and value.is_integer():
                yield CountSlot(start=found.start(), end=found.end("n"), count=min(int(value), MOST))
    for found in _AT_MOST.finditer(message.folded):
        yield CountSlot(start=found.start(), end=found.end(), count=int(found["n"] or found["n2"]))
    for phrase in lexicon.counts.find(message.words):
        yield CountSlot(start=phrase.start, end=phrase.end, count=int(phrase.meaning))
