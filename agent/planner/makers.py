"""Who "he", "she" or "the director" is: of the search under way, else of the film just spoken of."""

import re

from agent.focus import FilmRequest
from data.films import Film
from data.names import fold

_THAT_PERSON = re.compile(
    r"(?<!\w)(?:by|of|from|de|par|von|(?P<with>with|starring|con|avec|mit))"
    r" (?:him|her|them|el|ella|lui|elle|ihm|ihr)(?!\w)"
)
_SAME_DIRECTOR = re.compile(
    r"(?<!\w)(?:(?:same|that|this|its|the|his|her) (?:director|filmmaker)|(?:mism[oa]|es[ea]) director(?:a)?"
    r"|meme (?:realisat\w+|cineaste)|(?:selben?|gleichen?|diesem?|vom) regisseur(?:in)?)(?!\w)"
)
_ELSE_DIRECTED = re.compile(
    r"(?<!\w)(?:what|which)(?: else| other (?:films?|movies?|ones)| films?| movies?)? "
    r"(?:(?:did|has|have|had|does) (?:he|she|they)|(?:he|she|they)(?:'?(?:s|ve))?) "
    r"(?:also )?(?:direct\w*|ma[dk]e|done?|shot|shoot|film\w*)(?!\w)"
)
_WORD = re.compile(r"\w+")
_ASKS_FOR_FILMS = re.compile(
    r"(?<!\w)(?:more|other|others|another|else|films?|movies?|something|anything|everything|mas|otr[oa]s?"
    r"|autres?|plus|mehr|ander\w+|noch)(?!\w)"
)


def makers_meant(text: str, request: FilmRequest | None, film: Film | None) -> tuple[str, ...]:
    """The people that the folded text means without naming them; nobody where it means none.

    Whoever the search is for comes first; of the film spoken of those it names, who plays the lead ("with
    him"), or who directed it.
    """
    spoken_of = _THAT_PERSON.search(text)
    if spoken_of and request is not None and request.people:
        return request.people
    if film is None:
        return ()
    if _ELSE_DIRECTED.search(text):
        return film.directors
    if not _ASKS_FOR_FILMS.search(text):
        return ()
    if called := _called(text, film):
        return called
    if spoken_of and spoken_of["with"]:
        return film.cast[:1]
    return film.directors if spoken_of or _SAME_DIRECTOR.search(text) else ()


def _called(text: str, film: Film) -> tuple[str, ...]:
    """Those of the film whom the text calls by one name: "more with Audrey"."""
    said = set(_WORD.findall(text))
    names = ((name, fold(name).split()) for name in (*film.directors, *film.cast))
    return tuple(name for name, words in names if said & {words[0], words[-1]})
