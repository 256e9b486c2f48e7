"""Films and buttons as the properties that public/elements/*.jsx draw. Pure."""

import base64
from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict, dataclass
from typing import Any

from agent.events import Choice, FilmCard
from data.languages import language_name
from recsys.looks.palette_cards import PaletteCard
from recsys.types import SIGNALS

SHOWN = "https://image.tmdb.org/"
"""The one host whose pictures the page may show; a still on this machine is said in words and colours."""

BLEND = "blend:"
"""How the codes of buttons begin that weigh a look against taste; what follows is percent."""

Props = dict[str, Any]
"""Properties of an element, as JSON."""
Phrases = Callable[[str], str]
"""The phrase of a key in the reader's language."""


@dataclass(frozen=True, slots=True)
class Mark:
    """What the visitor did with a film; all defaults: nothing."""

    rating: float | None = None
    """Stars."""
    seen: bool = False
    saved: bool = False
    disliked: bool = False


def film_cards(cards: Iterable[FilmCard], phrase: Phrases, taste: float | None = None) -> Props:
    """The properties of FilmCards.jsx; `taste` is what a slider from the look to their taste stands at."""
    percent = None if taste is None else round(100 * taste)
    return {"cards": [_card(card, phrase) for card in cards], "taste": percent}


def picture(drawn: bytes, title: str) -> Props:
    """The properties of TasteCard.jsx: a JPEG as the page may show it, and what it is called."""
    return {"image": f"data:image/jpeg;base64,{base64.b64encode(drawn).decode()}", "title": title}


def choices(offered: Iterable[Choice]) -> Props | None:
    """The properties of Choices.jsx; None where nothing is left, the slider standing for its buttons."""
    left = [asdict(choice) for choice in offered if not choice.id.startswith(BLEND)]
    return {"choices": left} if left else None


def with_marks(props: Props, marks: Mapping[str, Mark]) -> Props:
    """Cards drawn earlier, with the marks of today."""
    fresh = [{**card, "mark": asdict(marks.get(card["id"], Mark()))} for card in props.get("cards", [])]
    return {**props, "cards": fresh}


def _card(card: FilmCard, phrase: Phrases) -> Props:
    film = card.film
    return {
        "id": film.id,
        "title": film.title,
        "original_title": film.original_title,
        "year": film.year,
        "runtime": film.runtime,
        "language": language_name(film.language) if film.language and film.language != "en" else None,
        "directors": list(film.directors),
        "genres": list(film.genres),
        "poster": card.picture if (card.picture or "").startswith(SHOWN) else film.poster_url,
        "palette": [
            {"colour": one.hex, "name": one.name, "percent": round(100 * one.share)} for one in card.palette
        ],
        "stand_in": _stand_in(card.stand_in),
        "predicted": card.predicted_rating,
        "for_them": card.for_them,
        "reason": card.reason,
        "parts": _parts(card.contributions or {}, phrase),
        "mark": asdict(Mark(rating=card.rating, seen=card.seen, saved=card.saved)),
    }


def _stand_in(card: PaletteCard | None) -> Props | None:
    """The colours of which a poster is drawn where none can be shown, darkest first."""
    if card is None:
        return None
    dark_first = sorted(card.swatches, key=lambda one: sum(one.rgb))
    return {"colours": [one.hex for one in dark_first], "own": card.own}


def _parts(contributions: Mapping[str, float], phrase: Phrases) -> list[Props]:
    """What spoke for the film: each signal's share in percent, largest first, adding up to 100."""
    speaking = {name: contributions[name] for name in SIGNALS if contributions.get(name, 0) > 0}
    total = sum(speaking.values())
    parts = [
        {"signal": name, "label": phrase(f"signal.{name}"), "percent": round(100 * part / total, 1)}
        for name, part in speaking.items()
    ]
    return sorted(parts, key=lambda part: -part["percent"])
