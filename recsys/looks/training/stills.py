"""Drawn stills: simple scenes whose setting, light and colours are known because we drew them."""

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFilter

SIZE = (224, 224)
Colour = tuple[int, int, int]
Draw = ImageDraw.ImageDraw


def draw(scene: str, rng: np.random.Generator) -> NDArray[np.uint8]:
    """One still (224, 224, 3) of a scene out of `SCENES`."""
    night = bool(rng.random() < (0.8 if scene in ("city", "space") else 0.2))
    image = _sky(night, rng)
    _SCENES[scene](ImageDraw.Draw(image), rng, night)
    grain = rng.normal(0, rng.uniform(2, 8), (*SIZE[::-1], 1))
    blurred = image.filter(ImageFilter.GaussianBlur(float(rng.uniform(0.3, 1.2))))
    return np.clip(np.asarray(blurred, np.float32) + grain, 0, 255).astype(np.uint8)


def _sky(night: bool, rng: np.random.Generator) -> Image.Image:
    top = rng.integers((0, 0, 10), (30, 30, 70)) if night else rng.integers((60, 110, 160), (160, 200, 250))
    low = top + np.array((15, 15, 35)) if night else np.minimum(top + rng.integers(20, 90, 3), 255)
    mix = np.linspace(0, 1, SIZE[1])[:, None, None]
    rows = top * (1 - mix) + low * mix
    return Image.fromarray(np.repeat(rows, SIZE[0], axis=1).astype(np.uint8))


def _ridge(draw: Draw, rng: np.random.Generator, level: float, rough: float, colour: Colour) -> None:
    """A silhouette from one side to the other, its foot at the lower edge."""
    width, height = SIZE
    steps = 12 if rough > 0.1 else 40
    x = np.linspace(0, width, steps)
    waves = sum(np.sin(x / width * np.pi * rng.uniform(1, 5) + rng.uniform(0, 6)) for _ in range(3)) / 3
    jitter = rng.normal(0, rough, steps)
    y = height * (level + 0.06 * waves + jitter)
    line = [(float(a), float(b)) for a, b in zip(x, y, strict=True)]
    draw.polygon([*line, (width, height), (0, height)], fill=colour)


def _shade(colour: Colour, night: bool, rng: np.random.Generator) -> Colour:
    factor = rng.uniform(0.25, 0.45) if night else rng.uniform(0.85, 1.05)
    red, green, blue = (int(np.clip(part * factor + rng.integers(-10, 11), 0, 255)) for part in colour)
    return red, green, blue


def _sea(draw: Draw, rng: np.random.Generator, night: bool) -> None:
    width, height = SIZE
    horizon = int(height * rng.uniform(0.35, 0.6))
    water = _shade((30, 90, 140), night, rng)
    draw.rectangle((0, horizon, width, height), fill=water)
    lighter: Colour = (min(water[0] + 50, 255), min(water[1] + 50, 255), min(water[2] + 45, 255))
    for _ in range(120):
        y = int(horizon + (height - horizon) * rng.random() ** 0.7)
        x, length = int(rng.integers(0, width)), int(4 + 30 * (y - horizon) / height)
        draw.line((x, y, x + length, y), fill=lighter)
    if rng.random() < 0.6:
        x, size = int(rng.integers(40, width - 40)), int(rng.integers(12, 40))
        hull = [
            (x - size, horizon - 2),
            (x + size, horizon - 2),
            (x + size * 0.7, horizon + 10),
            (x - size * 0.7, horizon + 10),
        ]
        draw.polygon(hull, fill=(40, 30, 30))
        draw.polygon(
            [(x, horizon - 4), (x, horizon - 2 * size), (x + size * 0.8, horizon - 6)], fill=(235, 230, 215)
        )


def _snow(draw: Draw, rng: np.random.Generator, night: bool) -> None:
    _ridge(draw, rng, 0.4, 0.08, _shade((150, 165, 190), night, rng))
    _ridge(draw, rng, 0.6, 0.03, _shade((235, 240, 248), night, rng))
    _ridge(draw, rng, 0.75, 0.005, _shade((248, 250, 255), night, rng))
    for x, y in rng.integers(0, SIZE[0], (int(rng.integers(0, 150)), 2)):
        draw.ellipse((x, y, x + 2, y + 2), fill=(250, 250, 255))


def _desert(draw: Draw, rng: np.random.Generator, night: bool) -> None:
    for level, colour in ((0.5, (225, 175, 110)), (0.65, (215, 155, 85)), (0.8, (195, 130, 65))):
        _ridge(draw, rng, level, 0.004, _shade(colour, night, rng))
    if rng.random() < 0.5:
        x, y = (int(part) for part in rng.integers(20, 90, 2))
        draw.ellipse((x, y, x + 28, y + 28), fill=(255, 240, 190))


def _city(draw: Draw, rng: np.random.Generator, night: bool) -> None:
    width, height = SIZE
    x = 0
    while x < width:
        wide, tall = int(rng.integers(14, 40)), int(rng.integers(60, 180))
        draw.rectangle((x, height - tall, x + wide, height), fill=_shade((90, 95, 110), night, rng))
        for row in range(height - tall + 5, height, 8):
            for column in range(x + 3, x + wide - 3, 6):
                if rng.random() < 0.5:
                    lit = (255, 220, 130) if night else (150, 175, 200)
                    draw.rectangle((column, row, column + 2, row + 3), fill=lit)
        x += wide + int(rng.integers(0, 4))


def _space(draw: Draw, rng: np.random.Generator, night: bool) -> None:
    width, height = SIZE
    draw.rectangle((0, 0, width, height), fill=(4, 4, 12) if night else (10, 8, 30))
    for x, y in rng.integers(0, width, (220, 2)):
        glow = int(rng.integers(90, 255))
        draw.point((int(x), int(y)), fill=(glow, glow, glow))
    for _ in range(int(rng.integers(1, 3))):
        x, y, radius = (int(part) for part in rng.integers((20, 20, 15), (width - 20, height - 20, 70)))
        red, green, blue = (int(part) for part in rng.integers(60, 230, 3))
        draw.ellipse((x - radius, y - radius, x + radius, y + radius), fill=(red, green, blue))
        draw.ellipse(
            (x - radius * 0.6, y - radius, x + radius * 1.3, y + radius),
            fill=(red // 3, green // 3, blue // 3),
        )


def _forest(draw: Draw, rng: np.random.Generator, night: bool) -> None:
    width, height = SIZE
    draw.rectangle((0, int(height * 0.75), width, height), fill=_shade((50, 80, 40), night, rng))
    for x in sorted(rng.integers(-10, width, 26)):
        tall, wide = int(rng.integers(90, 200)), int(rng.integers(10, 30))
        foot = int(height * rng.uniform(0.75, 0.95))
        draw.polygon(
            [(x, foot), (x + 2 * wide, foot), (x + wide, foot - tall)], fill=_shade((30, 85, 45), night, rng)
        )


_SCENES: dict[str, Callable[[Draw, np.random.Generator, bool], None]] = {
    "sea": _sea,
    "snow": _snow,
    "desert": _desert,
    "city": _city,
    "space": _space,
    "forest": _forest,
}

SCENES: tuple[str, ...] = tuple(_SCENES)
