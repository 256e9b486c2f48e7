"""Pointing at what was shown: "the second one", "that", "the De Niro one", "the shortest"."""

import re
from collections.abc import Iterator
from typing import Literal

from agent.planner.slots import PickSlot
from agent.planner.words import Message

Extreme = Literal["shortest", "longest", "oldest", "newest"]

ORDINALS: dict[str, int] = {
    word: position
    for position, words in {
        1: "first 1st one primera primero primer premier premiere erste ersten erster erstes top",
        2: "second 2nd two segunda segundo deuxieme seconde zweite zweiten zweiter zweites",
        3: "third 3rd three tercera tercero tercer troisieme dritte dritten dritter drittes",
        4: "fourth 4th four cuarta cuarto quatrieme vierte vierten vierter",
        5: "fifth 5th five quinta quinto cinquieme funfte funften",
        6: "sixth 6th sexta sixieme sechste",
        7: "seventh 7th", 8: "eighth 8th", 9: "ninth 9th", 10: "tenth 10th",
        -1: "last ultima ultimo derniere dernier letzte letzten letzter letztes",
    }.items()
    for word in words.split()
}  # fmt: skip
"""Words to places in a list, from its end where negative."""
_TRUE_ORDINALS = "|".join(
    word for word in ORDINALS if word not in ("one", "two", "three", "four", "five", "top")
)
_THE = r"(?:the|el|la|le|der|die|das|den|dem|your|that|du|del|al|au|im|am|vom|zum|beim)"
_ONE = r"(?:one|film|movie|pick|option|suggestion|choice|pelicula|peli|title|recommendation)"
_ORDINAL = re.compile(
    rf"(?<!\w)(?:{_THE}\s+)(?:(?:very|muy)\s+)?(?P<a>{_TRUE_ORDINALS})(?:\s+(?P<and>(?:and|und|et"
    rf"|y)\s+(?:{_THE}\s+)?(?P<b>{_TRUE_ORDINALS})))?(?:\s+{_ONE})?(?!\w)"
    rf"(?!\s+(?:time|half|part|act|scene|world|season|minutes?|hour|year|week|day|night|month|decade"
    rf"|century|years|name|date|thing|couple|few|two|three|four|five|of)\b)"
    rf"|(?<!\w)(?P<c>{_TRUE_ORDINALS})\s+{_ONE}(?!\w)"
    rf"|(?<!\w)(?:number|no\.?|nr\.?|numero|nummer|#|option)\s*(?P<n>[1-9]|10|one|two|three|four"
    rf"|five)(?!\w)"
)
_FIRST_FEW = re.compile(
    r"(?<!\w)(?:the |los |las |les |die )?(?P<which>first|last|top|primer[ao]s|dos primer[ao]s|premiers"
    r"|deux premiers|ersten)\s+(?P<n>two|three|four|2|3|4|dos|tres|deux|trois|zwei|drei)(?:\s+(?:films"
    r"|movies|ones|of (?:them|those)))?(?!\w)"
)
_ALL = re.compile(
    r"(?<!\w)(?:all (?:of )?(?:them|these|those|five|three|four)|them all|every one of them"
    r"|both(?: of (?:them|those|these))?|todas|las dos|ambas|toutes|les deux|tous|alle(?: davon)?|beide"
    r"|those two|these two|each of them|those|these|them)(?!\w)"
)
_THIS = re.compile(
    r"(?<!\w)(?:that one|this one|that film|this film|that movie|this movie|the film|the movie|it'?s|its"
    r"|it|that|this"
    r"|esa pelicula|esta pelicula|esa|esta|ese|este|ella|celui-la|celui-ci|celle-la|ce film|ca|cela"
    r"|den film|der film|dieser film|diesen film|den da|den|diesen|dieser|der)(?!\w)"
)
_CLITIC = re.compile(
    r"(?<!\w)(?:anade|agrega|guarda|pon|quita|elimina|marca|borra|mets-|ajoute-|garde-|enleve-|note-)(?:la"
    r"|lo|le|melas?)(?!\w)"
    r"|(?<!\w)(?:ya )?(?:la|lo) (?:vi|he visto|hemos visto)(?!\w)"
    r"|(?<!\w)(?:je )?l'\s*(?:ai|a|avons)(?: deja)? vue?(?!\w)"
    r"|(?<!\w)(?:gia )?l'\s*ho (?:gia )?vist[oa](?!\w)"
)
_EXTREME_WORDS: dict[Extreme, tuple[str, str]] = {
    "shortest": (
        "shortest|quickest|mas corta|mas corto|plus court|plus courte|kurzeste|kurzesten|kurzester",
        "shorter|quicker|kurzer",
    ),
    "longest": (
        "longest|mas larga|mas largo|plus long|plus longue|langste|langsten|langster", "longer|langer"
    ),
    "oldest": (
        "oldest|earliest|mas antigua|mas vieja|plus ancien|plus ancienne|plus vieux|alteste|altesten",
        "older|alter",
    ),
    "newest": (
        "newest|most recent|latest|mas reciente|mas nueva|plus recent|plus recente|neueste|neuesten|neuester",
        "newer|more recent|neuer",
    ),
}  # fmt: skip
"""The words for the most, and for the more of two."""
_MOST = "|".join(most for most, _ in _EXTREME_WORDS.values())
_MORE_OF_TWO = "|".join(more for _, more in _EXTREME_WORDS.values())
_EXTREMES: dict[str, Extreme] = {
    word: extreme for extreme, words in _EXTREME_WORDS.items() for word in "|".join(words).split("|")
}
_OF_THEM = r"(?:of (?:them|those|these|the (?:two|three|lot))|von (?:denen|allen|beiden)|de todas|de tous)"
_EXTREME = re.compile(
    rf"(?<!\w)(?:the|la|le|der|die|das|den)\s+(?P<word>{_MOST})"
    rf"(?:\s+(?:one|film|movie|{_OF_THEM}))?(?!\w)"
    rf"|(?<!\w)(?P<of>{_MOST}) {_OF_THEM}(?!\w)"
    rf"|(?<!\w)(?:which|what|cual|laquelle|lequel|welche[rs]?)(?: (?:one|film|movie))?(?: {_OF_THEM})?"
    rf" (?:is|was|es|est|ist) (?:the |la |le |el |der |die |das )?"
    rf"(?P<which>{_MOST}|{_MORE_OF_TWO})(?: one)?(?! than)(?!\w)"
)
_KNOWN_BY_AGE = re.compile(
    r"(?<!\w)(?:the|la|le|el|der|die|das|den)\s+"
    r"(?:(?P<old>old|original|classic|vieja?|antigu[ao]|vieux|vieille|ancien(?:ne)?|alte[nrs]?)"
    r"|(?P<new>new|recent|modern|nuev[ao]|reciente|nouveau|nouvelle|neue[nrs]?))"
    r"(?:\s+(?:one|film|movie|version|pelicula|fassung))?\s*[.!?]*$"
)
"""Of films that bear one title: "the old one"."""
_NUMBER_ALONE = re.compile(
    r"\W*(?:(?:number|no|nr|numero|nummer|option)\W*)?(?P<n>10|[1-9])\W*"
    r"(?:(?:please|pls|bitte|por favor|svp)\W*)?"
)
"""All that is said, as one picks from a numbered list."""
_DESCRIBED = re.compile(
    r"(?<!\w)(?:the|that)\s+(?P<what>(?:(?!one\b|ones\b)[\w'.-]+\s+){1,4})one(?!s)(?!\w)"
    r"|(?<!\w)(?:the|that)\s+one\s+(?:with|from|by|about|starring|in|on|set|directed"
    r"|where)\s+(?:[\w'.-]+\s*){1,5}"
    r"|(?<!\w)(?:la|el)\s+(?:de|con)\s+(?!los\b|las\b)[\w'.-]+(?:\s+[\w'.-]+)?"
    r"|(?<!\w)celui\s+(?:de|avec|des)\s+[\w'.-]+(?:\s+[\w'.-]+)?"
    r"|(?<!\w)(?:der|den)\s+(?:mit|von|aus)\s+[\w'.-]+(?:\s+[\w'.-]+)?"
)
_NUMBERS = {"two": 2, "three": 3, "four": 4, "dos": 2, "tres": 3, "deux": 2, "trois": 3, "zwei": 2, "drei": 3}
_DIGITS = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5}


