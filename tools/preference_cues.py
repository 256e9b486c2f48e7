"""The words by which people say how they mean what they name: "can't stand", "only", "is not for me"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

Attitude = Literal["likes", "dislikes", "only", "minds_not"]


@dataclass(frozen=True, slots=True)
class Cue:
    """Words that say how what follows (or goes before) is meant."""

    start: int
    end: int
    attitude: Attitude
    trails: bool
    """It speaks of what goes before: "musicals are not for me"."""


_MINDS_NOT = """
don't mind, dont mind, do not mind, doesn't mind, no problem with, nothing against, not afraid of, don't
care if
"""
_CANNOT_RESIST = """
can't get enough of, cannot get enough of, never get tired of, never tire of, can't resist
"""
_TRAILING_DISLIKE = """
(?:is|are) (?:really |just |simply )?not (?:for (?:me|us)|my (?:thing|cup of tea|genre)),
(?:isn't|aren't|ain't) (?:for (?:me|us)|my (?:thing|cup of tea|genre)), (?:is|are) (?:really |just |so |too
)?(?:boring|awful|terrible|stupid|too much for me|off the table), (?:is|are) a no(?:-go)?, (?:really
)?(?:bores?|scares?|annoys?|disgusts?|upsets?|depress(?:es)?) (?:me|us), gives? me (?:nightmares|anxiety|a
headache), makes? me (?:sick|uncomfortable|anxious)
"""
_TRAILING_LIKE = """
(?:is|are) (?:great|fine|okay|ok|the best|my (?:favou?rites?|thing|jam))
"""
_NOT = """
do not, don't, dont, does not, doesn't, did not, didn't, would rather not, rather not, never, not, no
longer, hardly, can't, cannot, cant, won't
"""
_MUCH = r"(?: (?:really|particularly|much|ever|even|want to|wanna|usually|generally|exactly|all that|that))*"
_PLEASURE = """
a (?:big |huge )?fan of, into, keen on, big on, fond of, interested in, likes?, loves?, enjoys?, care for,
care about, want, watch, do, need, get, fancy, appreciate, recommend, suggest, show, give, see, stand, bear,
take, handle, abide, tolerate, stomach, deal with, sit through, touch
"""
_TO_ME = r"(?: (?:me|us|any|any more|anymore|again))*"
_DISLIKE = """
can't stand, cannot stand, cant stand, hates?, loathes?, despises?, detests?, dislikes?, abhors?, sick of,
tired of, bored (?:of|by|with), fed up with, done with, allergic to, scared of, afraid of, terrified of,
triggered by, uncomfortable with, turned off by, upset by, disturbed by, squeamish about, sensitive to,
nightmares
(?:from|about|of), gets? (?:sick|nauseous|scared|anxious|dizzy|upset|queasy|nightmares)
(?:from|of|by|at|with), avoid(?:ing)?, skip, no more, leave out, exclude, without, except for, except, apart
from, other than, anything but, everything but, stop (?:recommending|showing|suggesting|giving)(?: me| us)?
"""
_ONLY = """
only, exclusively, nothing but, just
"""
_LIKE = """
loves?, adores?, likes?, enjoys?, prefers?, favou?rites?(?: (?:are|is|genres?))*, (?:big
|huge )?fans? of, into, obsessed with, big on, fond of, keen on, crazy about, mad about, up for, more
"""
_TRAILING_DISLIKE_ELSEWHERE = """
(?:kann|können) (?:ich|wir) (?:gar |überhaupt |absolut )?nicht (?:ausstehen|leiden|ertragen|ab), (?:gar
|überhaupt )?nicht (?:ausstehen|leiden|ertragen), mag ich (?:gar |überhaupt )?nicht,
sind nichts für (?:mich|uns), ne sont pas pour (?:moi|nous), no son para (?:mí|nosotros)
"""
_ONLY_ELSEWHERE = """
(?:solo|sólo|solamente) (?:veo|vemos|quiero|queremos), (?:ne )?regarde que, uniquement, nur, ausschließlich
"""
_DISLIKE_ELSEWHERE = """
odio, odiamos, odia, detesto, detestamos, no (?:soporto|soportamos|soporta|aguanto|aguantamos|aguanta), no
(?:me|nos|le) gustan?, (?:me|nos) dan? (?:mucho )?(?:miedo|asco), hasse ich, hassen wir, nunca
(?:veo|vemos|miro|quiero ver|más),
nada
de, (?:déteste|deteste)(?:nt|ns)?, détestons, hais, (?:ne )?support(?:e|ons|ent) (?:pas|plus), n?'?aime(?:nt)?
(?:pas|plus), (?:ai|a|avons) horreur (?:de|du|des|d'), jamais de, (?:ne )?regarde jamais, ne (?:me |nous
)?(?:propose|montre|recommande)\\w* jamais, hasse, hassen, hasst, verabscheue,
(?:mag|mögen|schaue?|gucke?|sehe|will)
(?:nie |niemals )?keine?n?, (?:schaue?|gucke?|sehe) nie, nie wieder, bitte keine?n?
"""
_LIKE_ELSEWHERE = """
me encantan?, nos encantan?, me gustan?, nos gustan?, adoro, prefiero, adore, adorons, préfère, liebe, lieben,
mag, mögen
"""
_NO = """
nothing, never, none of, not, no
"""


def _any(phrases: str) -> str:
    """Any of the phrases between commas; a line break is a space."""
    return "(?:" + "|".join(" ".join(phrase.split()) for phrase in phrases.split(",")) + ")"


_CUES: tuple[tuple[Attitude, bool, str], ...] = (
    ("minds_not", False, _any(_MINDS_NOT)),
    ("likes", False, _any(_CANNOT_RESIST)),
    ("dislikes", True, _any(_TRAILING_DISLIKE)),
    ("dislikes", True, _any(_TRAILING_DISLIKE_ELSEWHERE)),
    ("likes", True, _any(_TRAILING_LIKE)),
    ("dislikes", False, f"{_any(_NOT)}{_MUCH} {_any(_PLEASURE)}{_TO_ME}"),
    ("dislikes", False, _any(_DISLIKE)),
    ("dislikes", False, _any(_DISLIKE_ELSEWHERE)),
    ("only", False, _any(_ONLY)),
    ("only", False, _any(_ONLY_ELSEWHERE)),
    ("likes", False, _any(_LIKE)),
    ("likes", False, _any(_LIKE_ELSEWHERE)),
    ("dislikes", False, _any(_NO)),
)
"""At each place the first that fits is taken."""

_CUE = re.compile("|".join(rf"(?P<c{number}>\b{words}\b)" for number, (_, _, words) in enumerate(_CUES)))
_CLAUSE = re.compile(
    r"[.!?;\n]+|(?<!anything )(?<!nothing )(?<!everything )\b(?:but|however|though|although)\b"
)


def cues(clause: str) -> list[Cue]:
    """The cues of a clause in lower case with single spaces, in order."""
    found = []
    for match in _CUE.finditer(clause):
        attitude, trails, _ = _CUES[int(str(match.lastgroup)[1:])]
        found.append(Cue(match.start(), match.end(), attitude, trails))
    return found


def clauses(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of the parts of a text within which attitudes carry over."""
    start = 0
    for match in _CLAUSE.finditer(text):
        yield start, match.start()
        start = match.end()
    yield start, len(text)
