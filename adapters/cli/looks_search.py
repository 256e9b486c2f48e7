"""`cineaesthete looks search`: ask an index of pictures, outside any conversation."""

import json
from contextlib import suppress
from pathlib import Path
from typing import Any

import click
from PIL import Image
from rich.console import Console
from rich.text import Text

from adapters.contact_sheet import Cell, contact_sheet
from adapters.settings import load_settings
from adapters.stock import load_looks, load_pack, trained_version
from data.catalogue import Catalogue
from data.errors import BadInput
from data.sources.pictures import read_picture
from data.sources.places import picture_at
from recsys.looks.index import LookHit
from recsys.looks.looks import Looks
from recsys.looks.palette import Swatch
from recsys.looks.query import LookQuery


@click.command()
@click.argument("words", nargs=-1)
@click.option(
    "--index", "folder", type=click.Path(path_type=Path), help="Index folder; by default the chat's."
)
@click.option("--picture", type=click.Path(path_type=Path), help="Ask by this picture; words move its look.")
@click.option("--count", default=5, show_default=True, type=click.IntRange(1, 100))
@click.option("--sheet", type=click.Path(path_type=Path, dir_okay=False), help="Draw what was found here.")
@click.option("--json", "as_json", is_flag=True, help="Print them as one JSON array.")
def search(
    words: tuple[str, ...],
    folder: Path | None,
    picture: Path | None,
    count: int,
    sheet: Path | None,
    as_json: bool,
) -> None:
    """The pictures that fit WORDS best, with what was measured in them."""
    if not (words or picture):
        raise BadInput('Say which look: `cineaesthete looks search "neon rain at night"`, or give --picture.')
    settings = load_settings()
    pack = load_pack(settings, trained_version(settings)[0])
    looks = Looks.load(folder) if folder else load_looks(settings, pack)
    if looks is None:
        raise BadInput("There are no pictures to search here; make an index with `cineaesthete looks index`.")
    hits = looks.best_pictures(_question(looks, " ".join(words), picture), count)
    found = [_found(hit, looks, pack.catalogue) for hit in hits]
    if as_json:
        click.echo(json.dumps(found, ensure_ascii=False))
    else:
        console = Console(highlight=False)
        for number, (hit, one) in enumerate(zip(hits, found, strict=True), 1):
            console.print(_line(number, one, looks.sight(hit).palette))
    if sheet:
        sheet.parent.mkdir(parents=True, exist_ok=True)
        cells = [_cell(hit, one, looks) for hit, one in zip(hits, found, strict=True)]
        sheet.write_bytes(contact_sheet(cells, footer=" ".join(looks.attribution)))


def _question(looks: Looks, words: str, picture: Path | None) -> LookQuery:
    if picture is None:
        return looks.by_phrase(words)
    glance, _ = looks.look_at(read_picture(picture))
    query = looks.by_glance(glance, words)
    assert query is not None  # noqa: S101 - seen by the same model a line ago
    return query


def _found(hit: LookHit, looks: Looks, catalogue: Catalogue) -> dict[str, Any]:
    film = catalogue.get(hit.film_id)
    place = looks.picture(hit).place
    sight = looks.sight(hit)
    return {
        "id": hit.film_id,
        "film": film.label if film else hit.film_id,
        "picture": place,
        "kind": looks.picture(hit).kind,
        "score": round(hit.score, 3),
        "seen": {one.aspect: one.share and round(one.share, 2) for one in sight.impressions},
        "palette": {swatch.hex: round(swatch.share, 2) for swatch in sight.palette},
    }


def _line(number: int, found: dict[str, Any], palette: tuple[Swatch, ...]) -> Text:
    line = Text(f"{number:>3}  {found['score']:>5.2f}  ")
    for swatch in palette:
        line.append("  ", style=f"on {swatch.hex}")
    seen = ", ".join(
        name.replace("_", " ") + (f" {share:.0%}" if share else "") for name, share in found["seen"].items()
    )
    where = Path(found["picture"]).name if found["picture"] else found["kind"]
    return line.append(f"  {found['film']}  {where}  {seen}")


def _cell(hit: LookHit, found: dict[str, Any], looks: Looks) -> Cell:
    """Where the picture lies elsewhere or has gone, its colours stand in for it."""
    picture = None
    if place := looks.picture(hit).place:
        with suppress(BadInput):
            picture = Image.fromarray(picture_at(place))
    moment = found["picture"].rpartition("#t=")[2] if "#t=" in found["picture"] else ""
    return Cell(f"{found['film']} {moment}".strip(), looks.sight(hit).palette, picture)
