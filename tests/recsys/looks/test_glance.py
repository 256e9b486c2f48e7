import numpy as np

from recsys.looks.glance import read_glance, write_glance
from tests.recsys.looks import pictures
from tests.recsys.looks.toy_model import COLOURS, toy_model


def test_a_picture_asks_the_same_question_after_it_has_gone() -> None:
    model = toy_model()
    seen = model.look_at([pictures.plain(*COLOURS["ocean"])])
    kept = read_glance(write_glance(seen, model.fingerprint), model.fingerprint, model.width)
    assert kept is not None
    np.testing.assert_allclose(kept.vectors, seen.vectors, atol=1e-3)
    np.testing.assert_allclose(kept.figures, seen.figures, rtol=1e-2, atol=1e-2)


def test_what_another_model_saw_or_is_damaged_is_no_picture() -> None:
    model = toy_model()
    glance = write_glance(model.look_at([pictures.neon()]), model.fingerprint)
    assert read_glance(glance, "another", model.width) is None
    for damaged in (glance[:-3], glance.split()[0], "", f"{model.fingerprint} é"):
        assert read_glance(damaged, model.fingerprint, model.width) is None
