"""Subjects, settings and styles: "about time travel", "set in Paris", "heist"."""

import re
from collections import Counter
from collections.abc import Iterator

from agent.planner.lexicon import Lexicon
from agent.planner.phrases import Phrases
from agent.planner.slots import ThemeSlot
from agent.planner.words import Message
from data.catalogue import Catalogue
from data.words import COMMON, FUNCTION

_INTRODUCED = re.compile(
    r"(?<!\w)(?:(?:that|which) (?:deals?|is about) with|about|involving|centered (?:on|around)"
    r"|set (?:in|on|at|during)|takes? place in|taking place in|dealing with|featuring|based on"
    r"|adaptations? of"
    r"|adapted from|on the (?:topic|subject) of|sobre|acerca de|ambientad[ao]s? en|que trate de"
    r"|sur|qui parle de|qui se passe (?:a|en|dans)|uber|die in|spielt in)\s+(?P<theme>[^.,;:!?()\n]+)"
)
_STOP = re.compile(
    r"\s+(?:but|and (?:not|it|with|under|from|in|i|we|something|no)|under|over|from|with|without|that"
    r"|which|who"
    r"|where|when|please|pls|not|no|less|more than|less than|for (?:my|me|us|the|tonight)|tonight|today"
    r"|starring"
    r"|directed|by|like|similar|instead|if|because|since|before|after"
    r"|in (?:french|english|spanish|german|italian|japanese|korean)|pero|de menos|con|sin|por favor"
    r"|mais|avec|sans|s'il|aber|mit|ohne|bitte|und|und nicht)\b.*$"
)
_LEADING = re.compile(
    r"^(?:(?:a|an|the|some|any|un|una|el|la|los|las|une|le|les|des|l'|du|ein|eine|einen|die|der|das|den"
    r"|dem)\s+)+"
)
_LONGEST_WORDS = 5
_MIN_SINGLE, _MIN_PHRASE = 12, 4


class Themes:
    """Finds themes: what an introducing word announces, and keywords that the catalogue knows."""

    def __init__(self, catalogue: Catalogue, lexicon: Lexicon) -> None:
        counts = Counter(keyword for film in catalogue.films for keyword in film.keywords)
        known = [
            keyword
            for keyword, count in counts.items()
            if count >= (_MIN_PHRASE if " " in keyword else _MIN_SINGLE) and keyword not in FUNCTION | COMMON
        ]
        taken = lexicon.genres.vocabulary | lexicon.languages.vocabulary | lexicon.never_themes
        self._never = lexicon.never_themes
        forms = {plural(theme): theme for theme in known if plural(theme) not in FUNCTION | COMMON}
        forms |= {theme: theme for theme in (*known, *lexicon.themes)}
        self._known = Phrases(
            {form: theme for form, theme in forms.items() if form not in taken and theme not in taken}
        )

    @property
    def vocabulary(self) -> frozenset[str]:
        """The words of the known themes."""
        return self._known.vocabulary

    def find(self, message: Message) -> Iterator[ThemeSlot]:
        """Themes in the message, in the person's words."""
        for found in _INTRODUCED.finditer(message.folded):
            phrase = _STOP.sub("", found["theme"]).rstrip()
            bare = _LEADING.sub("", phrase)
            if bare and bare not in self._never and len(bare.split()) <= _LONGEST_WORDS:
                start = found.start("theme") + len(phrase) - len(bare)
                end = start + len(bare)
                yield ThemeSlot(start=start, end=end, theme=message.text[start:end].lower(), introduced=True)
        for known in self._known.find(message.words):
            yield ThemeSlot(start=known.start, end=known.end, theme=known.meaning)


def plural(phrase: str) -> str:
    """The English plural of a phrase; one that ends in "s" stays as it is."""
    if phrase.endswith("s"):
        return phrase
    if phrase.endswith("y") and phrase[-2:-1] not in "aeiou":
        return f"{phrase[:-1]}ies"
    return f"{phrase}es" if phrase.endswith(("o", "x", "ch", "sh")) else f"{phrase}s"
