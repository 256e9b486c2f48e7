"""Codes of buttons: short, made of ids, safe in a Telegram callback (64 bytes) or a Discord custom id (100).

reviews:ID           what people say of it; evidence:ID shows the sentences behind that
review:ID            asks for their own words on it
rate:tt0113277:4.5   seen:ID   unseen:ID   save:ID   unsave:ID   nope:ID   details:ID   more:ID   why:ID
unlearn:17           forgets the preference of that number
change               shows what is looked for; drop:CODE takes one wish back, afresh all of them
blend:50             the last search by look again, their taste counting 50 percent
quiz:3:tt0113277     answers the quiz's fourth step; also quiz:3:none, quiz:3:skip, quiz:5:done, quiz:6:MOOD
ballot:17:2          votes for the second film of ballot 17, or no longer; ballot:17:close, ballot:17:show
befriend:17          accepts that person; unfriend:17 declines or ends; block:17 for good
pick:ID              this is the film I meant (answers a "which film?" question)
yes  no              answers a confirmation
"""

from dataclasses import dataclass
from typing import Literal, cast, get_args

from data.errors import BadInput

Verb = Literal[
    "rate",
    "seen",
    "unseen",
    "save",
    "unsave",
    "nope",
    "details",
    "more",
    "why",
    "reviews",
    "review",
    "evidence",
    "unlearn",
    "change",
    "drop",
    "afresh",
    "blend",
    "quiz",
    "ballot",
    "befriend",
    "unfriend",
    "block",
    "pick",
    "yes",
    "no",
]

_ALONE = frozenset({"yes", "no", "change", "afresh"})
"""Verbs that need nothing behind them."""

CLOSE, SHOW = "close", "show"
"""What a button of a ballot does, beside voting."""

_NOT_MINE = "That button is not one of mine; please ask in words."


@dataclass(frozen=True, slots=True)
class Action:
    """A pressed button."""

    verb: Verb
    film_id: str | None = None
    """Or what else a verb is about: the number of a preference or of a step, a wish's code, percent."""
    rating: float | None = None
    answer: str | None = None
    """What `quiz` or `ballot` answers."""

    def encode(self) -> str:
        """The code: `Action.decode` gives the same action back."""
        parts = [self.verb, self.film_id, None if self.rating is None else f"{self.rating:g}", self.answer]
        return ":".join(part for part in parts if part is not None)

    @staticmethod
    def decode(code: str) -> "Action":
        """Read a code. Raises BadInput for anything that `encode` cannot have made."""
        verb, _, rest = code.partition(":")
        film_id, _, rating = rest.partition(":")
        if verb in ("quiz", "ballot"):
            known = verb == "quiz" or rating in (CLOSE, SHOW) or rating.isdecimal()
            if not (film_id.isascii() and film_id.isdigit() and rating and known):
                raise BadInput(_NOT_MINE)
            return Action(cast(Verb, verb), film_id, answer=rating)
        try:
            action = Action(cast(Verb, verb), film_id or None, float(rating) if rating else None)
        except ValueError:
            raise BadInput(_NOT_MINE) from None
        needs_film = verb not in _ALONE
        in_range = action.rating is None or (0.5 <= action.rating <= 5 and (action.rating * 2).is_integer())
        if (
            verb not in get_args(Verb)
            or needs_film != bool(film_id)
            or (verb == "rate") != (action.rating is not None)
            or not in_range
        ):
            raise BadInput(_NOT_MINE)
        return action


def is_anybodys(code: str) -> bool:
    """Whoever sees the button may press it, whomever it was shown to."""
    return code.startswith("ballot:")


def is_told_to_all(code: str) -> bool:
    """What comes of it is for all who are there, and not only for the one who pressed."""
    return is_anybodys(code) and code.endswith(f":{CLOSE}")
