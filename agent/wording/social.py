"""Friends, their films, and how far tastes agree, in words and buttons."""

from agent.actions import Action
from agent.events import Choice
from agent.wording.passage import Passage
from agent.wording.words import Words, bold, quoted
from memory.friends import Friend
from tools.social_results import (
    Deed,
    FriendGone,
    FriendsShown,
    FriendWanted,
    NotAFriend,
    NotShared,
    PersonNeeded,
    SeenBy,
    SimilarPeople,
    SocialResult,
    TasteMatched,
)

BUTTONS_AT_MOST = 4
"""Requests answered by button at once."""


def social(result: SocialResult, words: Words) -> Passage:
    """Any result of the social tool."""
    book = words.book
    match result:
        case FriendsShown():
            return _circle(result, words)
        case FriendWanted(friend=friend, outcome=outcome):
            return Passage(lead=book(f"friend.{outcome}", name=_name(friend)))
        case FriendGone(friend=friend, was=was, blocked=blocked):
            key = "friend.blocked" if blocked else "friend.gone" if was else "friend.none"
            return Passage(lead=book(key, name=_name(friend)))
        case TasteMatched():
            return _match(result, words)
        case SeenBy():
            return _seen(result, words)
        case SimilarPeople():
            return _similar(result, words)
        case NotAFriend(name=name, known=known, several=several):
            key = "friend.several" if several else "friend.not_yet" if known else "friend.unknown"
            return Passage(lead=book(key, name=quoted(name)))
        case NotShared(friend=friend):
            return Passage(
                lead=book("match.not_shared", name=_name(friend)) if friend else book("match.paused")
            )
        case PersonNeeded(kind=kind):
            return Passage(lead=book("social.which_film" if kind == "who_has_seen" else "social.who"))


def buttons(result: FriendsShown, words: Words) -> tuple[Choice, ...]:
    """Yes, no and never to each request."""
    return tuple(
        Choice(Action(verb, str(friend.id)).encode(), words.book(f"button.{verb}", name=_name(friend)))
        for friend in result.asking[:BUTTONS_AT_MOST]
        for verb in ("befriend", "unfriend", "block")
    )


def _circle(result: FriendsShown, words: Words) -> Passage:
    book = words.book
    said = []
    if result.asking:
        said.append(book("friends.asking", names=_names(result.asking, words)))
    if result.friends:
        said.append(book("friends.are", names=_names(result.friends, words)))
    if result.asked:
        said.append(book("friends.asked", names=_names(result.asked, words)))
    if not said:
        return Passage(lead=book("friends.nobody"))
    if result.friends and not result.deeds:
        said.append(book("friends.quiet"))
    return Passage(lead=" ".join(said), body=tuple(_deed(deed, words) for deed in result.deeds))


def _deed(deed: Deed, words: Words) -> str:
    if deed.stars is None:
        return words.book("deed.seen", name=quoted(deed.name), film=bold(deed.film))
    stars = words.stars(deed.stars)
    return words.book("deed.rated", name=quoted(deed.name), film=bold(deed.film), stars=stars)


def _match(result: TasteMatched, words: Words) -> Passage:
    book, name = words.book, _name(result.friend)
    if result.share is None:
        return Passage(lead=book("match.unknown", name=name, films=words.count(result.common)))
    lead = book("match.lead", name=name, percent=round(100 * result.share), films=words.count(result.common))
    if not result.sure:
        lead = f"{lead} {book('match.unsure')}"
    lines = []
    if result.agreed:
        lines.append(book("match.agreed", films=book.join(words.bold(result.agreed))))
    if result.differed:
        lines.append(book("match.differed", films=book.join(words.bold(result.differed))))
    return Passage(lead=lead, body=tuple(lines))


def _seen(result: SeenBy, words: Words) -> Passage:
    book = words.book
    if not (result.friends or result.here):
        return Passage(lead=book("friends.nobody"))
    place = ".here" if result.here else ""
    if not result.deeds:
        return Passage(lead=book(f"seen_by.nobody{place}", film=bold(result.film)))
    return Passage(
        lead=book(f"seen_by.lead{place}", film=bold(result.film)),
        body=tuple(_deed(deed, words) for deed in result.deeds),
    )


def _similar(result: SimilarPeople, words: Words) -> Passage:
    book = words.book
    if not result.friends:
        return Passage(lead=book("friends.nobody"))
    if not result.matches:
        return Passage(lead=book("similar.none"))
    lines = [
        book(
            "similar.line",
            name=_name(one.friend),
            percent=round(100 * (one.share or 0)),
            films=words.count(one.common),
        )
        for one in result.matches
    ]
    return Passage(lead=book("similar.lead"), body=tuple(lines))


def _names(friends: tuple[Friend, ...], words: Words) -> str:
    return words.book.join([_name(friend) for friend in friends])


def _name(friend: Friend) -> str:
    return quoted(friend.name)
