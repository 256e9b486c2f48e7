"""The plot of how true a classifier's probabilities are."""

from pathlib import Path

import numpy as np

from data.errors import BadInput
from recsys.reviews.calibration import Reliability


def plot_reliability(found: Reliability, path: Path) -> None:
    """The share that came true over the probability, and below it how many reviews each bin holds.

    Raises BadInput where matplotlib is not installed.
    """
    try:
        from matplotlib.figure import Figure
    except ImportError as error:
        raise BadInput("Drawing a plot needs matplotlib: run `pip install matplotlib`.") from error
    figure = Figure(figsize=(4.2, 4.6), layout="constrained")
    top, below = figure.subplots(2, 1, sharex=True, height_ratios=[3, 1])
    top.plot([0, 1], [0, 1], color="grey", linewidth=0.8, label="true")
    filled = found.counts > 0
    top.plot(found.predicted[filled], found.observed[filled], marker="o", markersize=4, label="measured")
    top.set(ylabel="share positive", xlim=(0, 1), ylim=(0, 1))
    top.set_title(f"calibration error {found.error:.3f}", fontsize="medium")
    top.legend(frameon=False)
    top.grid(alpha=0.3)
    width = 1 / len(found.counts)
    below.bar((np.arange(len(found.counts)) + 0.5) * width, found.counts, width=0.9 * width)
    below.set(xlabel="probability of being positive", ylabel="reviews")
    figure.savefig(path, dpi=110)
