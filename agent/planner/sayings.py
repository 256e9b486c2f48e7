"""Free text that a tool takes: a review, a preference, what to forget, the sides of a film asked about."""

import re
from collections.abc import Mapping

from agent.planner.reader import Reading
from agent.planner.slots import TitleSlot
from recsys.reviews.spoilers import SpoilerLevel
from tools.spoiler_wish import spoiler_wish

LONGEST = 500
"""Characters of a free text."""

_ASPECTS: Mapping[str, str] = {
    "acting": r"acting|performances?|actors?|cast|actuaci\w+|jeu d'acteurs?|schauspiel\w*",
    "story": r"story|plot|script|writing|trama|guion|histoire|scenario|handlung|drehbuch",
    "pace": r"pac(?:e|ing)|slow|boring|drags?|ritmo|rythme|tempo",
    "ending": r"ending|end|finale|final|fin|ende",
    "music": r"music|soundtrack|score|musica|musique|musik|bande originale",
    "photography": r"photography|cinematography|visuals?|camera\w*|fotografia|photographie|bilder|kamera",
    "direction": r"direct(?:ing|ion)|direccion|mise en scene|realisation|regie",
    "characters": r"characters?|personajes?|personnages?|figuren",
    "dialogue": r"dialogues?|dialogos?|dialoge",
    "effects": r"effects|cgi|vfx|efectos|effets|effekte",
    "humour": r"humou?r|jokes?|funny|chistes",
    "emotion": r"emotion\w*|emocion\w*",
    "originality": r"original|originality",
}
_REVIEW_MARK = re.compile(r"[:\"]\s*|\s[-–—]\s")
_EVERYTHING = re.compile(
    r"(?<!\w)(?:everything|all (?:of )?(?:it|my data|about me|you know|my stuff)|my data|about me"
    r"|forget (?:me|all)"
    r"|my (?:whole )?(?:history|account|profile)|all i(?:'ve)? (?:said|told)|who i am|from scratch|reset"
    r"|todo|mis datos|de mi|tout|mes donnees|alles|meine daten|uber mich|tutto|i miei dati"
    r"|di me|tudo|meus dados|sobre mim)(?!\w)"
)
_FORGET_LEAD = re.compile(
    r"^.*?(?<!\w)(?:forget(?: about| that| what i (?:said|told you) about)?"
    r"|stop remembering(?: that)?|dimentica(?: che)?"
    r"|scorda(?: che)?|cancella|esquec[ae](?: que)?|apag[ae]|delete|erase|remove|drop|clear"
    r"|olvida(?: que)?|borra|oublie(?: que)?|supprime|vergiss|losche?)\s+"
)
_FORGETS = re.compile(r"^(?:\w+ ){0,2}(?:forget|olvida(?:te)?|oublie[zs]?|vergiss)(?!\w)")
_REMEMBER_LEAD = re.compile(
    r"^(?:(?:please|pls|hey|ok|so|and|also|just|can you|could you|por favor|bitte)[\s,]+)*"
    r"(?:remember|keep in mind|note|make a note|bear in mind|don'?t forget|for future reference"
    r"|for the record"
    r"|just so you know|fyi|recuerda|ten en cuenta|souviens-toi|retiens|note|merk dir"
    r"|denk dran|ricorda(?:ti)?|tieni presente"
    r"|lembr[ae](?:-se)?)(?:[\s,:]+(?:that|this|que|che|de que"
    r"|dass))?[\s,:]+"
)

_ASIDE = re.compile(r"[\s,]+(?:btw|by the way|though|please|pls|thanks|ok|ty)[\s.!]*$", re.IGNORECASE)
"""What people say behind a preference that is none of it."""

_LASTING = re.compile(
    r"(?<!\w)(?:remember|keep in mind|note that|don'?t forget|from now on|in future|in general|always"
    r"|never|usually"
    r"|every (?:day|week|weekend|sunday|evening)|on (?:sun|mon|tues|wednes|thurs|fri|satur)days"
    r"|can'?t stand"
    r"|recuerda|siempre|nunca|souviens-toi|toujours|jamais|retiens|merk dir|immer|nie"
    r"|ricorda(?:ti)?|sempre|mai|lembr[ae](?:-se)?|ten en cuenta)(?!\w)"
)


def aspects(reading: Reading) -> tuple[str, ...]:
    """The sides of a film that are asked about, by the names the review summary uses."""
    text = _outside_titles(reading)
    return tuple(name for name, words in _ASPECTS.items() if re.search(rf"(?<!\w)(?:{words})(?!\w)", text))


def spoilers(reading: Reading) -> SpoilerLevel | None:
    """How much may be given away; None where nothing is said of it."""
    return spoiler_wish(_outside_titles(reading))


def review_text(reading: Reading) -> str | None:
    """The review itself: what follows the colon, dash or quotation mark behind the title, else the title."""
    titles = reading.of(TitleSlot)
    start = titles[0].end if titles else 0
    text = reading.message.text
    mark = _REVIEW_MARK.search(text, start)
    review = text[mark.end() :] if mark else (text[start:] if titles else "")
    return review.strip(" \t\n\"'“”,.;:-") or None


def asks_to_remember(reading: Reading) -> bool:
    """Whether they say outright that it holds for good."""
    return bool(_LASTING.search(reading.message.folded))


def asks_to_forget(reading: Reading) -> bool:
    """Whether the message begins by asking to forget something."""
    return bool(_FORGETS.match(reading.message.folded))


def memorable(reading: Reading) -> str:
    """The preference in their words, without the "please remember that"."""
    lead = _REMEMBER_LEAD.match(reading.message.folded)
    text = reading.message.text
    rest = text[lead.end() if lead else 0 :]
    return (_ASIDE.sub("", rest).strip() or text)[:LONGEST]


def forgettable(reading: Reading) -> str:
    """What should be forgotten, "everything" where it is all they ever said."""
    folded, text = reading.message.folded, reading.message.text
    if _EVERYTHING.search(folded):
        return "everything"
    lead = _FORGET_LEAD.match(folded)
    return (text[lead.end() if lead else 0 :].strip(" .!?") or text)[:LONGEST]


def _outside_titles(reading: Reading) -> str:
    """The folded text with the titles blanked: "The End of the Affair" asks about no ending."""
    text = reading.message.folded
    for title in reading.of(TitleSlot):
        text = text[: title.start] + " " * (title.end - title.start) + text[title.end :]
    return text
