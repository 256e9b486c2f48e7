"""A ballot that stands or is over, in words and buttons."""

from collections.abc import Iterable

from agent.actions import CLOSE, Action
from agent.events import Choice
from agent.wording.night import people, settled
from agent.wording.passage import Passage
from agent.wording.words import Words, bold, quoted
from memory.ballot_rules import Option
from tools.ballot_results import BallotResult, BallotTold, NoBallot, WhichBallot
from tools.results import NightPlanned

_WITH_STANDINGS = frozenset(
    {"voted", "withdrawn", "vetoed", "unvetoed", "left", "standing", "standing_before"}
)
_WITH_BUTTONS = frozenset({"standing", "standing_before", "not_on_it", "withdrawn"})


def ballot(result: BallotResult, words: Words) -> Passage:
    """What happened, and how it stands."""
    book = words.book
    match result:
        case NoBallot():
            return Passage(lead=book("ballot.none"))
        case WhichBallot(ballots=ballots):
            return Passage(lead=book("ballot.which"), body=tuple(_named(one, words) for one in ballots))
        case BallotTold():
            body = tuple(_standings(result, words)) if result.happened in _WITH_STANDINGS else ()
            return Passage(lead=_lead(result, words), body=body, tail=_tail(result, words))


def buttons(result: NightPlanned | BallotTold | WhichBallot, words: Words) -> tuple[Choice, ...]:
    """A vote for each film, unless a poll is open for it, and the end of the vote."""
    book = words.book
    match result:
        case NightPlanned(number=int(number), polled=True):
            votes = []
        case NightPlanned(number=int(number)):
            films = enumerate((pick.film.label for pick in result.picks), start=1)
            votes = [_vote(number, position, label, words) for position, label in films]
        case BallotTold(happened=happened, ballot=standing) if (
            standing.state == "open" and happened in _WITH_BUTTONS
        ):
            number = standing.id
            in_poll = standing.poll is not None
            films_left = () if in_poll else result.films.items()
            votes = [_vote(number, position, film.label, words) for position, film in films_left]
        case WhichBallot(ballots=ballots):
            return tuple(
                _vote(one.ballot.id, position, film.label, words)
                for one in ballots
                for position, film in one.films.items()
            )
        case _:
            return ()
    end = Choice(Action("ballot", str(number), answer=CLOSE).encode(), book("button.ballot.close"))
    return (*votes, end)


def _vote(number: int, position: int, label: str, words: Words) -> Choice:
    code = Action("ballot", str(number), answer=str(position)).encode()
    return Choice(code, words.book("button.ballot.vote", film=f"{position}. {label}"))


def _lead(told: BallotTold, words: Words) -> str:
    book = words.book
    films = book.join([bold(told.films[number]) for number in told.chosen if number in told.films])
    name = quoted(told.guest or "")
    match told.happened:
        case "voted":
            return book("ballot.voted.guest" if told.guest else "ballot.voted", films=films, name=name)
        case "vetoed" | "unvetoed":
            return book(f"ballot.{told.happened}", films=films)
        case "not_on_it" if told.unknown:
            titles = book.join([f"“{quoted(title)}”" for title in told.unknown])
            return book("ballot.not_on_it.titles", titles=titles)
        case "themselves":
            return book("ballot.themselves", name=name)
        case "closed":
            return _won(told, words)
        case "settled":
            return " ".join(settled(told.ballot, words))
        case "over" if told.winner:
            return book("ballot.over.won", film=bold(told.winner))
        case happened:
            return book(f"ballot.{happened}")


def _won(told: BallotTold, words: Words) -> str:
    book, winner = words.book, told.winner
    if winner is None:
        return book("ballot.over")
    votes = next(option.votes for option in told.ballot.options if option.film_id == told.ballot.winner)
    counted = book.number("ballot.votes", votes)
    return book(f"ballot.won.{told.ballot.how}", film=bold(winner), votes=counted)


def _tail(told: BallotTold, words: Words) -> str:
    book = words.book
    if told.happened == "closed" and told.winner:
        won = [number for number, film in told.films.items() if film == told.winner]
        names = told.suits.get(won[0], ()) if won else ()
        return book("ballot.won.suits", names=people(names, words)) if names else ""
    if told.happened == "standing_before":
        return book("ballot.standing_before.mend")
    if told.happened in ("standing", "voted") and told.ballot.state == "open":
        return book("ballot.ways")
    return ""


def _standings(told: BallotTold, words: Words) -> Iterable[str]:
    book = words.book
    for option in told.ballot.options:
        film = told.films.get(option.position)
        if film is None:
            continue
        said = [_counted(option, words)]
        if told.happened == "standing" and (names := told.suits.get(option.position)):
            said.append(book("night.suits", names=people(names, words)))
        reason = "; ".join(part for part in said if part)
        key = "picks.line" if reason else "picks.line.bare"
        yield book(key, n=option.position, film=bold(film), **({"reason": reason} if reason else {}))


def _counted(option: Option, words: Words) -> str:
    book = words.book
    parts = []
    if option.votes:
        parts.append(book.number("ballot.votes", option.votes))
    if option.vetoes:
        parts.append(book.number("ballot.vetoes", option.vetoes))
    return ", ".join(parts)


def _named(one: BallotTold, words: Words) -> str:
    """One of several ballots: whose it is, and its films."""
    host = next(
        (member.name for member in one.ballot.members if member.person_id == one.ballot.host_id), None
    )
    films = words.book.join(words.bold(one.films.values()))
    if host is None:
        return words.book("ballot.line", films=films)
    return words.book("ballot.line.host", name=quoted(host), films=films)
