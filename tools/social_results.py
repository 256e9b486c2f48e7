"""What the social tool gives back: facts in types, see `tools.results`."""

from dataclasses import dataclass
from datetime import datetime

from data.films import Film
from memory.friends import Friend, Outcome


@dataclass(frozen=True, slots=True)
class Deed:
    """What a friend did with a film."""

    name: str
    film: Film
    stars: float | None
    at: datetime | None


@dataclass(frozen=True, slots=True)
class FriendsShown:
    """Their friends, the requests that wait, and what friends have watched, newest first."""

    friends: tuple[Friend, ...]
    asking: tuple[Friend, ...]
    asked: tuple[Friend, ...]
    deeds: tuple[Deed, ...] = ()


@dataclass(frozen=True, slots=True)
class FriendWanted:
    """What came of wanting somebody for a friend."""

    friend: Friend
    outcome: Outcome


@dataclass(frozen=True, slots=True)
class FriendGone:
    """A friendship or request that is no more; `was` False: there was none."""

    friend: Friend
    was: bool
    blocked: bool = False


@dataclass(frozen=True, slots=True)
class TasteMatched:
    """How far two agree. `share` None: too few films in common to say."""

    friend: Friend
    share: float | None
    common: int
    sure: bool = False
    agreed: tuple[Film, ...] = ()
    differed: tuple[Film, ...] = ()


@dataclass(frozen=True, slots=True)
class SeenBy:
    """Who of their friends has seen a film."""

    film: Film
    deeds: tuple[Deed, ...]
    friends: int
    """How many friends they have."""
    here: bool = False
    """It was asked in a server or group, whose people count as well where they share with it."""


@dataclass(frozen=True, slots=True)
class SimilarPeople:
    """Their friends by how far they agree, nearest first; those without enough in common are left out."""

    matches: tuple[TasteMatched, ...]
    friends: int


@dataclass(frozen=True, slots=True)
class NotAFriend:
    """Somebody named who is no friend (`known`), or whom we do not know, or whom several are called like."""

    name: str
    known: bool = False
    several: bool = False


@dataclass(frozen=True, slots=True)
class NotShared:
    """Tastes are not compared: the friend does not share theirs, or they have paused their own (None)."""

    friend: Friend | None


@dataclass(frozen=True, slots=True)
class PersonNeeded:
    """They did not say who."""

    kind: str


SocialResult = (
    FriendsShown
    | FriendWanted
    | FriendGone
    | TasteMatched
    | SeenBy
    | SimilarPeople
    | NotAFriend
    | NotShared
    | PersonNeeded
)
