"""`cineaesthete evaluate ranking`, `cold-start`, `published`, `ratings`, `moving` and `speed`."""

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from data.catalogue import Catalogue
    from data.films import Film
    from recsys.reviews.figures import Figures
    from recsys.reviews.starter_figures import StarterFigures

PATH = click.Path(exists=True, file_okay=False, path_type=Path)
PICTURE = click.Path(dir_okay=False, path_type=Path)


def _numbers(_context: click.Context, _option: click.Parameter, text: str) -> list[int]:
    try:
        return [int(part) for part in text.split(",")]
    except ValueError:
        raise click.BadParameter(f"{text!r} is not a list of whole numbers like 42,43,44") from None


def _picture(_context: click.Context, _option: click.Parameter, path: Path | None) -> Path | None:
    """Found unfit before the minutes of work that it would draw."""
    if path and path.suffix not in (".png", ".svg"):
        raise click.BadParameter(f"{path.name} should end in .png or .svg")
    if path and not path.parent.is_dir():
        raise click.BadParameter(f"there is no folder {path.parent}")
    return path


dataset_option = click.option("--dataset", default="ml-1m", show_default=True, help="ml-1m or ml-100k")
path_option = click.option("--path", type=PATH, required=True, help="folder of the dataset as published")
json_option = click.option("--json", "as_json", is_flag=True, help="JSON alone, one object a line")
seeds_option = click.option(
    "--seeds", default="42,43,44", show_default=True, callback=_numbers, help="comma-separated"
)


@click.command()
@dataset_option
@path_option
@seeds_option
@click.option("--peers/--no-peers", default=True, help="fit Surprise's SVD and implicit's models too")
@click.option("--graph-network", is_flag=True, help="train LightGCN too: minutes a seed on two cores")
@click.option(
    "--plot", type=PICTURE, callback=_picture, help="draw what each signal adds and weighs, as PNG or SVG"
)
@json_option
def ranking(
    dataset: str,
    path: Path,
    seeds: list[int],
    peers: bool,
    graph_network: bool,
    plot: Path | None,
    as_json: bool,
) -> None:
    """Protocol A: every signal alone, the seed preset, the peers and the blend."""
    from data.pack import StarterPack
    from recsys.evaluation.datasets import read_dataset
    from recsys.evaluation.ranking import evaluate_ranking
    from recsys.evaluation.views import network_view, review_view
    from recsys.reviews.starter_figures import StarterFigures

    pack = StarterPack.load()
    data = read_dataset(dataset, path, pack.catalogue)
    reviews = StarterFigures.load(pack.figures, len(pack.catalogue))
    figures = [_figures(reviews, pack.catalogue, film) for film in data.films]
    found = []
    for seed in seeds:
        views = {"review_sentiment": review_view(figures)}
        if graph_network:
            views["graph_network"] = network_view(seed)
        found.append(evaluate_ranking(data, seed, progress=_progress, peers=peers, views=views))
        _print(found[-1], as_json)
    if plot:
        from recsys.evaluation.plots import plot_signals

        plot_signals(found, plot)


@click.command("cold-start")
@dataset_option
@path_option
@click.option("--plot", type=PICTURE, callback=_picture, help="draw NDCG by films revealed, as PNG or SVG")
@json_option
def cold_start(dataset: str, path: Path, plot: Path | None, as_json: bool) -> None:
    """Protocol C: newcomers who reveal 1, 3, 5 or 10 films."""
    from recsys.evaluation.cold_start import evaluate_cold_start
    from recsys.evaluation.datasets import read_dataset

    data = read_dataset(dataset, path, _catalogue())
    found = evaluate_cold_start(data, progress=_progress)
    _print(found, as_json)
    if plot:
        from recsys.evaluation.plots import plot_cold_start

        plot_cold_start(found, plot)


@click.command()
@dataset_option
@path_option
@seeds_option
@json_option
def quiz(dataset: str, path: Path, seeds: list[int], as_json: bool) -> None:
    """Newcomers met by the quiz, by random questions, by five favourites, by nothing."""
    from recsys.evaluation.datasets import read_dataset
    from recsys.evaluation.quiz import evaluate_quiz

    data = read_dataset(dataset, path, _catalogue())
    for seed in seeds:
        _print(evaluate_quiz(data, seed, progress=_progress), as_json)


@click.command()
@dataset_option
@path_option
@seeds_option
@json_option
def groups(dataset: str, path: Path, seeds: list[int], as_json: bool) -> None:
    """Ten nights of groups of two to eight: the mean and the least happy member, by rule."""
    from recsys.evaluation.datasets import read_dataset
    from recsys.evaluation.groups import evaluate_groups

    data = read_dataset(dataset, path, _catalogue())
    for seed in seeds:
        _print(evaluate_groups(data, seed, progress=_progress), as_json)


@click.command()
@dataset_option
@path_option
@seeds_option
@json_option
def published(dataset: str, path: Path, seeds: list[int], as_json: bool) -> None:
    """The split of LightGCN's and NCL's published figures."""
    from recsys.evaluation.datasets import read_dataset
    from recsys.evaluation.published import evaluate_published

    data = read_dataset(dataset, path, _catalogue())
    for seed in seeds:
        _print(evaluate_published(data, seed, progress=_progress), as_json)


@click.command()
@click.option("--dataset", default="ml-100k", show_default=True)
@path_option
@json_option
def ratings(dataset: str, path: Path, as_json: bool) -> None:
    """Star prediction by Surprise's five folds."""
    from recsys.evaluation.ratings import evaluate_ratings

    _print(evaluate_ratings(dataset, path, progress=_progress), as_json)


@click.command()
@click.option(
    "--films", default=100, show_default=True, help="how many of the most widely watched to start from"
)
@json_option
def moving(films: int, as_json: bool) -> None:
    """Lists for "like that, but lighter": whether they move so, and how near they stay."""
    from data.pack import StarterPack
    from recsys.content import ContentScorer
    from recsys.evaluation.moving import evaluate_moving
    from recsys.recommender import Recommender

    pack = StarterPack.load()
    recommender = Recommender.load(pack.catalogue, pack.models)
    content = ContentScorer.load(pack.models)
    _print(evaluate_moving(pack.catalogue, recommender, content, seeds=films), as_json)


@click.command()
@click.option(
    "--sizes",
    default="10000,50000,100000",
    show_default=True,
    callback=_numbers,
    help="films, comma-separated",
)
@json_option
def speed(sizes: list[int], as_json: bool) -> None:
    """One viewer's question end to end, and how its time grows with the catalogue."""
    import numpy as np

    from data.pack import StarterPack
    from recsys.evaluation.one_user import evaluate_growth

    pack = StarterPack.load()
    rng = np.random.default_rng(0)
    _print(evaluate_growth(pack.catalogue, pack.models, sizes, rng=rng), as_json)


def _catalogue() -> Any:  # noqa: ANN401 - imported where it is used
    from data.pack import StarterPack

    return StarterPack.load().catalogue


def _figures(reviews: "StarterFigures", catalogue: "Catalogue", film: "Film") -> "Figures | None":
    """Of a film of a dataset; None where the catalogue lacks it or knows no reviews."""
    if catalogue.get(film.id) is None:
        return None
    return reviews.of(catalogue.index(film.id))


def _progress(message: str) -> None:
    click.echo(message, err=True)


def _print(found: dict[str, Any], as_json: bool) -> None:
    click.echo(json.dumps(found) if as_json else json.dumps(found, indent=2))
