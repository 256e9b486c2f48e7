import sys

import numpy as np
import pytest

from recsys.evaluation.cost import Cost, metered


def test_costs_add_up() -> None:
    assert Cost(1, 300) + Cost(2, 200) == Cost(3, 300)


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux forgets an earlier peak")
def test_an_earlier_peak_is_forgotten() -> None:
    with metered() as large:
        np.ones(30_000_000).sum()
    with metered() as small:
        np.ones(10).sum()
    assert large.peak_mb > small.peak_mb + 150
    assert large.seconds > 0
