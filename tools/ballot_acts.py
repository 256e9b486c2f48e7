"""What is done about a ballot that stands: vote, veto, close, call off, leave, look how it stands."""

from collections.abc import Mapping, Sequence
from typing import Final

import numpy as np

from data.catalogue import Catalogue
from data.films import Film
from data.names import fold
from memory.ballot_rules import Ballot
from memory.ballot_voters import Voter
from memory.ballots import Way, room_of
from recsys import groups
from tools.achieving import achieve
from tools.arguments import BallotAct
from tools.ballot_results import BallotResult, BallotTold, Happened, NoBallot, WhichBallot
from tools.base import Caller
from tools.night_time import night_time, settle
from tools.resolving import find_film
from tools.results import UnknownFilm, WhichFilm
from tools.services import Services

_WAYS: Final[Mapping[str, Way]] = {"vote": "only", "also": "also", "toggle": "toggle"}


async def act_on_ballot(act: BallotAct, caller: Caller, services: Services) -> BallotResult:
    """Do it, and tell how the ballot stands then."""
    await services.ballots.close_ended()
    ballot = await _meant(act, caller, services)
    if not isinstance(ballot, Ballot):
        return ballot
    return await _Acting(ballot, act, caller, services).done()


def room_key(caller: Caller) -> str:
    """The room in which they ask, as ballots know it."""
    return room_of(caller.where.surface, caller.where.room, caller.person_id)


def told(
    happened: Happened,
    ballot: Ballot,
    caller: Caller,
    catalogue: Catalogue,
    *,
    chosen: Sequence[int] = (),
    guest: str | None = None,
    unknown: Sequence[str] = (),
) -> BallotTold:
    """A ballot with its films, and whom each suits as far as its members are still there."""
    films = {option.position: film for option in ballot.options if (film := catalogue.get(option.film_id))}
    return BallotTold(
        happened,
        ballot,
        films,
        chosen=tuple(chosen),
        guest=guest,
        unknown=tuple(unknown),
        suits=_suits(ballot, caller),
    )


def _suits(ballot: Ballot, caller: Caller) -> dict[int, tuple[str, ...]]:
    members = ballot.present
    if not members:
        return {}
    names = ["" if member.person_id == caller.person_id else member.name for member in members]
    shares = [[member.shares.get(option.film_id, 0.0) for option in ballot.options] for member in members]
    of_people = np.array(shares, np.float32)
    return {
        option.position: groups.gains(of_people, column, names)
        for column, option in enumerate(ballot.options)
    }


async def _meant(act: BallotAct, caller: Caller, services: Services) -> Ballot | BallotResult:
    """The ballot spoken of. Of those of other rooms, nobody learns who is no member."""
    room = room_key(caller)
    if act.ballot is not None:
        found = await services.ballots.get(act.ballot)
        near = found and (found.room == room or _is_member(found, caller))
        return found if found and near else NoBallot()
    here = await services.ballots.open_in(room)
    if caller.where.room is not None and here is not None:
        return here
    others = () if caller.where.channel else await services.ballots.open_for(caller.person_id)
    open_ones = {ballot.id: ballot for ballot in (here, *others) if ballot}
    if len(open_ones) > 1 and (act.titles or act.positions):
        fitting = {
            number: ballot
            for number, ballot in open_ones.items()
            if act.titles and not _numbers(ballot, act, services)[1]
        }
        open_ones = fitting or open_ones
    if len(open_ones) > 1:
        standing = (told("standing", ballot, caller, services.catalogue) for ballot in open_ones.values())
        return WhichBallot(tuple(standing))
    if open_ones:
        return next(iter(open_ones.values()))
    return await services.ballots.last_in(room) or NoBallot()


def _is_member(ballot: Ballot, caller: Caller) -> bool:
    return any(member.person_id == caller.person_id for member in ballot.present)


def _numbers(ballot: Ballot, act: BallotAct, services: Services) -> tuple[tuple[int, ...], tuple[str, ...]]:
    """The numbers of the films named or pointed at; and titles that do not stand on the ballot."""
    count = len(ballot.options)
    found = [position if position > 0 else count + 1 + position for position in act.positions]
    numbers = {option.film_id: option.position for option in ballot.options}
    unknown = []
    for title in act.titles:
        named = [numbers[film.id] for film in _films(title, services) if film.id in numbers]
        if len(named) == 1 or (named := _alike(title, ballot, services.catalogue)):
            found.append(named[0])
        else:
            unknown.append(title)
    return tuple(dict.fromkeys(found)), tuple(unknown)


def _films(title: str, services: Services) -> Sequence[Film]:
    resolved = find_film(title, services.titles)
    if isinstance(resolved, WhichFilm):
        return resolved.choices
    return () if isinstance(resolved, UnknownFilm) else (resolved,)


