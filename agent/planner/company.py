"""Who watches along, and whether children are among them."""

import re
from collections.abc import Iterator

from agent.planner.lexicon import Lexicon
from agent.planner.slots import CompanySlot
from agent.planner.words import Message

_CHILD = (
    r"(?:kids?|child|children|sons?|daughters?|toddlers?|little ones?|nephews?|nieces?|boys|girls"
    r"|grand(?:kids?|children|sons?|daughters?)|little (?:brother|sister)"
    r"|ninos?|ninas|(?<=mi )nina|hijos?|hijas?|peques?|enfants?|fils|fille|gamins?"
    r"|kindern?|kinder|kind|sohn|tochter"
    r"|bambin[oiae]|figli[oae]?|criancas?|filh[oa]s?)"
)
_WITH_CHILD = re.compile(
    r"(?<!\w)(?:with|for|and|to|my|our|the|con|para|mis?|los|las|avec|pour|mes|mon|ma|les|per|com|pra|meus?|minhas?|mie[i]?|mia|i"
    r"|mit|fur|meine[nm]?|die|den)\s+"
    r"(?:(?:my|our|the|a|two|three|small|young|little|some|mis?|los|las|un|una|mes|mon|ma|nos|les|i|tutti|mie[i]?|mia|meus?|minhas?|os|as|uma?"
    r"|meine[nmr]?|unsere[nmr]?|den|die|\d+|sister'?s|brother'?s|friend'?s)\s+){0,3}"
    rf"(?:\w+[ -]year[ -]olds? )?{_CHILD}(?!\w)"
)
_AGE = re.compile(
    r"(?<!\w)(?P<age>\d{1,2}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)[\s-]*"
    r"(?:years?|yrs?|y)?[\s-]*(?:/?o(?:ld)?s?)(?!\w)"
    r"|(?<!\w)(?P<age2>\d{1,2})\s*(?:anos|anni|ans|jahre(?: alt)?)(?!\w)"
    r"|(?<!\w)(?:(?:he|she|who)(?:'?s| is)|(?:er|sie) ist)\s+(?P<age3>\d{1,2})(?!\w)"
)
_CHILD_UNTIL = 12

_MEANINGS: dict[str, tuple[str | None, bool]] = {
    "safe": (None, True),
    "kids_safe": ("kids", True),
    "family_safe": ("family", True),
    "family": ("family", False),
    "date": ("date", False),
    "friends": ("friends", False),
    "alone": ("alone", False),
}
"""Of the lexicon's sections: the company, and whether films must be fit for children."""


def find_company(message: Message, lexicon: Lexicon) -> Iterator[CompanySlot]:
    """Who watches along."""
    for found in _WITH_CHILD.finditer(message.folded):
        yield CompanySlot(start=found.start(), end=found.end(), company="kids", family_safe=True)
    for found in _AGE.finditer(message.folded):
        age = found["age"] or found["age2"] or found["age3"]
        if not age.isdigit() or int(age) <= _CHILD_UNTIL:
            yield CompanySlot(start=found.start(), end=found.end(), company="kids", family_safe=True)
    for phrase in lexicon.company.find(message.words):
        company, family_safe = _MEANINGS[phrase.meaning]
        yield CompanySlot(start=phrase.start, end=phrase.end, company=company, family_safe=family_safe)
