"""Who joins or leaves an evening that is being planned: "and Lea", "bring Tom too", "without Ana"."""

import re

from agent.planner.reader import Reading
from agent.planner.slots import PersonSlot, PickSlot, ThemeSlot, TitleSlot
from data.names import fold
from data.words import COMMON, FUNCTION
from tools.arguments import PlanMovieNight

_NAME = r"@?[^\W\d][\w.-]+"
_NAMES = rf"{_NAME}(?:(?:\s*,\s*|\s+)(?:(?:and|&|y|et|und)\s+)?{_NAME}){{0,3}}?"
_OPENING = r"(?:(?:oh|ok|but|and|also|actually|sorry|please|y|et|und|pero|mais|aber)\W+)*"
_BRING = (
    r"(?:(?:can you |could you )?(?:add|bring|invite|include|count in)|with|and|plus|also"
    r"|anade a|agrega a|invita a|con|y|ajoute|invite|avec|et|nimm|mit|und)"
)
_TOO = (
    r"(?:too|as well|also|along|in|us|please|comes?|joins?|is coming|tambien|aussi|auch|noch|dazu|mit|then"
    r"|after all|any ?more|this time)"
)
_COMES = r"(?:is|are|'s|wants? to|will) (?:coming|joining|come|join)"
_STAYS_AWAY = (
    r"(?:can'?t|cannot|won'?t|isn'?t|is not|is out|kann nicht|kommt nicht|no puede|no viene"
    r"|ne (?:peut|vient) pas)"
    r"(?:\s+(?:come|coming|make it|join|joining|be there|venir|mit|kommen))*"
)
_JOIN = re.compile(
    rf"{_OPENING}(?:{_BRING}\s+(?P<names>{_NAMES})|(?P<coming>{_NAMES})\s+{_COMES})(?:\s+{_TOO})*[.! ]*"
)
_LEAVE = re.compile(
    rf"{_OPENING}(?:(?:without|not|minus|remove|drop|leave out|sin|sans|ohne)\s+(?P<names>{_NAMES})"
    rf"|(?P<out>{_NAMES})\s+{_STAYS_AWAY})(?:\s+{_TOO})*[.! ]*"
)
_BETWEEN = re.compile(r"\s*,\s*|\s+(?:and|&|y|et|und)\s+|\s+")


def changed_company(reading: Reading, request: PlanMovieNight) -> PlanMovieNight | None:
    """The evening with others; None where the message says nothing of who comes."""
    said, text = reading.message.folded.strip(), reading.message.text.strip()
    if found := _LEAVE.fullmatch(said):
        gone = {fold(name) for name in _BETWEEN.split(_named(found, text, "names", "out"))}
        people = tuple(name for name in request.people if fold(name).lstrip("@") not in gone)
        return request.model_copy(update={"people": people}) if people != request.people else None
    if (found := _JOIN.fullmatch(said)) and not _means_otherwise(reading):
        names = [name.lstrip("@") for name in _BETWEEN.split(_named(found, text, "names", "coming"))]
        if any(fold(name) in FUNCTION or fold(name) in COMMON for name in names):
            return None
        people = tuple(dict.fromkeys((*request.people, *names)))
        return request.model_copy(update={"people": people})
    return None


def _named(found: re.Match[str], text: str, *groups: str) -> str:
    group = next(name for name in groups if found[name])
    return text[found.start(group) : found.end(group)]


def _means_otherwise(reading: Reading) -> bool:
    """A genre, a mood, a limit, an actor: "with subtitles", "and short", "with Tom Hanks"."""
    may_be_a_name = (TitleSlot, PersonSlot, PickSlot, ThemeSlot)
    actors = [
        person for person in reading.of(PersonSlot) if " " in reading.message.text[person.start : person.end]
    ]
    return bool(actors) or any(not isinstance(slot, may_be_a_name) for slot in reading.slots)
