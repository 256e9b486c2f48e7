"""Plots of what the protocols found, drawn where a curve or an interval says more than a table."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from recsys.evaluation.protocol import LEVELS

if TYPE_CHECKING:
    from matplotlib.axes import Axes

CURVES = {
    "blend": "blend",
    "graph": "graph alone",
    "ease_on_likes": "EASE on likes",
    "item_knn": "item-kNN",
    "popularity": "popularity",
}
"""Drawn of protocol C, with the name in the legend."""

LEAST_DRAWN = 0.005
"""A part of the blend that nowhere weighs this much is left out of the picture."""


def plot_cold_start(found: dict[str, Any], path: Path) -> None:
    """NDCG@10 by how many films are revealed, a panel a draw; `found` is from `evaluate_cold_start`."""
    from matplotlib.figure import Figure

    figure = Figure(figsize=(8, 3.2), layout="constrained")
    panels = figure.subplots(1, len(found["draws"]), sharey=True, squeeze=False)[0]
    for axes, (draw, by_k) in zip(panels, found["draws"].items(), strict=True):
        revealed = [int(k) for k in by_k]
        for name, label in CURVES.items():
            width = 2.5 if name == "blend" else 1.2
            scores = [figures[name] for figures in by_k.values()]
            axes.plot(revealed, scores, marker="o", markersize=4, linewidth=width, label=label)
        axes.set(title=f"{draw} draw", xlabel="films revealed", xticks=revealed)
        axes.grid(alpha=0.3)
    panels[0].set_ylabel("NDCG@10")
    panels[-1].legend(loc="center left", bbox_to_anchor=(1.02, 0.5), frameon=False, fontsize="small")
    figure.savefig(path, dpi=110)


def plot_signals(found: Sequence[dict[str, Any]], path: Path) -> None:
    """What the signals do in the blend; `found` is from `evaluate_ranking`, one a seed.

    Left: what the blend loses without each, 95% intervals, a row of marks a seed. Right: the weights learned
    for viewers of few to many films, means over the seeds.
    """
    from matplotlib.figure import Figure

    figure = Figure(figsize=(10, 3.2), layout="constrained")
    lost, shares = figure.subplots(1, 2)
    _draw_losses(lost, found)
    _draw_weights(shares, [each["blend"]["weights"] for each in found])
    figure.savefig(path, dpi=110)


def _draw_losses(axes: "Axes", found: Sequence[dict[str, Any]]) -> None:
    names = [name for name, signal in found[0]["signals"].items() if "ablation_95" in signal]
    names.sort(key=lambda name: found[0]["signals"][name]["ablation_95"][0])
    for place, each in enumerate(found):
        intervals = [each["signals"][name]["ablation_95"] for name in names]
        rows = [row + 0.15 * (place - (len(found) - 1) / 2) for row in range(len(names))]
        middles = [(low + high) / 2 for low, high in intervals]
        reach = [(high - low) / 2 for low, high in intervals]
        axes.errorbar(middles, rows, xerr=reach, fmt="o", markersize=3, label=f"seed {each['seed']}")
    axes.axvline(0, color="grey", linewidth=0.8)
    axes.set(yticks=range(len(names)), yticklabels=names, xlabel="NDCG@10 lost without the signal")
    axes.grid(axis="x", alpha=0.3)
    axes.legend(frameon=False, fontsize="small", loc="lower right")


def _draw_weights(axes: "Axes", found: Sequence[dict[str, dict[str, float]]]) -> None:
    levels = list(found[0])
    below = [0.0] * len(levels)
    for part in found[0][levels[0]]:
        heights = [sum(weights[level][part] for weights in found) / len(found) for level in levels]
        if max(heights) >= LEAST_DRAWN:
            axes.bar(levels, heights, bottom=below, width=0.6, label=part)
            below = [base + height for base, height in zip(below, heights, strict=True)]
    spans = [f"from {low}" for low in (0, *LEVELS)]
    axes.set(xlabel="films known of the viewer", ylabel="weight in the blend")
    axes.set_xticks(range(len(levels)), spans[: len(levels)])
    axes.legend(loc="center left", bbox_to_anchor=(1.02, 0.5), frameon=False, fontsize="small", reverse=True)
