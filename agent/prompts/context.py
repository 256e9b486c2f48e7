"""The conversation's state as a model reads it: two or three short lines."""

from collections.abc import Sequence

from agent.focus import AwaitingFilm, AwaitingRating, Focus
from data.catalogue import Catalogue

SHOWN_AT_MOST = 6


def situation(focus: Focus, catalogue: Catalogue, results: Sequence[str] = ()) -> str:
    """What the message may refer to: the last search, the films shown, our open question, results so far."""
    lines = []
    if focus.request:
        wishes = focus.request.model_dump(exclude_defaults=True, exclude={"tool"}, mode="json")
        said = [f"{name} {_value(value, catalogue)}" for name, value in wishes.items()]
        lines.append(f"Last search: {', '.join(said) or 'anything'}")
    if shown := [_label(film_id, catalogue) for film_id in focus.last_shown[:SHOWN_AT_MOST]]:
        lines.append(
            "Shown: " + ", ".join(f"{number} {label}" for number, label in enumerate(shown, start=1))
        )
    elif focus.film_id:
        lines.append(f"Spoken of: {_label(focus.film_id, catalogue)}")
    if isinstance(focus.pending, AwaitingFilm):
        lines.append("We asked: which film do you mean?")
    elif isinstance(focus.pending, AwaitingRating):
        lines.append(f"We asked: how many stars for {_label(focus.pending.film_id, catalogue)}?")
    lines += [f"Result: {result}" for result in results]
    return "\n".join(lines)


def _value(value: object, catalogue: Catalogue) -> str:
    if isinstance(value, list | tuple):
        return " and ".join(_label(str(item), catalogue) for item in value)
    return str(value).lower() if isinstance(value, bool) else str(value)


def _label(film_id: str, catalogue: Catalogue) -> str:
    film = catalogue.get(film_id)
    return film.label if film else film_id
