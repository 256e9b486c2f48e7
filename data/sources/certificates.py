"""Certificates of many countries as those of the United States, on the safe side."""

from collections.abc import Mapping

SCALE = ("G", "PG", "PG-13", "R", "NC-17")
"""The certificates of the United States, the mildest first."""

_LIKE: Mapping[str, Mapping[str, str]] = {
    "US": {name: name for name in SCALE},
    "GB": {"U": "G", "PG": "PG", "12": "PG-13", "12A": "PG-13", "15": "R", "18": "NC-17", "R18": "NC-17"},
    "IE": {"G": "G", "PG": "PG", "12": "PG-13", "12A": "PG-13", "15A": "R", "16": "R", "18": "NC-17"},
    "DE": {"0": "G", "6": "PG", "12": "PG-13", "16": "R", "18": "NC-17"},
    "NL": {"AL": "G", "6": "PG", "9": "PG-13", "12": "PG-13", "14": "R", "16": "R", "18": "NC-17"},
    "AU": {"G": "G", "PG": "PG", "M": "PG-13", "MA 15+": "R", "R 18+": "NC-17", "X 18+": "NC-17"},
    "CA": {"G": "G", "PG": "PG", "14A": "R", "18A": "NC-17", "R": "NC-17"},
    "FR": {"12": "PG-13", "16": "R", "18": "NC-17"},
}
"""What says that anybody may come ("U" in France) says little of children where it is given to nearly all."""


def us_certificate(by_country: Mapping[str, str]) -> str | None:
    """The US certificate; where there is none, the strictest that the others amount to; None for none known.

    `by_country` maps ISO 3166-1 alpha-2 codes to certificates as TMDb writes them.
    """
    if by_country.get("US") in SCALE:
        return by_country["US"]
    likes = (_LIKE.get(country, {}).get(name) for country, name in by_country.items())
    return max((like for like in likes if like), key=SCALE.index, default=None)
