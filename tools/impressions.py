"""Recommendations as memory keeps them: films by id, so that they outlive a new catalogue."""

from collections.abc import Mapping
from typing import Any

from data.catalogue import Catalogue
from memory.threads import Impression
from recsys.types import Reason, Recommendation
from tools.results import Pick


def to_impression(pick: Pick, catalogue: Catalogue) -> Impression:
    """A pick as it is written down when shown."""
    shown = pick.recommendation
    reasons = [
        {
            "kind": reason.kind,
            "films": [catalogue.films[index].id for index in reason.films],
            "words": list(reason.words),
            "value": reason.value,
        }
        for reason in shown.reasons
    ]
    return Impression(pick.film.id, shown.score, shown.contributions, reasons, shown.predicted_rating)


def to_recommendation(impression: Impression, item: int, catalogue: Catalogue) -> Recommendation:
    """A pick as it was; films that the catalogue no longer has are left out of its reasons."""
    return Recommendation(
        item=item,
        score=impression.score,
        contributions=impression.contributions,
        reasons=tuple(_reason(stored, catalogue) for stored in impression.reasons),
        predicted_rating=impression.predicted_rating,
    )


def _reason(stored: Mapping[str, Any], catalogue: Catalogue) -> Reason:
    films = tuple(catalogue.indices(stored.get("films", ())))
    return Reason(stored["kind"], films, tuple(stored.get("words", ())), stored.get("value"))
