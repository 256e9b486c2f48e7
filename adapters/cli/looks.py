"""`cineaesthete looks`: index pictures of films, so that they are found by how they look."""

import asyncio
import shutil
import tempfile
from collections.abc import Iterable
from pathlib import Path

import click
import numpy as np
from rich.console import Console
from rich.progress import Progress

from adapters.cli.looks_search import search
from adapters.settings import Settings, load_settings
from adapters.stock import LOOKS, load_models
from data.errors import BadInput
from data.films import Film
from data.manifest import write_manifest
from data.pack import DEFAULT_FOLDER, StarterPack
from data.sources.pictures import Found, decode, list_pictures, pictures_of_films, read_picture
from data.sources.places import place_of_frame
from recsys.looks.folder import MODEL, IndexFolder, Picture
from recsys.looks.indexing import Indexer
from recsys.looks.looks import join
from recsys.looks.model import LookModel, Seen

VIDEO_SUFFIXES = frozenset({".mp4", ".mkv", ".mov", ".avi", ".webm", ".m4v", ".mpg", ".mpeg", ".ts", ".ogv"})

SEED = 42

console = Console(stderr=True)


@click.group()
def looks() -> None:
    """Index pictures of films, so that they are found by how they look."""


looks.add_command(search)


@looks.command()
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE…")
@click.option(
    "--index",
    "folder",
    type=click.Path(path_type=Path),
    help="Index folder; by default the one the chat uses.",
)
@click.option("--film", help="The film a video shows: its id or its title.")
@click.option(
    "--model",
    default="starter",
    show_default=True,
    help='"starter", or an open_clip model as NAME:PRETRAINED.',
)
@click.option("--limit", type=click.IntRange(1), help="For tmdb: only the so many best-known films.")
def index(
    sources: tuple[str, ...], folder: Path | None, film: str | None, model: str, limit: int | None
) -> None:
    """Add the pictures of SOURCE… to the index; run it again to go on where it stopped.

    A SOURCE is a folder of pictures named by film id (tt0113277.jpg), a video file together with --film, or
    the word tmdb, which fetches posters and backdrops with your key (CINE_TMDB_KEY).
    """
    settings = load_settings()
    _, pack, _ = load_models(settings)
    target = folder or looks_folder(settings)
    attribution = _attribution(sources)
    opened = IndexFolder.create(target, model_folder(model, settings), attribution)
    look_model = LookModel.load(opened.model_folder)
    with Indexer(opened, look_model) as indexer:
        for source in sources:
            path = Path(source)
            if source == "tmdb":
                asyncio.run(_tmdb(indexer, settings, _best_known(pack.catalogue.films, limit)))
            elif path.is_dir():
                _folder(indexer, path, frozenset(one.id for one in pack.catalogue.films))
            elif path.suffix.lower() in VIDEO_SUFFIXES or path.is_file():
                _video(indexer, path, _film_of(film, pack))
            else:
                raise BadInput(f"{source} is no folder, no video file and not the word tmdb.")
    console.print(f"{indexer.added} new pictures; {len(opened.contents().pictures)} in {target}.")
    for sentence in opened.attribution:
        console.print(sentence)


@looks.command()
@click.argument("folder", type=click.Path(path_type=Path))
@click.option(
    "--out",
    required=True,
    type=click.Path(path_type=Path, dir_okay=False),
    help="Where to write: a .npz file.",
)
@click.option(
    "--model",
    default="starter",
    show_default=True,
    help='"starter", or an open_clip model as NAME:PRETRAINED.',
)
def embed(folder: Path, out: Path, model: str) -> None:
    """Embed every picture of FOLDER into one file of names, vectors, figures and palettes."""
    names, seen = embed_folder(folder, LookModel.load(model_folder(model, load_settings())))
    out.parent.mkdir(parents=True, exist_ok=True)
    with out.open("wb") as file:
        np.savez_compressed(
            file, names=np.array(names), vectors=seen.vectors, figures=seen.figures, palettes=seen.palettes
        )
    console.print(f"{len(names)} pictures in {out}.")


@looks.command()
@click.option(
    "--source",
    type=click.Path(path_type=Path),
    default=Path("../shared/data"),
    show_default=True,
    help="Folder with posters/ named by film id, and frames/.",
)
@click.option("--out", type=click.Path(path_type=Path), default=DEFAULT_FOLDER, help="The starter pack.")
def starter(source: Path, out: Path) -> None:
    """Train the starter's own model on SOURCE and put it, with its figures of the posters, into the pack."""
    try:
        from recsys.looks.training.starter import build_starter_looks
    except ImportError as error:
        raise BadInput("This needs the train extra: run `pip install 'cineaesthete[train]'`.") from error
    pack = StarterPack.load(out)
    with (
        tempfile.TemporaryDirectory(prefix=".looks-", dir=out.parent) as work,
        Progress(console=console) as bar,
    ):
        task = bar.add_task("")
        counts = build_starter_looks(
            source / "posters",
            pack.catalogue,
            Path(work) / LOOKS,
            np.random.default_rng(SEED),
            lambda what, done, total: bar.update(task, description=what, completed=done, total=total),
            cache=load_settings().home / "training-cache",
            frames=source / "frames",
        )
        shutil.rmtree(out / LOOKS, ignore_errors=True)
        (Path(work) / LOOKS).rename(out / LOOKS)
    write_manifest(out, {**pack.manifest.counts, **counts})
    console.print(f"{counts['look_pictures']} posters in {out / LOOKS}, as figures.")


