"""What somebody says for good in passing: "I can't stand jump scares" in the middle of a review."""

import re

from data.catalogue import Catalogue
from data.people import PeopleIndex
from recsys.reviews.sentences import sentences
from tools.preference_rules import read_rule
from tools.rule import Rule

LONGEST = 120
"""Characters of such a sentence."""

_SAYS_SO = re.compile(
    r"^(?:but |and |also |sorry,? |personally,? |then again,? )*(?:i|we) (?:\w+ ){0,2}?"
    r"(?:can'?t stand|cannot stand|can'?t bear|hate|loathe|detest|love|adore|avoid|prefer|never watch"
    r"|don'?t (?:like|watch|do)"
    r"|am (?:not )?(?:a (?:big |huge )?fan of|into|allergic to|tired of|sick of))\b",
    re.IGNORECASE,
)
_OF_THIS_FILM = re.compile(
    r"\b(?:it|its|this|that|these|those|the|here|him|her|his|he|she|they|them|their|was|were"
    r"|did)\b",
    re.IGNORECASE,
)


def lasting_words(text: str, catalogue: Catalogue, people: PeopleIndex) -> str | None:
    """The first sentence that states a lasting preference which can be enforced; None where there is none.

    What points at the film itself ("I hate the ending") says nothing of others.
    """
    for span in sentences(text):
        sentence = span.of(text)
        if len(sentence) > LONGEST or not _SAYS_SO.search(sentence) or _OF_THIS_FILM.search(sentence):
            continue
        if read_rule(sentence, catalogue, people) != Rule():
            return sentence.rstrip(" .!")
    return None