def find_picks(message: Message) -> Iterator[PickSlot]:
    """Pointing words, the most telling first; "it" last."""
    text = message.folded
    yield from _by_place(text)
    for found in _EXTREME.finditer(text):
        word = found["word"] or found["of"] or found["which"]
        yield PickSlot(start=found.start(), end=found.end(), extreme=_EXTREMES[word])
    if aged := _KNOWN_BY_AGE.search(text):
        yield PickSlot(start=aged.start(), end=aged.end(), extreme="oldest" if aged["old"] else "newest")
    for found in _DESCRIBED.finditer(text):
        yield PickSlot(start=found.start(), end=found.end(), described=True)
    for found in _ALL.finditer(text):
        yield PickSlot(start=found.start(), end=found.end(), everything=True)
    for pattern in (_THIS, _CLITIC):
        for found in pattern.finditer(text):
            yield PickSlot(start=found.start(), end=found.end())


def _by_place(text: str) -> Iterator[PickSlot]:
    """By their number in the list."""
    for found in _FIRST_FEW.finditer(text):
        count = _NUMBERS.get(found["n"]) or int(found["n"])
        from_end = found["which"] == "last"
        positions = tuple(range(-count, 0)) if from_end else tuple(range(1, count + 1))
        yield PickSlot(start=found.start(), end=found.end(), positions=positions)
    for found in _ORDINAL.finditer(text):
        numbers = [found["a"], found["b"], found["c"]]
        positions = tuple(ORDINALS[word] for word in numbers if word)
        if found["n"]:
            positions = (_DIGITS.get(found["n"]) or int(found["n"]),)
        yield PickSlot(start=found.start(), end=found.end(), positions=positions)
    if alone := _NUMBER_ALONE.fullmatch(text):
        yield PickSlot(start=alone.start("n"), end=alone.end("n"), positions=(int(alone["n"]),))
