"""What was written down, and what the library holds."""

from collections.abc import Iterable

from agent.wording.passage import Passage
from agent.wording.words import Words, bold, quoted
from data.achievements import Achievement
from tools.results import LibraryEntry, LibraryShown, LibraryUpdated, RatingNeeded, ReviewNeeded

LINES_SHOWN = 20


def updated(result: LibraryUpdated, words: Words) -> Passage:
    """A change in one sentence; honest where there was nothing to change."""
    book = words.book
    said = [_change(result, words)]
    if result.achieved:
        said.append(book("done.achieved", names=achievements(result.achieved, words)))
    if result.sounded is not None:
        said.append(book("done.review.sounded", stars=words.stars(result.sounded)))
    if result.asks:
        said.append(book(f"ask.{result.asks}"))
    if result.preference:
        said.append(book("ask.preference", text=quoted(result.preference, 120)))
    return Passage(lead=said[0], tail=" ".join(said[1:]))


def _change(result: LibraryUpdated, words: Words) -> str:
    book, now, before, film = words.book, result.entry, result.before, bold(result.entry.film)
    if result.shared:
        same = ".same" if before.saved == now.saved else ""
        return book(f"done.room.{result.action}{same}", film=film)
    if result.action == "rate" and now.rating is not None:
        stars = words.stars(now.rating)
        if before.rating == now.rating:
            return book("done.rate.same", film=film, stars=stars)
        if before.rating is not None:
            return book("done.rate.changed", film=film, stars=stars, before=book.figure(before.rating))
        return book("done.rate", film=film, stars=stars)
    if result.action == "seen" and before.saved and not now.saved:
        return book("done.seen.unsaved", film=film)
    if result.replaced:
        return book("done.review.replaced", film=film)
    same = f"done.{result.action}.same"
    if same in book and _state(result.action, before) == _state(result.action, now):
        return book(same, film=film)
    key = f"done.{result.action}"
    return book(key if key in book else "done.other", film=film)


def _state(action: str, entry: LibraryEntry) -> bool:
    """The one thing about an entry that an action changes."""
    if action in ("seen", "unseen"):
        return entry.seen
    return entry.saved if action in ("watchlist_add", "watchlist_remove") else entry.disliked


def rating_needed(result: RatingNeeded, words: Words) -> Passage:
    """The question how many stars."""
    return Passage(lead=words.book("rate.ask", film=bold(result.film)))


def review_needed(result: ReviewNeeded, words: Words) -> Passage:
    """The invitation to write."""
    return Passage(lead=words.book("review.ask", film=bold(result.film)))


def shown(result: LibraryShown, words: Words) -> Passage:
    """A list out of the library, or the profile."""
    if result.kind == "profile" and result.year is not None:
        return _year(result, words)
    if result.kind == "profile":
        return _profile(result, words)
    if result.kind == "achievements" and result.progress:
        return _achievements(result, words)
    kind = "room" if result.shared else result.kind
    if not result.entries:
        return Passage(lead=words.book(f"library.none.{kind}"))
    lines = [
        _line(number, entry, words) for number, entry in enumerate(result.entries[:LINES_SHOWN], start=1)
    ]
    total = max(result.total, len(result.entries))
    more = words.book("library.more", n=total - len(lines)) if total > len(lines) else ""
    lead = words.book(f"library.{kind}", films=words.count(total))
    return Passage(lead=lead, body=tuple(lines), listing=True, tail=more)


def achievements(achieved: Iterable[Achievement], words: Words) -> str:
    """Their titles, in one sentence's words."""
    return words.book.join([f"“{each.title(words.book.language)}”" for each in achieved])


def _achievements(result: LibraryShown, words: Words) -> Passage:
    """Those they have, and how far they have come with the next."""
    book = words.book
    lines = []
    for step in result.progress:
        goal = step.achievement
        what = book(f"goal.{goal.counts}")
        key = "achievement.line" if step.achieved else "achievement.ahead"
        lines.append(book(key, title=goal.title(book.language), what=what, n=step.count, of=goal.threshold))
    had = sum(step.achieved for step in result.progress)
    lead = book("library.achievements", n=had, of=result.total)
    return Passage(lead=lead, body=tuple(lines))


def _line(number: int, entry: LibraryEntry, words: Words) -> str:
    if entry.rating is None:
        return words.book("library.line", n=number, film=bold(entry.film))
    return words.book("library.line.rated", n=number, film=bold(entry.film), stars=words.stars(entry.rating))


def _year(result: LibraryShown, words: Words) -> Passage:
    """A year looked back on: the picture says most of it."""
    book, figures = words.book, result.figures
    if figures is None:
        return Passage(lead=book("year.too_few", year=result.year))
    hours = book.figure(round(figures.minutes / 60))
    lead = book("year.lead", year=result.year, films=words.count(figures.films), hours=hours)
    best = book("year.best", films=book.join(words.bold(figures.loved[:3]))) if figures.loved else ""
    return Passage(lead=lead, tail=best)


def _profile(result: LibraryShown, words: Words) -> Passage:
    book = words.book
    lines = []
    if total := max(result.total, len(result.entries)):
        lines.append(book("profile.films", films=words.count(total)))
    if result.top_genres:
        lines.append(book("profile.genres", genres=book.join(words.genres(result.top_genres))))
    if result.top_people:
        lines.append(book("profile.people", people=book.join(result.top_people)))
    lines += [book("profile.preference", text=quoted(kept.text, 200)) for kept in result.preferences]
    if not lines:
        return Passage(lead=book("library.none.profile"))
    tail = book("profile.paused" if result.paused else "profile.controls")
    return Passage(lead=book("profile.lead"), body=tuple(lines), tail=tail)