def _alike(title: str, ballot: Ballot, catalogue: Catalogue) -> list[int]:
    """The one film on the ballot whose title holds what was said."""
    said = fold(title)
    holding = [
        option.position
        for option in ballot.options
        if (film := catalogue.get(option.film_id)) and said in fold(film.title)
    ]
    return holding if len(holding) == 1 else []


class _Acting:
    """One act of one person."""

    def __init__(self, ballot: Ballot, act: BallotAct, caller: Caller, services: Services) -> None:
        self._ballot = ballot
        self._act = act
        self._caller = caller
        self._services = services
        self._ballots = services.ballots

    async def done(self) -> BallotTold:
        act, ballot = self._act, self._ballot
        if act.do == "show":
            return self._told("standing" if ballot.state == "open" else "over")
        if act.do == "settle":
            return await self._settled()
        called_off = act.do == "cancel" and ballot.is_to_come(self._caller.at)
        if ballot.state != "open" and not called_off:
            return self._told("over")
        if act.do in ("close", "cancel", "leave"):
            if not _is_member(ballot, self._caller):
                return self._told("no_member")
            return await self._ended()
        numbers, unknown = _numbers(ballot, act, self._services)
        if unknown or not numbers:
            return self._told("not_on_it", unknown=unknown)
        voter = self._voter()
        if voter is None:
            return self._told("themselves")
        return await (self._veto(voter, numbers[0]) if act.do == "veto" else self._vote(voter, numbers))

    async def _settled(self) -> BallotTold:
        """Also where the film is settled already."""
        if not _is_member(self._ballot, self._caller):
            return self._told("no_member")
        night = night_time(self._act.when or "", self._caller)
        if night is None:
            return self._told("no_moment")
        if night.at <= self._caller.at:
            return self._told("moment_past")
        return self._after("settled", await settle(self._ballot, night, self._services))

    async def _ended(self) -> BallotTold:
        number = self._ballot.id
        if self._act.do == "close":
            closed = await self._ballots.close(number)
            for member in closed.present if closed else ():
                await achieve(member.person_id, self._caller.at, self._services)
            return self._after("closed", closed)
        if self._act.do == "cancel":
            return self._after("cancelled", await self._ballots.cancel(number))
        left = await self._ballots.leave(number, self._caller.person_id)
        if left is not None and not left.present:
            return self._after("cancelled", await self._ballots.cancel(number))
        return self._after("left", left)

    async def _vote(self, voter: Voter, numbers: Sequence[int]) -> BallotTold:
        cast = await self._ballots.vote(self._ballot.id, voter, numbers, way=_WAYS[self._act.do])
        if cast is None or cast.outcome == "closed":
            return self._after("over", cast.ballot if cast else None)
        if cast.outcome == "no_option":
            return self._told("not_on_it")
        now = tuple(sorted(await self._ballots.voted(self._ballot.id, voter)))
        return self._after("voted" if now else "withdrawn", cast.ballot, chosen=now)

    async def _veto(self, voter: Voter, number: int) -> BallotTold:
        cast = await self._ballots.veto(self._ballot.id, voter, number)
        if cast is None or cast.outcome == "closed":
            return self._after("over", cast.ballot if cast else None)
        if cast.outcome == "no_option":
            return self._told("not_on_it")
        if cast.outcome == "vetoed_before":
            return self._after("vetoed_before", cast.ballot)
        before, after = self._ballot.option(number), cast.ballot.option(number)
        more = bool(before and after and after.vetoes > before.vetoes)
        return self._after("vetoed" if more else "unvetoed", cast.ballot, chosen=[number])

    def _voter(self) -> Voter | None:
        """Who votes; None where a member is to be voted for, who does so themselves."""
        guest = self._act.guest
        if guest is None:
            return Voter.person(self._caller.person_id)
        for member in self._ballot.members:
            if fold(member.name) == fold(guest):
                mine = member.person_id == self._caller.person_id
                return Voter.person(member.person_id) if mine else None
        return Voter.guest(guest)

    def _after(self, happened: Happened, ballot: Ballot | None, *, chosen: Sequence[int] = ()) -> BallotTold:
        """The ballot as it is now; None: somebody else ended it in the same moment."""
        self._ballot = ballot or self._ballot
        return self._told(happened if ballot else "over", chosen=chosen)

    def _told(
        self, happened: Happened, *, chosen: Sequence[int] = (), unknown: Sequence[str] = ()
    ) -> BallotTold:
        return told(
            happened,
            self._ballot,
            self._caller,
            self._services.catalogue,
            chosen=chosen,
            guest=self._act.guest,
            unknown=unknown,
        )
