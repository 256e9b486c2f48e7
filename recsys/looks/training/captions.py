"""What is really in the training pictures, in words: each caption with how far it holds of every picture.

Colour, light and balance are measured; genre, themes and era are the film's; objects are what ImageNet's
classifier sees.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from data.films import Film
from recsys.looks.aspects import NAMES
from recsys.types import FloatArray

GENRE_WORDS: Mapping[str, tuple[str, ...]] = {
    "Action": ("action", "explosions and fights"),
    "Adventure": ("adventure", "a great journey"),
    "Animation": ("animation", "an animated film", "cartoon characters"),
    "Comedy": ("comedy", "something funny"),
    "Crime": ("crime", "gangsters"),
    "Documentary": ("documentary",),
    "Drama": ("drama",),
    "Family": ("family film", "for kids"),
    "Fantasy": ("fantasy", "a magical world"),
    "History": ("history", "period costumes"),
    "Horror": ("horror", "creepy and scary"),
    "Music": ("music", "musical"),
    "Mystery": ("mystery",),
    "Romance": ("romance", "lovers"),
    "Science Fiction": ("science fiction", "futuristic"),
    "Thriller": ("thriller", "suspense"),
    "War": ("war", "soldiers on a battlefield"),
    "Western": ("western", "cowboys"),
}

SCENES: Mapping[str, tuple[tuple[str, ...], frozenset[str]]] = {
    "space": (
        ("outer space", "a spaceship among the stars", "planets"),
        frozenset(
            {"space", "planet", "astronaut", "spaceship", "spacecraft", "galaxy", "mars", "moon", "nasa"}
        ),
    ),
    "sea": (
        ("the sea", "the ocean", "a ship at sea"),
        frozenset(
            {"sea", "ocean", "ship", "shark", "pirate", "underwater", "submarine", "beach", "boat", "sailing"}
        ),
    ),
    "snow": (
        ("snow", "winter", "frozen mountains"),
        frozenset({"snow", "arctic", "winter", "antarctica", "avalanche", "skiing", "snowstorm", "ice"}),
    ),
    "desert": (("desert", "sand dunes"), frozenset({"desert", "sahara", "arizona", "mexico"})),
    "city": (
        ("a city at night", "a big city skyline"),
        frozenset({"york", "angeles", "tokyo", "chicago", "hong", "nightlife", "skyscraper"}),
    ),
    "forest": (("forest", "deep woods"), frozenset({"forest", "jungle", "woods", "amazon"})),
}
"""Settings: captions, and the words in a film's keywords that say it plays there."""

ASPECT_WORDS: Mapping[str, tuple[str, ...]] = {
    "black_and_white": ("black and white", "monochrome photograph"),
    "dark": ("dark", "gloomy shadows", "low-key lighting"),
    "bright": ("bright", "high-key light", "luminous"),
    "contrasty": ("strong contrast", "stark light and shadow"),
    "soft": ("soft haze", "gentle mist"),
    "vivid": ("vivid saturated colours", "garish"),
    "muted": ("muted colours", "drab and faded"),
    "pastel": ("pastel colours", "candy-coloured"),
    "red": ("red", "crimson"),
    "orange": ("orange", "sunset glow"),
    "yellow": ("yellow",),
    "green": ("green",),
    "teal": ("teal", "turquoise"),
    "blue": ("blue",),
    "purple": ("purple", "violet"),
    "pink": ("pink",),
    "teal_and_orange": ("teal and orange",),
    "golden": ("golden light", "honey-coloured"),
    "icy": ("icy blue", "cold and frosty"),
    "sepia": ("sepia", "an old faded photograph"),
    "neon": ("neon lights", "glowing signs in the dark"),
    "warm": ("warm tones",),
    "cool": ("cool tones",),
    "colourful": ("all colours of the rainbow", "a riot of colour"),
    "minimal": ("minimal", "empty space all around"),
    "busy": ("busy and crowded", "full of detail"),
    "symmetrical": ("symmetrical", "mirrored halves"),
    "textured": ("rough texture", "grainy"),
    "close_up": ("a face", "close-up of a face", "portrait"),
    "crowd": ("many faces", "a group of people"),
    "unpeopled": ("nobody in sight", "deserted, without people"),
}

GENRE_WEIGHT, SCENE_WEIGHT, KEYWORD_WEIGHT, OBJECT_WEIGHT, ASPECT_WEIGHT = 1.0, 1.0, 0.5, 0.5, 0.5
MIN_PICTURES = 5
"""A keyword is a caption where at least so many training pictures bear it."""


@dataclass(frozen=True, slots=True)
class Captions:
    """Phrases and where they hold."""

    phrases: tuple[str, ...]
    holds: FloatArray
    """(pictures, phrases): 0 or 1, or a degree; NaN-free, zero where nothing is known."""
    weights: FloatArray
    """(phrases,) trust in each."""


def captions(
    films: Sequence[Film | None],
    aspects: FloatArray,
    objects: FloatArray,
    object_names: Sequence[str],
    scenes: Sequence[str | None],
) -> Captions:
    """Captions of pictures.

    `films` gives the film where it is known; `aspects` (pictures, aspects) is measured; `objects` (pictures,
    classes) are probabilities; `scenes` names the setting of drawn pictures, where it is certain.
    """
    found: list[tuple[str, FloatArray, float]] = []
    for genre, phrases in GENRE_WORDS.items():
        holds = _column(films, lambda film, genre=genre: genre in film.genres)
        found += [(phrase, holds, GENRE_WEIGHT) for phrase in phrases]
    for scene, (phrases, needles) in SCENES.items():
        holds = _column(films, lambda film, needles=needles: plays_in(film, needles))
        holds = np.maximum(holds, np.array([drawn == scene for drawn in scenes], np.float32))
        found += [(phrase, holds, SCENE_WEIGHT) for phrase in phrases]
    counts = Counter(keyword for film in films if film for keyword in film.keywords)
    for keyword in sorted(keyword for keyword, count in counts.items() if count >= MIN_PICTURES):
        holds = _column(films, lambda film, keyword=keyword: keyword in film.keywords)
        found.append((keyword, holds, KEYWORD_WEIGHT))
    for decade in range(1920, 2030, 10):
        holds = _column(films, lambda film, decade=decade: decade <= film.year < decade + 10)
        found.append((f"the {decade}s", holds, KEYWORD_WEIGHT))
    for name, holds in zip(object_names, objects.T, strict=True):
        if holds.sum() > 1:
            found.append((name, holds, OBJECT_WEIGHT))
    for aspect, phrases in ASPECT_WORDS.items():
        found += [(phrase, aspects[:, NAMES.index(aspect)], ASPECT_WEIGHT) for phrase in phrases]
    found = [entry for entry in found if entry[1].std() > 0]
    return Captions(
        tuple(phrase for phrase, _, _ in found),
        np.stack([holds for _, holds, _ in found], axis=1),
        np.array([weight for _, _, weight in found], np.float32),
    )


def plays_in(film: Film, needles: frozenset[str]) -> bool:
    """A keyword of the film contains one of the words."""
    return any(not needles.isdisjoint(keyword.replace("-", " ").split()) for keyword in film.keywords)


def _column(films: Sequence[Film | None], holds: object) -> FloatArray:
    assert callable(holds)  # noqa: S101 - narrows the type
    return np.array([film is not None and bool(holds(film)) for film in films], np.float32)
