"""`cineaesthete evaluate looks`: rank a folder of pictures for phrases, or measure the ranking itself."""

import json
from pathlib import Path
from typing import Any

import click
import numpy as np
from PIL import Image
from rich.console import Console
from rich.progress import Progress
from rich.table import Table

from adapters.cli.looks import embed_folder, model_folder
from adapters.contact_sheet import Cell, contact_sheet
from adapters.settings import load_settings
from data.errors import BadInput
from data.pack import DEFAULT_FOLDER, StarterPack
from data.sources.pictures import read_picture
from recsys.looks.folder import Contents, Picture
from recsys.looks.index import LookIndex
from recsys.looks.model import LookModel, reduced
from recsys.looks.palette import pack, palette
from recsys.looks.palette_cards import stand_in_errors
from recsys.looks.query import by_phrase

TOP = 10
HELD = 200
"""Posters held out to measure what stands in for them."""


@click.command("looks")
@click.option("--images", required=True, type=click.Path(path_type=Path), help="Folder of pictures.")
@click.option(
    "--queries", type=click.Path(path_type=Path), help='JSON lines {"id", "look"}; without: a hold-out.'
)
@click.option(
    "--model", default="starter", show_default=True, help='"starter", or open_clip as NAME:PRETRAINED.'
)
@click.option("--seeds", default="0,1,2", show_default=True, help="Of the hold-outs, 200 pictures each.")
@click.option("--sheets", type=click.Path(path_type=Path), help="Folder for one contact sheet a query.")
@click.option("--credit", default="", help="Line below each contact sheet.")
@click.option(
    "--stand-ins", is_flag=True, help="Measure the colours that stand in for films without a picture instead."
)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object a line.")
def evaluate_looks(
    images: Path,
    queries: Path | None,
    model: str,
    seeds: str,
    sheets: Path | None,
    credit: str,
    stand_ins: bool,
    as_json: bool,
) -> None:
    """Rank the pictures of --images for each phrase of --queries and print the ten best file names.

    Without --queries the starter's model is trained anew on these pictures, named by film id, but for 200 of
    them, and measured on those; this needs the train extra and some minutes. With --stand-ins no model is
    asked: the colours guessed for 200 posters held out are held against their own (mean distance, CIE 1976).
    """
    if stand_ins:
        _stand_ins(images, [_whole(seed) for seed in seeds.split(",")], as_json)
        return
    if queries is None:
        _hold_out(images, [_whole(seed) for seed in seeds.split(",")], as_json)
        return
    asked = read_queries(queries)
    for answer in rank(images, asked, LookModel.load(model_folder(model, load_settings()))):
        click.echo(json.dumps(answer, ensure_ascii=False) if as_json else _line(answer))
        if sheets is not None:
            _write_sheet(answer, images, sheets, credit)


def read_queries(path: Path) -> list[dict[str, str]]:
    """Lines of {"id", "look"}. Raises BadInput naming the line that is none."""
    asked = []
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise BadInput(f"The queries in {path} cannot be read: {error}.") from error
    for number, line in enumerate(lines, start=1):
        if line.strip():
            try:
                one = json.loads(line)
                asked.append({"id": str(one["id"]), "look": str(one["look"])})
            except (ValueError, KeyError, TypeError):
                raise BadInput(
                    f'Line {number} of {path} is not a JSON object with "id" and "look".'
                ) from None
    return asked


def rank(images: Path, asked: list[dict[str, str]], model: LookModel) -> list[dict[str, Any]]:
    """For each query {"id", "look", "top"}: the ten best pictures' file names, by their pixels alone."""
    names, seen = embed_folder(images, model)
    contents = Contents(
        tuple(Picture(name, name, "still", "") for name in names),
        seen.vectors.astype(np.float16),
        seen.figures.astype(np.float16),
        seen.palettes,
    )
    index = LookIndex(contents, model.scale, model.fingerprint)
    return [
        {**one, "top": [hit.film_id for hit in index.search(by_phrase(model, one["look"]), TOP)]}
        for one in asked
    ]


def _write_sheet(answer: dict[str, Any], images: Path, folder: Path, credit: str) -> None:
    cells = []
    for name in answer["top"]:
        pixels = read_picture(images / name)
        cells.append(Cell(Path(name).stem, palette(reduced(pixels)), Image.fromarray(pixels)))
    folder.mkdir(parents=True, exist_ok=True)
    safe = "".join(letter if letter.isalnum() else "-" for letter in answer["id"])
    footer = " · ".join(part for part in (answer["look"], credit) if part)
    (folder / f"{safe}.jpg").write_bytes(contact_sheet(cells, footer=footer))


def _line(answer: dict[str, Any]) -> str:
    return f"{answer['id']}  {answer['look']}: {', '.join(answer['top'])}"


def _stand_ins(images: Path, seeds: list[int], as_json: bool) -> None:
    catalogue = StarterPack.load(load_settings().starter or DEFAULT_FOLDER).catalogue
    films = [film for film in catalogue.films if (images / f"{film.id}.jpg").is_file()]
    if len(films) <= HELD:
        raise BadInput(f"{images} has {len(films)} posters named by film id; more than {HELD} are needed.")
    measured = {}
    with Progress(console=Console(stderr=True), transient=True) as progress:
        for film in progress.track(films, description="Looking at posters"):
            measured[film.id] = pack(palette(reduced(read_picture(images / f"{film.id}.jpg"))))
    for seed in seeds:
        errors = stand_in_errors(films, measured, np.random.default_rng(seed), HELD)
        row = {"seed": seed, "posters": len(films)} | {name: round(off, 2) for name, off in errors.items()}
        click.echo(
            json.dumps(row) if as_json else "  ".join(f"{name}: {value}" for name, value in row.items())
        )


def _whole(text: str) -> int:
    try:
        return int(text)
    except ValueError:
        raise BadInput(f"--seeds takes whole numbers with commas between them, not {text!r}.") from None


def _hold_out(images: Path, seeds: list[int], as_json: bool) -> None:
    from recsys.looks.training.hold_out import measure_hold_out

    settings = load_settings()
    console = Console(stderr=True)
    catalogue = StarterPack.load(settings.starter or DEFAULT_FOLDER).catalogue
    with console.status("Looking at pictures …") as status:
        rows = measure_hold_out(
            images,
            catalogue,
            seeds,
            cache=settings.home / "training-cache",
            progress=lambda what, done, total: status.update(f"{what}: {done} of {total}"),
        )
    if as_json:
        for row in rows:
            click.echo(json.dumps(row.as_json()))
        return
    table = Table("query", "chance", *rows[0].precision, "blend, in other words")
    for row in rows:
        figures = (*row.precision.values(), row.otherwise)
        table.add_row(row.query, f"{row.chance:.3f}", *(f"{value:.2f}" for value in figures))
    Console().print(table)
