"""What people say of one film with many reviews: figures and extractive summary, out of the database."""

import time

import numpy as np

from adapters.app import App
from adapters.benchmarks.measure import Result, percentiles
from agent.events import Done
from agent.turn import Turn
from memory.reviews import NewReview
from tools.review_desk import ReviewDesk

SIZES = {500: 300.0, 5_000: 1_000.0}
"""Reviews of a film, and the milliseconds its summary may take."""
FILMS = ("tt0113277", "tt0078748")
"""Heat and Alien."""
SENTENCES = 9
"""Of a review."""
CALLS = 10

_SIDES = (
    ("the best I have seen in years", "superb from the first scene to the last", "a joy, and I loved it"),
    ("a mess from beginning to end", "awful, and I was bored by it", "the worst part of a weak film"),
)
_ABOUT = ("acting", "story", "music", "photography", "pacing", "dialogue", "ending", "direction", "humour")
_OPENINGS = ("I thought the {} was", "For me the {} was", "Everybody I know found that the {} was")


async def bench_reviews(app: App, desk: ReviewDesk, seed: int = 42) -> list[Result]:
    """Whole turns over made-up reviews, which are read when they come in, as all are."""
    rng = np.random.default_rng(seed)
    films = [app.catalogue.get(film_id) for film_id in FILMS]
    results = []
    for film, (count, goal) in zip(films, SIZES.items(), strict=True):
        if film is None:
            return []  # another pack
        texts = [_made_up(rng, number) for number in range(count)]
        readings = desk.reader.read(texts, [film.title] * count)
        await desk.reviews.add(
            [
                NewReview(
                    film.id, text, "made up", "ours", quotable=True, origin_key=str(number), language="en",
                    reading=reading.as_json(),
                )
                for number, (text, reading) in enumerate(zip(texts, readings, strict=True))
            ]
        )  # fmt: skip
        durations = [await _asked(app, film.title, number) for number in range(CALLS)]
        figures = percentiles(durations)
        results.append(
            Result(
                benchmark=f"reviews.{count}",
                figure=figures["p50"],
                unit="ms a turn with figures and summary, median",
                goal=goal,
                sizes={"reviews": count, "sentences": SENTENCES},
                more=figures,
            )
        )
    return results


async def _asked(app: App, title: str, number: int) -> float:
    """Milliseconds of a whole turn."""
    turn = Turn("bench", "reader", f"reviews-{title}-{number}", f"what do people think of {title}?")
    began = time.perf_counter()
    told = [event async for event in app.agent.stream(turn) if isinstance(event, Done)]
    took = (time.perf_counter() - began) * 1e3
    assert "reviews of" in told[0].text, told[0].text  # noqa: S101 - else something else was measured
    return took


def _made_up(rng: np.random.Generator, number: int) -> str:
    """Words of one side mostly, none like another's."""
    side = int(rng.random() < 0.4)
    said = []
    for place in range(SENTENCES):
        own = side if rng.random() < 0.8 else 1 - side
        opening = str(rng.choice(_OPENINGS)).format(rng.choice(_ABOUT))
        said.append(f"{opening} {rng.choice(_SIDES[own])}, scene {number % 90 + place}.")
    return f"Viewing {number}. " + " ".join(said)
