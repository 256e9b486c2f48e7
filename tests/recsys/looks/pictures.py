"""Pictures whose looks are obvious."""

import numpy as np
from numpy.typing import NDArray

RGB = NDArray[np.uint8]


def plain(red: int, green: int, blue: int, size: tuple[int, int] = (64, 96)) -> RGB:
    return np.full((*size, 3), (red, green, blue), np.uint8)


def noise(seed: int = 0, low: int = 0, high: int = 256, size: tuple[int, int] = (64, 96)) -> RGB:
    return np.random.default_rng(seed).integers(low, high, (*size, 3)).astype(np.uint8)


def halves(left: tuple[int, int, int], right: tuple[int, int, int]) -> RGB:
    picture = plain(*left)
    picture[:, 48:] = right
    return picture


def mirrored(seed: int = 0) -> RGB:
    """Blocks of random colours, the right half the left one's mirror image."""
    left = np.kron(np.random.default_rng(seed).integers(0, 256, (8, 6, 3)), np.ones((8, 8, 1))).astype(
        np.uint8
    )
    return np.concatenate([left, left[:, ::-1]], axis=1)


def grey(picture: RGB) -> RGB:
    return np.repeat(picture.mean(axis=2, keepdims=True), 3, axis=2).astype(np.uint8)


def neon() -> RGB:
    """Strips of glowing magenta and cyan in the dark."""
    picture = plain(8, 8, 14)
    picture[10:16, 10:40] = (255, 30, 200)
    picture[40:44, 50:90] = (30, 230, 255)
    return picture
