"""Brings the films kept from TMDb up to date: which are new, which have changed, and their facts.

TMDb lists films by their release and their votes (`/discover/movie`) and what was changed on which days
(`/movie/changes`); each film's facts then come in one request.

This product uses TMDb data but is not endorsed or certified by TMDb.
"""

import asyncio
from collections.abc import AsyncIterator, Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

from data.errors import BadInput
from data.sources.tmdb_api import TmdbApi
from data.sources.tmdb_film import PARTS, NotAFilm, parse
from data.sources.tmdb_reviews import FRESH_S
from data.sources.tmdb_store import Plan, TmdbStore

FIRST_DAYS = 90
"""Days that the first run looks back."""
VOTING_DAYS = 120
"""Days after its release in which a film may gather the votes that it lacked at the last run."""
CHANGES_DAYS = 14
"""Days of changes that TMDb lists at once."""
DISCOVER_DAYS = 30
"""Days of releases asked for at once, so that they stay within the pages that TMDb gives."""
MOST_PAGES = 500
AT_ONCE = 8
"""Films asked for side by side; the client keeps the rate."""

Progress = Callable[[str, int, int | None], None]
"""Told what is being done, how much of it is done, and of how many, None where that is not known."""


@dataclass(slots=True)
class Report:
    """What a run brought."""

    new: int = 0
    changed: int = 0
    gone: int = 0
    """Listed, but TMDb does not know them any more."""
    revoted: int = 0
    """Films whose votes alone were brought up to date."""
    resumed: bool = False
    refused: list[str] = field(default_factory=list)
    """Why a film was left out, a sentence each."""


class TmdbUpdate:
    """One run."""

    def __init__(
        self,
        api: TmdbApi,
        store: TmdbStore,
        known: Collection[int],
        *,
        least_votes: int,
        now: datetime,
        progress: Progress,
    ) -> None:
        """`known` are TMDb's numbers of the catalogue's films: their changes are wanted too.

        `now` is in UTC.
        """
        self._api, self._store, self._known = api, store, frozenset(known)
        self._least_votes, self._now, self._progress = least_votes, now, progress

    async def run(self, since: date | None) -> Report:
        """Finish a run that was cut short, then bring everything up to today.

        `since`: from this day on, instead of from the last run's. Raises BadInput where TMDb cannot be
        reached, SourceError where what is kept is damaged; what was fetched stays, and the next run goes on.
        """
        report = Report()
        left = self._store.plan
        if left is not None:
            report.resumed = True
            await self._carry_out(left, report)
        if left is None or since is not None or left.until < self._now.date().isoformat():
            await self._carry_out(await self._plan(since, report), report)
        return report

    async def _plan(self, since: date | None, report: Report) -> Plan:
        today = self._now.date()
        last = self._store.until
        if since is None:
            since = date.fromisoformat(last) if last else today - timedelta(days=FIRST_DAYS)
        if since > today:
            raise BadInput(f"{since.isoformat()} is in the future; give a day up to today.")
        kept = {number: one for number in self._store.numbers() if (one := self._store.get(number))}
        wanted: dict[int, None] = {}
        self._progress("New films", 0, None)
        voting = since - timedelta(days=VOTING_DAYS) if last else since
        async for listed in self._discover(voting, today):
            number = int(listed["id"])
            if number not in kept:
                if number not in self._known:
                    wanted[number] = None
            elif (votes := int(listed.get("vote_count") or 0)) != kept[number].film.vote_count:
                average = float(listed.get("vote_average") or 0) or None
                film = replace(kept[number].film, vote_count=votes, vote_average=average)
                self._store.put(replace(kept[number], film=film))
                report.revoted += 1
        self._progress("Changed films", 0, None)
        ours = kept.keys() | self._known
        for changed in sorted(await self._changes(since, today)):
            if changed in ours:
                wanted[changed] = None
        oldest = (self._now - timedelta(seconds=FRESH_S)).isoformat()
        wanted |= {number: None for number, one in kept.items() if one.fetched < oldest}
        plan = Plan(self._now.isoformat(timespec="microseconds"), today.isoformat(), tuple(wanted))
        self._store.begin(plan)
        return plan

    async def _carry_out(self, plan: Plan, report: Report) -> None:
        left = [number for number in plan.ids if not self._done(number, plan)]
        done = len(plan.ids) - len(left)
        self._progress("Facts of films", done, len(plan.ids))
        for start in range(0, len(left), AT_ONCE):
            some = left[start : start + AT_ONCE]
            outcomes = await asyncio.gather(
                *(self._fetch(number, report) for number in some), return_exceptions=True
            )
            for outcome in outcomes:  # after all of them: what came meanwhile is kept
                if outcome is not None:
                    raise outcome
            done += len(some)
            self._progress("Facts of films", done, len(plan.ids))
        self._store.finish(plan)

    def _done(self, number: int, plan: Plan) -> bool:
        one = self._store.get(number)
        return one is not None and one.fetched >= plan.begun

    async def _fetch(self, number: int, report: Report) -> None:
        told = await self._api.json(f"/movie/{number}", append_to_response=PARTS, language="en-US")
        if told is None:
            report.gone += 1
            return
        try:
            one = parse(told, number, datetime.now(UTC))
        except NotAFilm as error:
            report.refused.append(f"TMDb's film {number} {error}")
            return
        is_new = number not in self._known and self._store.get(number) is None
        self._store.put(one)
        report.new += is_new
        report.changed += not is_new

    async def _discover(self, since: date, until: date) -> AsyncIterator[Any]:
        for first, last in windows(since, until, DISCOVER_DAYS):
            query = {
                "primary_release_date.gte": first.isoformat(),
                "primary_release_date.lte": last.isoformat(),
                "vote_count.gte": str(self._least_votes),
                "include_adult": "false",
                "include_video": "false",
                "sort_by": "primary_release_date.asc",
                "language": "en-US",
            }
            async for listed in self._pages("/discover/movie", query):
                yield listed

    async def _changes(self, since: date, until: date) -> Collection[int]:
        found: set[int] = set()
        for first, last in windows(since, until, CHANGES_DAYS):
            query = {"start_date": first.isoformat(), "end_date": last.isoformat()}
            found |= {int(one["id"]) async for one in self._pages("/movie/changes", query)}
        return found

    async def _pages(self, path: str, query: Mapping[str, str]) -> AsyncIterator[Any]:
        page, pages = 1, 1
        while page <= min(pages, MOST_PAGES):
            answer = await self._api.json(path, **query, page=str(page)) or {}
            try:
                pages = int(answer.get("total_pages") or 1)
                results = [one for one in answer["results"] if int(one["id"]) > 0]
            except (AttributeError, KeyError, TypeError, ValueError) as error:
                raise BadInput(f"TMDb's answer to {path} is not in the form that was expected.") from error
            for one in results:
                yield one
            page += 1


def windows(since: date, until: date, days: int) -> Iterator[tuple[date, date]]:
    """The days from `since` to `until`, both of them in, in spans of at most `days`."""
    first = since
    while first <= until:
        last = min(first + timedelta(days=days - 1), until)
        yield first, last
        first = last + timedelta(days=1)
