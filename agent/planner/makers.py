"""Who "he", "she" or "the director" is: of the search under way, else of the film just spoken of."""

import re

from agent.focus import FilmRequest
from data.films import Film

_THAT_PERSON = re.compile(
    r"(?<!\w)(?:by|with|of|from|starring|de|con|par|avec|von|mit) (?:him|her|them|el|ella|lui|elle|ihm"
    r"|ihr)(?!\w)"
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
_ASKS_FOR_FILMS = re.compile(
    r"(?<!\w)(?:more|other|others|another|else|films?|movies?|something|anything|everything|mas|otr[oa]s?"
    r"|autres?|plus|mehr|ander\w+|noch)(?!\w)"
)


def makers_meant(text: str, request: FilmRequest | None, film: Film | None) -> tuple[str, ...]:
    """The people that the folded text means without naming them; nobody where it means none.

    Whoever the search is for comes first; of the film spoken of those who directed it.
    """
    spoken_of = _THAT_PERSON.search(text)
    if spoken_of and request is not None and request.people:
        return request.people
    if film is None:
        return ()
    by_the_same = spoken_of or _SAME_DIRECTOR.search(text)
    if _ELSE_DIRECTED.search(text) or (by_the_same and _ASKS_FOR_FILMS.search(text)):
        return film.directors
    return ()
