"""Wishes taken back in words: "forget the horror thing" means this search, not what is kept for good."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from agent.decision import Decision, ToolCall
from agent.focus import Focus
from agent.standing import Kind, Wish, without
from data.names import fold
from data.words import FUNCTION
from tools.arguments import FilmFilters, Forget, Remember

_OF_THE_PERSON = frozenset({"i", "im", "ive", "me", "my", "mine", "everything"})
"""Words that speak of the person: that is about what is kept of them."""
ASKS = (
    r"(?:(?:please|pls|ok(?:ay)?|so|and|actually|well|hm+|then|now|no|oh|you can|can you|could you|lets"
    r"|just|por favor|entonces|bueno|s ?il (?:te|vous) plait|alors|bitte|dann|also|ach) )*"
)
"""What may stand before a request, folded."""
_ABOUT = r"(?: (?:about|that|que|dass|de|lo de|das mit|what i said about))*"
_FORGETS = re.compile(
    rf"{ASKS}(?:forget|never ?mind|olvida(?:te)?|oublie[zs]?|vergiss)\b{_ABOUT}[\s,]+", re.IGNORECASE
)
"""How a message begins that takes something back, whatever it is."""
_REMOVES = re.compile(
    rf"{ASKS}(?:drop|remove|lose|ditch|scrap|cancel|undo|scratch|skip|lift|get rid of|let go of"
    r"|take (?:out|off|away)"
    r"|no need for|(?:i|we) (?:dont|no longer) (?:need|want)|leave out|without|no more|less of"
    r"|quita(?:r)?|elimina(?:r)?|borra(?:r)?|deja(?:r)?|ya no (?:quiero|necesito|hace falta)|no hace falta"
    r"|enleve[rsz]?|retire[rsz]?|supprime[rsz]?|laisse tomber|plus besoin d[eu]?"
    r"|streich\w*|entfern\w*|losch\w*|lass|weg mit|ohne)\b(?: (?:lo de|das mit))?\s+"
)
"""The same for what was wanted: "drop the dogs"."""
_NEED_NOT = re.compile(
    r"(?:^|.* )(?:(?:doesnt|does not|dont|do not|neednt|need not)(?: really)?"
    r"(?: (?:have|has|needs?) to)? be"
    r"|not necessarily|no (?:tiene|tienen|hace falta) que se(?:r|a|an)"
    r"|(?:pas|plus) (?:forcement|obligatoirement|oblige d ?etre|besoin que ce soit)"
    r"|(?:muss|mussen|braucht) (?:ja )?(?:doch )?nicht(?: unbedingt)?)\s+"
)
"""The same in other words: "it doesn't have to be French"."""
_WELCOME = re.compile(
    r"\s+(?:is|are|would be|ist|sind|geht|gehen|esta|estan|va|vale|est|sont|passe)"
    r"(?: (?:totally|actually|also|auch|doch|aussi|tambien))*"
    r" (?:fine|ok(?:ay)?|allowed|welcome|all ?right|good|erlaubt|in ordnung|bien|d ?accord)"
    r"(?: (?:again|after all|now|too|by me|with me|for me|wieder|doch|auch|otra vez|finalement))*$"
)
"""What was kept away may come: "horror is fine after all"."""
_JOINS = r"(?:and|but|or|y|pero|et|mais|und|aber|oder)"
PIECES = re.compile(rf"(?:\s*[,;!?:–—]|\.(?=\s|$))+\s*(?:{_JOINS}\s+)?|\s+{_JOINS}\s+", re.IGNORECASE)
"""What stands between the parts of a message."""
_FILLER_WORDS = """
thing things part parts bit stuff idea rule limit limits limitation restriction filter filters wish
requirement condition constraint film films movie movies one ones please again anymore now then too more
cosa parte filtro pelicula peliculas ser sea el la los las lo un una de en por favor
truc partie limite filtre critere etre le les du des une en au
sache teil wunsch weg sein filme filmen bitte mehr der die das den dem mit aus auf im
"""
_FILLER = FUNCTION | frozenset(_FILLER_WORDS.split())
_NAMES_OF_KINDS: dict[Kind, str] = {
    "years": "year years decade era period ano anos decada epoca annee annees decennie epoque jahr jahre"
    " jahrzehnt",
    "runtime": "length runtime running duration minutes minute min mins hour hours duracion minutos duree"
    " longueur lange laufzeit dauer minuten stunde stunden",
    "languages": "language languages idioma langue sprache subtitles",
    "mood": "mood vibe tone animo ambiance humeur stimmung",
    "genres": "genre genero",
    "people": "actor actress director person regisseur schauspieler acteur actrice realisateur",
    "like": "example ejemplo exemple beispiel",
    "from_watchlist": "watchlist list lista liste merkliste",
    "family_safe": "kids children family ninos enfants kinder familie famille familia",
    "company": "company kids children friends date ninos enfants kinder freunde",
}
"""What the wishes of a kind are called, folded."""
_DIGITS = re.compile(r"\d+")
_STEM = 4
"""Letters that two words of one family begin with."""


@dataclass(frozen=True, slots=True)
class TakenBack:
    """What is left once wishes are taken back."""

    request: FilmFilters
    """The search without them."""
    rest: str
    """What else the message says; empty where that is all."""


def taken_back(text: str, focus: Focus, wishes: Sequence[Wish]) -> TakenBack | None:
    """The search and the message without the wishes that the message takes back; None where it takes none."""
    request = focus.request
    if not isinstance(request, FilmFilters) or not wishes:
        return None
    left: list[str] = []
    gone: list[Wish] = []
    follows = idle = False
    for piece in PIECES.split(text):
        said = fold(piece)
        found = _meant(said, wishes) or (_named(said, wishes) if follows else [])
        if found:
            gone += found
        elif _FORGETS.match(said) and _OF_THE_PERSON.isdisjoint(said.split()):
            idle = True  # "forget the tense thing, a comedy": that it no longer stands is all the same
        elif said:
            left.append(piece.strip())
        follows = bool(found)
    return TakenBack(without(request, gone), ", ".join(left)) if gone or (idle and left) else None


def withdrawn(decision: Decision, focus: Focus, wishes: Sequence[Wish]) -> Decision:
    """The decision, or the search without the wish that it would look for in what is kept."""
    if len(decision.calls) != 1:
        return decision
    arguments = decision.calls[0].arguments
    if isinstance(arguments, Remember) and (lead := _FORGETS.match(arguments.preference)):
        arguments = Forget(what=arguments.preference[lead.end() :] or arguments.preference)
        decision = decision.model_copy(update={"calls": (ToolCall(arguments=arguments),)})
    request = focus.request
    if not isinstance(arguments, Forget) or not isinstance(request, FilmFilters):
        return decision
    gone = _named(fold(arguments.what), wishes)
    if not gone:
        return decision
    call = ToolCall.model_validate({"arguments": without(request, gone)})
    return decision.model_copy(update={"calls": (call,)})


def _meant(said: str, wishes: Sequence[Wish]) -> list[Wish]:
    """The wishes that a piece of a message takes back."""
    if lead := _FORGETS.match(said):
        return _named(said[lead.end() :], wishes)
    wanted = [wish for wish in wishes if not wish.unwanted]
    if lead := _REMOVES.match(said) or _NEED_NOT.match(said):
        return _named(said[lead.end() :], wanted)
    if tail := _WELCOME.search(said):
        return _named(said[: tail.start()], [wish for wish in wishes if wish.unwanted])
    return []


def _named(said: str, wishes: Sequence[Wish]) -> list[Wish]:
    """The wishes that these words name, if they name nothing else."""
    spoken = said.split()
    if not _OF_THE_PERSON.isdisjoint(spoken):
        return []
    telling = [word for word in spoken if word not in _FILLER]
    answering = [[wish for wish in wishes if _names(word, wish)] for word in telling]
    if not telling or not all(answering):
        return []
    return [wish for wish in wishes if any(wish in those for those in answering)]


def _names(word: str, wish: Wish) -> bool:
    own = {*fold(wish.said).split(), *fold(wish.raw).split(), *_NAMES_OF_KINDS.get(wish.kind, "").split()}
    return any(_alike(word, other) for other in own - FUNCTION)


def _alike(word: str, other: str) -> bool:
    """The same word, in another form of it, or the same number."""
    if word == other:
        return True
    mine, theirs = _DIGITS.findall(word), _DIGITS.findall(other)
    if mine or theirs:
        return bool(mine and theirs) and theirs[0].endswith(mine[0])
    short, long = sorted((word, other), key=len)
    if len(short) < _STEM:
        return len(short) > 2 and long in (f"{short}s", f"{short}es")
    return long.startswith(short[: max(_STEM, len(short) - 2)])
