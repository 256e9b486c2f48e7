"""What stands beside a film: who made it, how long it is, what the person did with it. Pure."""

from adapters.messaging.said import Sentences
from agent.events import FilmCard
from data.languages import language_name


def facts(card: FilmCard, said: Sentences) -> list[str]:
    """Short phrases, most telling first."""
    film = card.film
    found = [
        ", ".join(film.directors),
        said("minutes", n=film.runtime) if film.runtime else "",
        language_name(film.language) if film.language and film.language != "en" else "",
        ", ".join(film.genres[:3]),
    ]
    if card.rating is not None:
        found.append(said("yours", stars=f"{card.rating:g}"))
    elif card.predicted_rating is not None:
        key = "guess" if card.for_them else "expected"
        found.append(said(key, stars=f"{card.predicted_rating:.1f}"))
    found += [said(mark) for mark, on in (("seen", card.seen), ("saved", card.saved)) if on]
    return [fact for fact in found if fact]
