"""The tool search_by_look."""

import asyncio
import re
from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from data.errors import BadInput
from data.films import Film
from data.sources.pictures import decode
from recsys.constraints import allowed
from recsys.looks.index import LookHit as Found
from recsys.looks.looks import Looks
from recsys.looks.phrases import read
from recsys.looks.query import LookQuery
from recsys.types import Constraints, FloatArray, Reason, Recommendation, Request
from tools import taste
from tools.arguments import SearchByLook
from tools.base import Caller
from tools.film_requests import COUNT, unwanted_films
from tools.results import LookHit, LookHits, Pick, UnknownFilm, WhichFilm
from tools.rule import Rule, enforce
from tools.services import Services
from tools.wishes import Wishes, read_wishes

PARTS = ("look", "measured", "taste")
"""The contributions to a hit's score."""

BLENDED = 60
"""Films that are weighed against the person's taste: the best by look."""


async def search_by_look(
    arguments: SearchByLook, caller: Caller, services: Services
) -> LookHits | WhichFilm | UnknownFilm:
    """Find films by how their pictures look.

    Call it when they describe pictures: colours, light, composition, a visual style ("pastel and
    symmetrical", "neon rain at night", "black and white, deep shadows"), name a film for its look (`like`),
    or send a picture. `look` is what they said of the look; "but happier" goes there or into `mood`. `taste`
    only where they want the look blended with their own taste. All filters of recommend_films hold.
    """
    looks = services.looks
    if looks is None:
        raise BadInput("There are no pictures to search here; make an index with `cineaesthete looks index`.")
    wishes = read_wishes(arguments, services)
    if not isinstance(wishes, Wishes):
        return wishes
    rows = await services.library.rows(caller.person_id)
    kept = [Rule.load(wish.rule) for wish in await services.preferences.all(caller.person_id)]
    enforced = enforce(
        [rule for rule in kept if rule.holds(caller.at)],
        wishes.constraints,
        family_safe=caller.family_safe or wishes.family_safe,
    )
    catalogue = services.catalogue
    hidden = taste.not_to_show(rows, catalogue, include_seen=bool(arguments.include_seen))
    named = frozenset(catalogue.index(film.id) for film in wishes.like)
    constraints = replace(
        enforced.constraints,
        exclude_items=hidden | named | unwanted_films(wishes, enforced, catalogue),
        only_items=taste.watchlist(rows, catalogue) if arguments.from_watchlist else None,
    )
    request = Request(
        taste=taste.taste(rows, catalogue, paused=caller.paused), constraints=constraints, count=BLENDED
    )
    question = _Question(arguments, wishes.like, caller)
    return await asyncio.to_thread(_answer, question, request, looks, services)


class _Question:
    """What they ask, in three ways at once: words, films, a picture."""

    def __init__(self, arguments: SearchByLook, like: Sequence[Film], caller: Caller) -> None:
        self.look = arguments.look
        self.like = tuple(like)
        self.picture, self.glance = caller.picture, caller.glance
        self.count = arguments.count or COUNT
        self.taste = arguments.taste or 0.0
        self.words = _without_titles(arguments.look, [*arguments.like, *(film.title for film in like)])
        self.move = ", ".join(
            word for word in (arguments.mood, *arguments.keywords) if word and word not in arguments.look
        )

    def query(self, looks: Looks, glance: str | None) -> LookQuery | None:
        """The question for the index, None where nothing can be asked. `glance` is the picture asked by."""
        reading = read(self.words)
        words = self.words if reading.coverage or reading.rest else ""
        move = ", ".join(part for part in (words, self.move) if part)
        if glance and (by_glance := looks.by_glance(glance, move)):
            return by_glance
        by_films = looks.by_films([film.id for film in self.like], move) if self.like else None
        return looks.by_phrase(words, self.move) if by_films is None and words else by_films


