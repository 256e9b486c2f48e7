"""From pointing words to films: which of those shown "the second one" or "the De Niro one" is."""

from collections.abc import Sequence

from agent.focus import Focus
from agent.planner.reader import Reading
from agent.planner.slots import GenreSlot, LanguageSlot, PersonSlot, PickSlot, ThemeSlot, YearsSlot
from data.catalogue import Catalogue
from data.films import Film
from data.names import title_key


class Pointer:
    """Resolves pointing words against what a conversation has shown."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue

    def films(self, pick: PickSlot, reading: Reading, focus: Focus) -> tuple[Film, ...]:
        """The films meant; none where nothing shown answers to it."""
        shown = self.films_of(focus.last_shown)
        if pick.positions:
            return tuple(film for position in pick.positions for film in _at(shown, position))
        if pick.extreme:
            return _extreme(shown if len(shown) > 1 else self._namesakes(shown, focus), pick.extreme)
        if pick.everything:
            return shown
        if pick.described:
            said = reading.within(pick.start, pick.end)
            return self.described(said, shown) or self.described(said, self._namesakes(shown, focus))
        if focus.film_id and (film := self._catalogue.get(focus.film_id)):
            return (film,)
        return shown[:1]

    def by_age(self, films: Sequence[Film], reading: Reading) -> Film | None:
        """Of films of one title the old or the new one, where the message says so: "Dune, the new one"."""
        picks = [pick for pick in reading.of(PickSlot) if pick.extreme in ("oldest", "newest")]
        return next(iter(_extreme(films, picks[0].extreme)), None) if picks and picks[0].extreme else None

    def _namesakes(self, shown: Sequence[Film], focus: Focus) -> Sequence[Film]:
        """All films that bear the title of the one spoken of, the best known first: "the old one"."""
        spoken_of = self.films_of([focus.film_id] if focus.film_id else []) or shown
        keys = {title_key(film.title) for film in spoken_of}
        same = [film for film in self._catalogue.films if title_key(film.title) in keys]
        return sorted(same, key=lambda film: -film.vote_count)

    def films_of(self, film_ids: Sequence[str]) -> tuple[Film, ...]:
        """The films of these ids, unknown ones left out."""
        return tuple(film for film_id in film_ids if (film := self._catalogue.get(film_id)))

    def title_of(self, film_id: str) -> dict[str, str | int]:
        """Title and year of the film, as tools are told of films; the id alone where it is unknown."""
        film = self._catalogue.get(film_id)
        return titled(film) if film else {"title": film_id}

    def described(self, reading: Reading, films: Sequence[Film]) -> tuple[Film, ...]:
        """The one film that has what the words say: a person, year, genre, language, theme, title word."""
        fitting = [film for film in films if _fits(film, reading)]
        if not fitting:
            words = {word.text for word in reading.message.words}
            fitting = [
                film
                for film in films
                if words & {part for part in film.title.lower().split() if len(part) > 3}
            ]
        return tuple(fitting[:1])


def titled(film: Film) -> dict[str, str | int]:
    """The film as tools are told of it."""
    return {"title": film.title, "year": film.year}


def _at(films: Sequence[Film], position: int) -> Sequence[Film]:
    index = position - 1 if position > 0 else len(films) + position
    return films[index : index + 1] if 0 <= index < len(films) else ()


def _extreme(films: Sequence[Film], extreme: str) -> tuple[Film, ...]:
    if extreme in ("oldest", "newest"):
        ordered = sorted(films, key=lambda film: film.year)
    else:
        ordered = sorted((film for film in films if film.runtime), key=lambda film: film.runtime or 0)
    if not ordered:
        return ()
    return (ordered[0] if extreme in ("oldest", "shortest") else ordered[-1],)


def _fits(film: Film, reading: Reading) -> bool:
    tests = [
        *(person.name in film.directors + film.cast for person in reading.of(PersonSlot)),
        *(genre.genre in film.genres for genre in reading.of(GenreSlot)),
        *(film.language in language.codes for language in reading.of(LanguageSlot)),
        *(
            (years.low or 0) <= film.year <= (years.high if years.high is not None else 9999)
            for years in reading.of(YearsSlot)
        ),
        *(any(theme.theme in keyword for keyword in film.keywords) for theme in reading.of(ThemeSlot)),
    ]
    return bool(tests) and all(tests)
