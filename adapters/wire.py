"""Events as JSON: the interface of `cineaesthete ask --json`, which is fixed from outside."""

from typing import Any

from agent.events import (
    Choices,
    Done,
    Event,
    FileMade,
    FilmCard,
    FilmCards,
    Notice,
    TasteCard,
    TextDelta,
    ToolFinished,
    ToolStarted,
    Working,
)


def film_json(card: FilmCard) -> dict[str, Any]:
    """One film of a reply."""
    film = card.film
    return {
        "id": film.id,
        "title": film.title,
        "year": film.year,
        "genres": list(film.genres),
        "runtime": film.runtime,
        "language": film.language,
        "directors": list(film.directors),
        "poster": film.poster_url,
        "predicted_rating": _rounded(card.predicted_rating, 1),
        "reason": card.reason,
        "contributions": {name: _rounded(part, 4) for name, part in (card.contributions or {}).items()},
    }


def event_json(event: Event) -> dict[str, Any] | None:
    """One line of `ask --json`; None for events which that interface leaves out."""
    match event:
        case ToolStarted(name, args, label):
            return {"event": "tool", "name": name, "args": dict(args), "label": label}
        case TextDelta(text):
            return {"event": "delta", "text": text}
        case Notice(text):
            return {"event": "notice", "text": text}
        case Choices(choices):
            return {"event": "choices", "choices": [{"id": c.id, "label": c.label} for c in choices]}
        case Done(text, cards, decided_by, _, ms):
            stages = {"decide": ms.decide, "act": ms.act, "answer": ms.answer, "total": ms.total}
            return {
                "event": "reply",
                "text": text,
                "films": [film_json(card) for card in cards],
                "decided_by": decided_by,
                "ms": {stage: _rounded(value, 1) for stage, value in stages.items()},
            }
        case ToolFinished() | Working() | FilmCards() | TasteCard() | FileMade():
            return None


def _rounded(value: float | None, digits: int) -> float | None:
    return None if value is None else round(float(value), digits)
