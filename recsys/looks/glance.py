"""One picture as it stays with a conversation: its figures as a line of text, never the picture."""

import base64
import binascii

import numpy as np

from recsys.looks.model import Seen

_KIND = np.dtype("<f2")


def write_glance(seen: Seen, fingerprint: str) -> str:
    """Vector and figures of the first picture in half precision, with the model that saw it."""
    halves = np.concatenate([seen.vectors[0], seen.figures[0]]).astype(_KIND)
    return f"{fingerprint} {base64.b64encode(halves.tobytes()).decode()}"


def read_glance(glance: str, fingerprint: str, width: int) -> Seen | None:
    """The picture's vector, `width` long, and figures; None where another model saw it or it is damaged."""
    of, _, coded = glance.partition(" ")
    try:
        halves = np.frombuffer(base64.b64decode(coded, validate=True), _KIND).astype(np.float32)
    except (binascii.Error, ValueError):
        return None
    if of != fingerprint or len(halves) <= width:
        return None
    return Seen(halves[None, :width], halves[None, width:], np.zeros((1, 0, 4), np.uint8))
