"""Words about a vote: "I vote for the second one", "Marta votes for Heat", "veto Alien", "close the vote"."""

import re
from typing import Literal

from agent.decision import Decision, ToolCall
from agent.focus import AwaitingVote
from agent.planner.pointing import Pointer
from agent.planner.reader import Reading
from agent.planner.slots import PickSlot, TitleSlot
from data.moments import names_a_time
from data.names import fold
from tools.arguments import BallotAct, PlanMovieNight

Doing = Literal["vote", "also", "toggle", "veto", "close", "cancel", "leave", "show", "settle"]

SPEAKS_OF_VOTING = re.compile(
    r"(?<!\w)(?:vot\w+|veto\w*|ballot|poll|encuesta|scrutin|sondage|abstimmung|stimm\w*|streich\w*"
    r"|(?:movie|film) ?night|noche de (?:cine|peliculas?)|soiree|film ?abend"
    r"|winning|in the lead|ahead)(?!\w)"
)
"""What a message must hold that is about a vote without one having been shown just now."""

_A_VOTE = (
    r"(?:the |this |our |la |esta |le |ce |cette |die |diese |den |)"
    r"(?:vot(?:e|es|ing|acion)|ballot|poll|encuesta|scrutin|sondage|abstimmung)"
)
_A_NIGHT = (
    r"(?:the |our |la |the |den |unseren |notre |nuestra |)"
    r"(?:(?:movie|film) ?night|noche de (?:cine|peliculas?)|soiree(?: (?:cine\w*|films?))?|film ?abend)"
)
_CLOSE = re.compile(
    rf"(?<!\w)(?:close|end|finish|stop|wrap up|conclude|cierra|cerrar|cerremos|termina[r]?|acaba[r]?"
    rf"|ferme[rz]?|cloture[rz]?|termine[rz]?|arrete[rz]?|schliess\w*|beend\w*|stoppe?) {_A_VOTE}(?!\w)"
    rf"|{_A_VOTE} (?:is (?:over|closed|done)|schliessen|beenden|ist (?:vorbei|zu ende)|se cierra)(?!\w)"
    r"|(?<!\w)(?:count the votes|cuenta los votos|comptez? les (?:votes|voix)|zahl\w* die stimmen)(?!\w)"
)
_CANCEL = re.compile(
    rf"(?<!\w)(?:cancel|call off|scrap|abort|cancela[r]?|anula[r]?|annule[rz]?)"
    rf" (?:{_A_VOTE}|{_A_NIGHT})(?!\w)"
    rf"|(?:{_A_VOTE}|{_A_NIGHT}) (?:ab(?:sagen|brechen|blasen))(?!\w)"
    rf"|(?<!\w)(?:sag\w*|brich|blas) (?:{_A_VOTE}|{_A_NIGHT}) ab(?!\w)"
)
_NOT_COMING = (
    r"(?:i (?:can ?not|can'?t|cant|won'?t|will not|am not able to) (?:come|make it|be there|join)\b"
    r"|count me out|i'?m out|i am out|no puedo (?:ir|venir)|no cuent(?:es|eis|en) conmigo"
    r"|je ne (?:peux|viens|viendrai|serai) pas|sans moi|ich kann (?:leider )?nicht|ohne mich"
    r"|(?:ich )?bin raus)"
)
_LEAVE = re.compile(
    rf"(?<!\w)(?:leave|quit|deja[r]?|quitte[rz]?|verlass\w*) (?:{_A_VOTE}|{_A_NIGHT})(?!\w)"
    rf"|(?<!\w){_NOT_COMING}.{{0,20}}(?:{_A_VOTE}|{_A_NIGHT})(?!\w)"
)
_JUST_CANCEL = re.compile(
    r"\W*(?:(?:ok|no|actually|please|sorry)\W+)*"
    r"(?:cancel|scrap|call off|forget|cancela(?:lo|la)?|annule[rz]?|vergiss)"
    r"(?: (?:that|it|this|the (?:whole )?thing|eso|ca|cela|das|es))?\W*"
)
"""Right after a ballot was shown."""
_JUST_LEAVE = re.compile(rf"\W*(?:sorry,? |lo siento,? |desole,? |tut mir leid,? )?{_NOT_COMING}.{{0,30}}")
_SHOW = re.compile(
    rf"(?<!\w)(?:how(?:'?s| is| does)|where(?:'?s| is)|what(?:'?s| is)|show(?: me)?|see"
    rf"|como va|muestra(?:me)?|ensena(?:me)?"
    rf"|ou en est|montre[rz]?(?: moi)?|wie (?:steht|lauft)|zeig(?: mir)?) {_A_VOTE}(?!\w)"
    r"|(?<!\w)who(?:'?s| is) (?:winning|ahead|in the lead)|(?<!\w)(?:what|which film|who) won the vote(?!\w)"
    r"|(?<!\w)show (?:me )?the (?:votes|standings)(?!\w)"
)
_SETTLE = re.compile(
    rf"(?<!\w)(?:re)?(?:schedule|move|shift|fix|programa[r]?|mueve|mover|fija[r]?|deplace[rz]?|fixe[rz]?"
    rf"|verschieb\w*|verleg\w*) .{{0,12}}{_A_NIGHT}(?!\w)"
    rf"|(?<!\w){_A_NIGHT} (?:is|will be|starts|begins|es|sera|empieza|est|commence|ist|beginnt|findet) "
)
_VETO = re.compile(
    r"(?<!\w)(?:i )?(?:veto(?:es)?|vetar|je (?:mets|pose) (?:mon|un) veto|mon veto|mi veto|mein veto"
    r"|ich streiche|streich)(?:\s+(?:is|goes to|es|a|para|contra|est|sur|contre|pour|gegen|gilt))*(?!\w)"
)
_SELF = (
    r"(?:i|we|yo|je|on|nous|ich|wir)(?:'?d|'?ll| would| will)? (?:also |auch )?"
    r"(?:vot(?:e|o|ons|amos)|stimmen?)(?: also| too| tambien| aussi| auch)?"
    r"|(?:my|our|mi|nuestro|mon|notre|meine|unsere) (?:vot(?:e|o)|voix|stimme)"
    r"(?: is| goes| es| va| est| ist| geht)?"
    r"|^\W*(?:vote|voto|stimme)"
)
_FOR = r"(?: (?:for|to|por|para|a|pour|fur|an|gilt))?"
_VOTE = re.compile(rf"(?<!\w)(?:{_SELF}){_FOR}(?!\w)")
_GUEST = re.compile(
    r"(?:^|(?<=[,;.] )|(?<=and )|(?<=und )|(?<=et )|(?<=y ))\W*(?P<name>[\w-]+(?: [\w-]+)?)"
    r"(?: (?:votes|voted|vota|vote|stimmt)(?: (?:for|por|a|pour|fur))?"
    r"|'s vote (?:is|goes)(?: for| to)?)(?= )"
)
_NO_NAME_WORDS = (
    "i we you he she they it yo tu el ella nosotros ellos je on nous vous il elle ils ich wir du er sie "
    "es my our your the a who what please lets let mi mon ma meine nuestro notre unsere everybody "
    "everyone let's "
)
_NO_NAME = frozenset(_NO_NAME_WORDS.split())
_TOO = re.compile(r"(?<!\w)(?:also|too|as well|tambien|aussi|auch)(?!\w)")
_NUMBER = re.compile(r"(?:number |no\.? ?|nr\.? ?|#|numero |nummer )?(?P<n>[1-9])(?:st|nd|rd|th)?(?!\w)")
_FILLER_WORDS = (
    "i id ill we well lets let us me my for the a this that one it please pls think guess say choose pick "
    "take want prefer like vote go going with watch see would will is im ok okay hmm maybe definitely "
    "then and or yes yo voy con por la el esa ese quiero prefiero elijo vemos veamos si je prends choisis "
    "pour le on regarde veux prefere oui ich nehme wahle wir nehmen den die das fur ja film movie number "
    "option too also "
)
_TIME_WORDS = 12
"""Words and signs of a message that says when the night is to be, right after its ballot was shown."""
_FILLER = frozenset(_FILLER_WORDS.split())
"""Words around a film that make it no more than a choice."""


