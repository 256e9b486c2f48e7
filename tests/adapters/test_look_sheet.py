import io
from pathlib import Path

from PIL import Image

from adapters.contact_sheet import CELL_WIDTH, GAP
from adapters.look_sheet import look_sheet
from agent.events import FilmCard
from recsys.looks.palette import Swatch
from tests.adapters.test_contact_sheet import near
from tests.support.films import COLLATERAL, HEAT, RONIN

NAVY = (Swatch((16, 32, 64), 1.0),)


def test_pictures_here_are_shown_and_colours_stand_in_for_the_others(tmp_path: Path) -> None:
    still = tmp_path / "still.png"
    Image.new("RGB", (90, 60), (200, 30, 30)).save(still)
    drawn = look_sheet(
        [
            FilmCard(HEAT, picture=str(still), palette=NAVY),
            FilmCard(RONIN, picture="https://pictures.example/ronin.jpg", palette=NAVY),
            FilmCard(COLLATERAL, picture=str(tmp_path / "gone.jpg"), palette=NAVY),
        ]
    )
    assert drawn is not None
    sheet = Image.open(io.BytesIO(drawn))
    middles = [GAP + CELL_WIDTH // 2 + number * (GAP + CELL_WIDTH) for number in range(3)]
    assert near(sheet.getpixel((middles[0], GAP + 100)), (200, 30, 30))
    assert all(near(sheet.getpixel((middle, GAP + 100)), (16, 32, 64)) for middle in middles[1:])


def test_films_found_otherwise_have_no_sheet() -> None:
    assert look_sheet([FilmCard(HEAT), FilmCard(RONIN)]) is None
    assert look_sheet([]) is None