def embed_folder(folder: Path, model: LookModel) -> tuple[list[str], Seen]:
    """Names and figures of every picture below a folder that can be read; says which cannot."""
    names: list[str] = []
    parts: list[Seen] = []
    with Progress(console=console, transient=True) as progress:
        for path in progress.track(list_pictures(folder), description="Looking at pictures"):
            try:
                parts.append(model.look_at([read_picture(path)]))
                names.append(path.relative_to(folder).as_posix())
            except BadInput as error:
                console.print(f"left out: {error}")
    if not names:
        raise BadInput(f"There is no picture in {folder} that can be read.")
    return names, join(parts)


def looks_folder(settings: Settings) -> Path:
    """Where the index lies that a chat uses."""
    return settings.home / LOOKS


def model_folder(name: str, settings: Settings) -> Path:
    """The folder of a model: the starter's, or open_clip's, exported on first use (which needs `train`)."""
    if name == "starter":
        return (settings.starter or DEFAULT_FOLDER) / "looks" / MODEL
    from recsys.looks.training.open_clip_model import export_open_clip

    architecture, _, pretrained = name.partition(":")
    if not pretrained:
        raise BadInput(
            "Write an open_clip model as NAME:PRETRAINED, for example ViT-B-32:laion2b_s34b_b79k, "
            f"not {name!r}."
        )
    safe = "".join(letter if letter.isalnum() else "-" for letter in name)
    out = settings.home / "look-models" / safe
    scale_of = (settings.starter or DEFAULT_FOLDER) / "looks" / MODEL
    return export_open_clip(architecture, pretrained, out, scale_of)


def _folder(indexer: Indexer, folder: Path, known: frozenset[str]) -> None:
    strangers = unreadable = 0
    found = list(pictures_of_films(folder, known))
    with Progress(console=console, transient=True) as progress:
        for one in progress.track(found, description=f"Indexing {folder.name}"):
            if not isinstance(one, Found):
                strangers += 1
                continue
            key = one.path.name
            if indexer.has(one.film_id, key):
                continue
            try:
                indexer.add(
                    Picture(one.film_id, key, "still", str(one.path.resolve())), read_picture(one.path)
                )
            except BadInput as error:
                unreadable += 1
                console.print(f"left out: {error}")
    if strangers:
        console.print(
            f"{strangers} of {len(found)} pictures in {folder} are named after no film known; left out."
        )
    if strangers == len(found):
        raise BadInput(
            f"No picture in {folder} is named after a film of the catalogue, such as tt0113277.jpg."
        )
    if unreadable:
        console.print(f"{unreadable} pictures could not be read.")


def _video(indexer: Indexer, path: Path, film: Film) -> None:
    from data.sources.video import frames

    with console.status(f"Looking for frames in {path.name} …"):
        found = frames(path)
    for frame in found:
        key = f"{path.name}@{frame.seconds:.2f}"
        indexer.add(Picture(film.id, key, "frame", place_of_frame(path, frame.seconds)), frame.picture)
    console.print(f"{len(found)} frames of {film.label} in {path.name}.")


async def _tmdb(indexer: Indexer, settings: Settings, films: Iterable[Film]) -> None:
    from data.sources.tmdb_api import TMDB_CACHE, TmdbApi
    from data.sources.tmdb_pictures import TmdbPictures

    chosen = list(films)
    async with TmdbApi.open(settings.tmdb, "Indexing from TMDb") as api:
        source = TmdbPictures(api, settings.home / TMDB_CACHE)
        with Progress(console=console, transient=True) as progress:
            for film in progress.track(chosen, description="Indexing from TMDb"):
                async for one in source.pictures([film]):
                    if indexer.has(one.film_id, one.key):
                        continue
                    try:
                        pixels = decode(await source.fetch(one), one.key)
                    except BadInput as error:
                        if "TMDb" in str(error):
                            raise
                        console.print(f"left out: {error}")
                        continue
                    indexer.add(Picture(one.film_id, one.key, one.kind, one.url), pixels)


def _best_known(films: Iterable[Film], limit: int | None) -> list[Film]:
    on_tmdb = [film for film in films if film.tmdb_id is not None]
    return sorted(on_tmdb, key=lambda film: -film.vote_count)[:limit]


def _film_of(said: str | None, pack: StarterPack) -> Film:
    from data.titles import TitleIndex

    if said is None:
        raise BadInput("Say with --film which film the video shows: its id or its title.")
    film = pack.catalogue.get(said)
    if film is None:
        resolution = TitleIndex(pack.catalogue).resolve(said)
        if resolution.choices:
            labels = ", ".join(f"{one.label} = {one.id}" for one in resolution.choices[:6])
            raise BadInput(f"Several films are called {said!r}; give the id: {labels}.")
        film = resolution.film
    if film is None:
        raise BadInput(f"No film of the catalogue has the id or title {said!r}.")
    return film


def _attribution(sources: tuple[str, ...]) -> list[str]:
    from data.sources.tmdb_api import CREDIT

    return [CREDIT] if "tmdb" in sources else []