def speaks_of_voting(text: str) -> bool:
    """Whether the message may be about a vote at all: cheap, before it is read."""
    return bool(SPEAKS_OF_VOTING.search(fold(text)))


def vote_said(reading: Reading) -> Decision | None:
    """What a message says outright about a vote; None where it says nothing of the kind."""
    said = reading.message.folded
    for doing, pattern in _WHOLE:
        if pattern.search(said):
            return _decided(BallotAct(do=doing))
    if "?" not in said and _SETTLE.search(said):
        return _decided(BallotAct(do="settle", when=reading.message.text[:300]))
    if "?" in said:
        return None
    for doing, pattern in _ABOUT_FILMS:
        for found in pattern.finditer(said):
            guest = _guest(reading, found) if doing == "vote" and "name" in found.groupdict() else None
            if guest == "":
                continue
            act = _of_films(doing, reading, found.end(), guest)
            if act is not None:
                return _decided(act)
    return None


def vote_meant(pending: AwaitingVote, reading: Reading, pointer: Pointer) -> Decision | None:
    """A message right after a ballot was shown: a film and hardly a word more is a vote for it."""
    said = reading.message.folded
    if _JUST_CANCEL.fullmatch(said):
        return _decided(BallotAct(do="cancel", ballot=pending.ballot))
    if _JUST_LEAVE.fullmatch(said):
        return _decided(BallotAct(do="leave", ballot=pending.ballot))
    if "?" in said:
        return None
    if number := re.fullmatch(rf"\W*{_NUMBER.pattern}\W*", said):
        return _decided(BallotAct(do="vote", ballot=pending.ballot, positions=(int(number["n"]),)))
    text = reading.message.text
    if len(reading.message.words) <= _TIME_WORDS and names_a_time(text):
        return _decided(BallotAct(do="settle", ballot=pending.ballot, when=text[:300]))
    offered = {film.id for film in pointer.films_of(pending.choices)}
    slots = [
        slot
        for slot in reading.slots
        if (isinstance(slot, PickSlot) and slot.positions)
        or (isinstance(slot, TitleSlot) and any(film.id in offered for film in slot.films))
    ]
    if not slots or any(slot.negated for slot in slots):
        return None
    around = (
        word.text
        for word in reading.message.words
        if not word.is_sign and not any(slot.start <= word.start < slot.end for slot in slots)
    )
    if not set(around) <= _FILLER:
        return None
    act = _of_films("vote", Reading(reading.message, tuple(slots)), 0, None)
    return _decided(act.model_copy(update={"ballot": pending.ballot})) if act else None


