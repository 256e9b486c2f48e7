"""Answers to the quiz in words: "the second", "haven't seen any of them", "Heat and Alien", "that's all"."""

import re

from agent.decision import Decision, ToolCall
from agent.focus import AwaitingQuiz, Focus
from agent.planner.pointing import Pointer
from agent.planner.reader import Reading
from agent.planner.slots import GenreSlot, MoodSlot, PickSlot, TitleSlot
from agent.pressing import quiz_answer
from tools.arguments import RecommendFilms, StartQuiz
from tools.start_quiz import DONE, FAVOURITES, MOOD, NONE, SKIP

_BRIEF = 8
"""Words of a message that may be a bare answer."""

_NONE = re.compile(
    r"(?<!\w)(?:none|neither|no(?:ne)? of (?:them|these|those)|not? any|nope?|never (?:seen|watched|heard)"
    r"|(?:have ?n.?t|haven t|did ?n.?t|not) (?:seen|watched|saw|see)|don.?t know (?:any|them|those|these)"
    r"|ningun[oa]s?|no he visto|no conozco|aucun[es]*|pas vu|connais pas|kein(?:e[rmns]?|s)?|nicht gesehen"
    r"|kenne (?:ich )?(?:keinen|nicht)|nessun[oa]?|nenhum[a]?)(?!\w)"
)
_SKIP = re.compile(
    r"(?<!\w)(?:skip|pass|next(?: one| question)?|don.?t know|dunno|no idea|can.?t (?:choose|decide|say)"
    r"|salta(?:r|la)?|siguiente|paso|passe[rz]?|suivant[e]?|(?:u|ue)berspringen|weiter"
    r"|(?:weiss|keine) (?:ich )?(?:nicht|ahnung))(?!\w)"
)
_LATER = re.compile(
    r"(?<!\w)(?:stop|quit|cancel|later|enough(?: of this)?|not now|exit|(?:mas tarde|luego|basta|para)"
    r"|(?:plus tard|arrete[rz]?|assez)|(?:spater|genug|abbrechen|aufhoren))(?!\w)"
)
_DONE = re.compile(
    r"(?<!\w)(?:done|that.?s (?:all|it|enough)|finished|no more|nothing else|go on|continue|ready"
    r"|ya esta|eso es todo|listo|nada mas|c.?est tout|fini|termine|rien d.?autre|das war.?s|das ist alles"
    r"|fertig|nichts mehr)(?!\w)"
)
_ANYTHING = re.compile(
    r"(?<!\w)(?:anything|surprise me|whatever|any mood|no preference|don.?t (?:mind|care)"
    r"|lo que sea|sorprendeme|da igual|n.?importe|surprends|peu importe|egal|uberrasch\w*)(?!\w)"
)
_NUMBER = re.compile(r"(?:number |no\. ?|nr\.? ?|#)?([1-9]\d?)[.)!]?")
_ANEW = re.compile(
    r"(?<!\w)(?:again|anew|afresh|restart|re-?do|re-?take|start(?:ing)? over|from the (?:start|beginning|top)"
    r"|de nuevo|otra vez|desde el principio|recommence[rz]?|a nouveau|depuis le debut|noch ?mal"
    r"|von vorne?|neu (?:anfangen|beginnen|starten))(?!\w)"
)


def begins_anew(reading: Reading) -> bool:
    """Whether they want the quiz from its first question."""
    return bool(_ANEW.search(reading.message.folded))


def answer_quiz(pending: AwaitingQuiz, reading: Reading, intent: str, pointer: Pointer) -> Decision | None:
    """The message as the answer to the open step; None where it is about something else."""
    said = reading.message.folded
    brief = len(reading.message.words) <= _BRIEF
    if "?" in said or not (brief or reading.of(TitleSlot)):
        return None
    named = [title for title in reading.of(TitleSlot) if not title.negated]
    if brief and not named and _LATER.search(said):
        return Decision(small_talk="declined")
    if pending.step < FAVOURITES:
        return _question(pending, reading, intent, pointer)
    if pending.step < MOOD:
        return _favourites(pending, reading, named, pointer)
    return _mood(reading)


def _question(pending: AwaitingQuiz, reading: Reading, intent: str, pointer: Pointer) -> Decision | None:
    picked = _picked(pending, reading, pointer)
    if picked:
        return quiz_answer(pending.step, picked[0])
    if reading.of(TitleSlot):
        return None
    said = reading.message.folded
    if _SKIP.search(said):
        return quiz_answer(pending.step, SKIP)
    if _NONE.search(said) or intent == "no":
        return quiz_answer(pending.step, NONE)
    described = pointer.described(reading, pointer.films_of(pending.choices))
    return quiz_answer(pending.step, described[0].id) if described else None


def _picked(pending: AwaitingQuiz, reading: Reading, pointer: Pointer) -> list[str]:
    """Ids of the films offered that are pointed at or named."""
    offered = Focus(shown=(pending.choices,))
    if number := _NUMBER.fullmatch(reading.message.folded.strip()):
        return list(pending.choices[int(number[1]) - 1 : int(number[1])])
    chosen = [
        film.id
        for pick in reading.of(PickSlot)
        if pick.positions or pick.extreme
        for film in pointer.films(pick, reading, offered)
    ]
    for title in reading.of(TitleSlot):
        chosen += [film.id for film in title.films if film.id in pending.choices]
    return list(dict.fromkeys(chosen))


def _favourites(
    pending: AwaitingQuiz, reading: Reading, named: list[TitleSlot], pointer: Pointer
) -> Decision | None:
    chosen = _picked(pending, reading, pointer)
    others = [
        title.films[0].id if len(title.films) == 1 else title.text
        for title in named
        if not any(film.id in chosen for film in title.films)
    ]
    said = reading.message.folded
    if not chosen and not others:
        if _DONE.search(said) or _SKIP.search(said) or _NONE.search(said):
            return quiz_answer(pending.step, DONE)
        return None
    last = DONE if _DONE.search(said) else None
    call = StartQuiz(step=pending.step, titles=tuple(dict.fromkeys([*chosen, *others])), answer=last)
    return Decision(calls=(ToolCall(arguments=call),))


def _mood(reading: Reading) -> Decision | None:
    moods = reading.of(MoodSlot)
    genres = tuple(slot.genre for slot in reading.of(GenreSlot) if not slot.negated)
    if moods and not genres:
        return quiz_answer(MOOD, moods[0].mood)
    if genres:
        wish = RecommendFilms(genres=genres, mood=moods[0].mood if moods else None)
        over = StartQuiz(step=MOOD, answer=SKIP)
        return Decision(calls=(ToolCall(arguments=over), ToolCall(arguments=wish)))
    said = reading.message.folded
    if _ANYTHING.search(said) or _SKIP.search(said) or _NONE.search(said):
        return quiz_answer(MOOD, SKIP)
    return None
