"""Films found by how they look."""

from agent.wording.passage import Passage
from agent.wording.words import Words, bold
from recsys.looks.impression import Impression
from recsys.looks.looks import Sight
from tools.results import LookHits

COLOURS_NAMED = 2


def hits(result: LookHits, words: Words) -> Passage:
    """The films found, each with what was seen in its picture; or why there are none."""
    book = words.book
    head = book("look.seen", seen=sight(result.seen, words)) if result.seen else ""
    missing = book.join(words.bold(result.without_picture))
    if not result.hits:
        if missing:
            return Passage(head=head, lead=book("look.without.alone", films=missing))
        asked = result.films_with_pictures and (result.like or result.seen or result.understood)
        key = "look.none" if asked else "look.nothing"
        return Passage(head=head, lead=book(key, n=result.films_with_pictures))
    lines = tuple(
        book("look.line", n=number, film=bold(hit.pick.film), seen=sight(hit.sight, words))
        for number, hit in enumerate(result.hits, start=1)
    )
    tail = [book("look.without", films=missing)] if missing else []
    if result.taste:
        tail.append(book("look.taste", percent=round(100 * result.taste)))
    elif result.taste_unknown:
        tail.append(book("look.taste.unknown"))
    return Passage(
        head=head,
        lead=book.number("look.lead", len(lines)),
        body=lines,
        listing=True,
        tail="\n".join([*tail, *result.attribution]),
    )


def sight(seen: Sight, words: Words) -> str:
    """Such as "low-key light (78%), teal and orange"; the main colours where nothing strikes the eye."""
    if seen.impressions:
        return ", ".join(_impression(one, words) for one in seen.impressions)
    return words.book.join([swatch.name for swatch in seen.palette[:COLOURS_NAMED]])


def _impression(one: Impression, words: Words) -> str:
    said = words.book(f"look.aspect.{one.aspect}")
    if one.share is None:
        return said
    return words.book("look.share", aspect=said, percent=round(100 * one.share))