_WHOLE: tuple[tuple[Doing, re.Pattern[str]], ...] = (
    ("close", _CLOSE),
    ("cancel", _CANCEL),
    ("leave", _LEAVE),
    ("show", _SHOW),
)
_ABOUT_FILMS: tuple[tuple[Doing, re.Pattern[str]], ...] = (
    ("veto", _VETO),
    ("vote", _VOTE),
    ("vote", _GUEST),
)


def _guest(reading: Reading, found: re.Match[str]) -> str:
    """The name as written; empty where it is none."""
    if set(found["name"].split()) & _NO_NAME:
        return ""
    name = reading.message.text[found.start("name") : found.end("name")]
    return name if name[:1].isupper() or len(name.split()) == 1 else ""


def _of_films(doing: Doing, reading: Reading, begin: int, guest: str | None) -> BallotAct | None:
    """The act with the films that stand behind a place of the text; None where there are none."""
    said = reading.message.folded
    titles: list[str] = []
    positions: list[int] = []
    for slot in reading.slots:
        if slot.start < begin:
            continue
        if isinstance(slot, PickSlot):
            positions += slot.positions
        elif isinstance(slot, TitleSlot):
            titles.append(slot.films[0].id if len(slot.films) == 1 else slot.text)
    if not titles and not positions:
        rest = said[begin:].strip(" .!,:")
        if number := _NUMBER.fullmatch(rest):
            positions.append(int(number["n"]))
        elif rest and not reading.within(begin, len(said)).slots and said[:begin].endswith(_ENDS_OPEN):
            titles.append(reading.message.text[begin:].strip(" .!,:"))
        else:
            return None
    if doing == "vote" and _TOO.search(said):
        doing = "also"
    return BallotAct(
        do=doing, positions=tuple(dict.fromkeys(positions)), titles=tuple(dict.fromkeys(titles)), guest=guest
    )


_ENDS_OPEN = (" for", " por", " pour", " fur", "veto", " gegen", " contre", " contra")
"""Behind these only a film can follow, also one that nobody knows."""


def _decided(act: BallotAct) -> Decision:
    return Decision(calls=(ToolCall(arguments=PlanMovieNight(act=act)),))