def _answer(question: _Question, request: Request, looks: Looks, services: Services) -> LookHits:
    """Milliseconds of computing, more for a picture: run it off the loop.

    Raises BadInput for a broken picture.
    """
    catalogue = services.catalogue
    shown = frozenset(looks.film_ids)
    answer = LookHits(
        hits=(),
        look=question.look,
        like=tuple(film for film in question.like if film.id in shown),
        without_picture=tuple(film for film in question.like if film.id not in shown),
        constraints=request.constraints,
        taste=question.taste if len(request.taste.items) else None,
        taste_unknown=bool(question.taste) and not len(request.taste.items),
        films_with_pictures=len(shown),
        attribution=looks.attribution,
    )
    glance, seen = question.glance, None
    if question.picture is not None:
        glance, seen = looks.look_at(decode(question.picture, "The picture"))
    query = question.query(looks, glance)
    if query is None:
        return replace(answer, understood=False)
    ok = allowed(request.constraints, catalogue)
    films = [film_id for film_id in looks.film_ids if catalogue.get(film_id) and ok[catalogue.index(film_id)]]
    found = looks.search(query, BLENDED if answer.taste else question.count, films)
    parts = _shares(found, answer.taste or 0.0, request, services)
    best = np.argsort(-parts.sum(axis=1), kind="stable")[: question.count]
    hits = tuple(_hit(found[row], parts[row], request, looks, services) for row in best)
    return replace(answer, hits=hits, seen=seen, glance=glance)


def _shares(found: Sequence[Found], weight: float, request: Request, services: Services) -> FloatArray:
    """(films, 3) what whole picture, measuring and taste add to the score, `weight` being the taste's."""
    look = np.array([[hit.embedded, hit.measured] for hit in found], np.float32).reshape(-1, 2)
    liked = np.zeros((len(found), 1), np.float32)
    if weight and len(found) > 1:
        items = [services.catalogue.index(hit.film_id) for hit in found]
        only = Constraints(only_items=frozenset(items))
        ranked = services.recommender.recommend(replace(request, constraints=only))
        scores = {one.item: one.score for one in ranked}
        lowest = min(scores.values(), default=0.0)
        liked[:, 0] = _standard(np.array([scores.get(item, lowest) for item in items], np.float32))
        # Both on one scale: among the candidates, one standard deviation of look is one of taste.
        total = look.sum(axis=1)
        look = (look - look.mean(axis=0)) / max(float(total.std()), 1e-6)
    return np.concatenate([(1 - weight) * look, weight * liked], axis=1)


def _standard(values: FloatArray) -> FloatArray:
    return np.asarray((values - values.mean()) / max(float(values.std()), 1e-6), np.float32)


def _hit(found: Found, parts: FloatArray, request: Request, looks: Looks, services: Services) -> LookHit:
    film = services.catalogue.films[services.catalogue.index(found.film_id)]
    picture = looks.picture(found)
    sight = looks.sight(found)
    item = services.catalogue.index(found.film_id)
    recommendation = Recommendation(
        item=item,
        score=float(parts.sum()),
        contributions=dict(zip(PARTS, map(float, parts), strict=True)),
        reasons=(Reason("fits", words=tuple(seen.aspect.replace("_", " ") for seen in sight.impressions)),),
        predicted_rating=services.recommender.predict_rating(request.taste, item),
    )
    return LookHit(
        pick=Pick(film, recommendation),
        sight=sight,
        place=picture.place or (film.poster_url or "" if picture.kind == "poster" else ""),
        kind=picture.kind,
    )


def _without_titles(look: str, titles: Sequence[str]) -> str:
    """The words without the films they name: "the look of Heat but happier" is about being happier."""
    for title in sorted(titles, key=len, reverse=True):
        look = re.sub(rf"(?<!\w){re.escape(title)}(?!\w)(?:\s*\(\d{{4}}\))?", " ", look, flags=re.IGNORECASE)
    return " ".join(look.split())
