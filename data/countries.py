"""Countries by their names, and what is spoken in films from there.

Names and speakers are those of Unicode's CLDR, https://cldr.unicode.org, as Babel carries them.
"""

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from babel import Locale
from babel.languages import get_territory_language_info

from data.names import fold

_NAMED_IN = ("en", "es", "fr", "de", "it", "pt")
_MOST = 2
"""Languages of one country."""
_SPOKEN = 25
"""Percent of the people that a language of the country's films has."""
_STATED = frozenset({"official", "de_facto_official"})
_AS_FILMED = {"gsw": "de", "yue": "zh", "fil": "tl", "nb": "no", "nn": "no"}
"""Languages by the code that film facts have for them."""
_ENGLISH_FILMS = frozenset({"US", "GB"})
"""English spoken elsewhere tells nothing: most films in English are from these."""
_ALSO = """
KR korea corea coree | CZ czechia czechoslovakia checoslovaquia tchecoslovaquie tschechoslowakei
RU soviet_union ussr urss sowjetunion | TR turkey turquia turquie turkei turchia
NL holland holanda hollande olanda | IR persia
US usa the_states america | GB uk england scotland inglaterra angleterre inghilterra
"""
"""Names that CLDR does not have."""


def _by_name() -> Iterator[tuple[str, str]]:
    for tongue in _NAMED_IN:
        for territory, name in Locale(tongue).territories.items():
            if territory.isalpha():
                yield fold(name), territory
    for line in _ALSO.replace("\n", "|").split("|"):
        territory, *names = line.split() or [""]
        yield from ((name.replace("_", " "), territory) for name in names)


def _spoken(territory: str) -> tuple[str, ...]:
    """The languages of films from there as ISO 639-1, those of most people first; none where unclear."""
    shares = {
        code: float(facts["population_percent"] or 0)
        for code, facts in get_territory_language_info(territory).items()
        if facts["official_status"] in _STATED
    }
    stated = {code: share for code, share in shares.items() if share >= _SPOKEN}
    codes = (code.partition("_")[0] for code in sorted(stated, key=lambda code: -stated[code]))
    found = tuple(dict.fromkeys(_AS_FILMED.get(code, code) for code in codes))[:_MOST]
    return () if "en" in found and territory not in _ENGLISH_FILMS else found


def _languages_of() -> dict[str, tuple[str, ...]]:
    return {name: codes for name, territory in _by_name() if (codes := _spoken(territory))}


LANGUAGES_OF: Mapping[str, tuple[str, ...]] = MappingProxyType(_languages_of())
"""Folded names of countries in six languages, to the languages of their films."""
