import json
import shutil
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from data.pack import DEFAULT_FOLDER, StarterPack
from recsys.looks.looks import Looks
from tests.recsys.looks import pictures
from tests.support.command import Run

pytestmark = pytest.mark.skipif(
    not (DEFAULT_FOLDER / "looks").exists(), reason="the starter pack has no look index"
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    shown = tmp_path / "pictures"
    shown.mkdir()
    drawn = {
        "tt0113277.jpg": pictures.plain(10, 14, 30),
        "tt0113277_2.png": pictures.neon(),
        "tt0114709.jpg": pictures.plain(245, 200, 215),
        "holiday.jpg": pictures.plain(205, 25, 30),
    }
    for name, picture in drawn.items():
        Image.fromarray(picture).save(shown / name)
    (shown / "tt0110912.jpg").write_bytes(b"\xff\xd8\xff damaged")
    return shown


def test_a_folder_is_indexed_and_what_is_left_out_is_said(run: Run, folder: Path, tmp_path: Path) -> None:
    index = tmp_path / "index"
    done = run("looks", "index", str(folder), "--index", str(index))
    assert done.status == 0, done.err
    said = " ".join(done.err.split())
    assert "tt0110912.jpg is not a picture that can be read" in said
    assert "1 of 5 pictures" in said
    assert "3 new pictures" in said
    again = run("looks", "index", str(folder), "--index", str(index))
    assert "0 new pictures; 3 in" in " ".join(again.err.split())
    looks = Looks.load(index)
    assert set(looks.film_ids) == {"tt0113277", "tt0114709"}
    assert looks.search(looks.by_phrase("pastel pink"), 1)[0].film_id == "tt0114709"


def test_ten_thousand_unrelated_files_are_passed_by_and_counted(
    run: Run, folder: Path, tmp_path: Path
) -> None:
    for number in range(5_000):
        (folder / f"note-{number}.txt").touch()
        (folder / f"IMG_{number:04}.jpg").touch()
    done = run("looks", "index", str(folder), "--index", str(tmp_path / "index"))
    assert done.status == 0, done.err
    said = " ".join(done.err.split())
    assert "5001 of 5005 pictures" in said
    assert "3 new pictures" in said
    assert len(said) < 1000, "they are counted, not listed"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["tmdb"], "CINE_TMDB_KEY"),
        (["{folder}/holiday.jpg"], "Say with --film"),
        (["{folder}/holiday.jpg", "--film", "Qwertyzzy"], "No film of the catalogue has the id or title"),
    ],
)
def test_what_cannot_be_done_is_said_in_one_line(
    run: Run, folder: Path, tmp_path: Path, arguments: list[str], said: str
) -> None:
    filled = [argument.replace("{folder}", str(folder)) for argument in arguments]
    done = run("looks", "index", *filled, "--index", str(tmp_path / "index"))
    assert done.status == 1
    assert said in done.err
    assert "Traceback" not in done.err


def test_a_folder_is_embedded_whatever_the_names(run: Run, folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.npz"
    assert run("looks", "embed", str(folder), "--out", str(out)).status == 0
    with np.load(out) as stored:
        assert stored["names"].tolist() == [
            "holiday.jpg",
            "tt0113277.jpg",
            "tt0113277_2.png",
            "tt0114709.jpg",
        ]
        assert stored["vectors"].shape == (4, 128)


def test_a_folder_is_ranked_for_phrases(run: Run, folder: Path, tmp_path: Path) -> None:
    queries = tmp_path / "queries.jsonl"
    asked = [{"id": "a", "look": "mostly red"}, {"id": "b", "look": "neon in the dark"}]
    queries.write_text("\n".join(json.dumps(one) for one in asked))
    done = run(
        *("evaluate", "looks", "--images", str(folder), "--queries", str(queries), "--json"),
        *("--sheets", str(tmp_path / "sheets")),
    )
    assert done.status == 0, done.err
    answers = [json.loads(line) for line in done.out.splitlines()]
    assert [(one["id"], one["look"], one["top"][0]) for one in answers] == [
        ("a", "mostly red", "holiday.jpg"),
        ("b", "neon in the dark", "tt0113277_2.png"),
    ]
    assert {path.name for path in (tmp_path / "sheets").iterdir()} == {"a.jpg", "b.jpg"}


def test_colours_that_stand_in_are_measured(run: Run, folder: Path, tmp_path: Path) -> None:
    refused = run("evaluate", "looks", "--images", str(folder), "--stand-ins")
    assert refused.status == 1
    assert "3 posters named by film id; more than 200 are needed" in refused.err
    films = [film.id for film in StarterPack.load().catalogue.films[:210]]
    for number, film_id in enumerate(films):
        drawn = pictures.plain(*((10, 14, 30) if number % 2 else (245, 200, 215)))
        Image.fromarray(drawn[:16, :16]).save(tmp_path / f"{film_id}.jpg")
    done = run("evaluate", "looks", "--images", str(tmp_path), "--stand-ins", "--seeds", "3", "--json")
    found = json.loads(done.out)
    assert (found["seed"], found["posters"]) == (3, 210)
    assert found["another film's"] > 20


def test_queries_that_are_none_are_named_by_line(run: Run, folder: Path, tmp_path: Path) -> None:
    queries = tmp_path / "queries.jsonl"
    queries.write_text('{"id": "a", "look": "red"}\nnot json\n')
    done = run(*("evaluate", "looks", "--images", str(folder), "--queries", str(queries)))
    assert done.status == 1
    assert "Line 2 of" in done.err


def test_an_index_damaged_by_a_killed_process_is_named(run: Run, folder: Path, tmp_path: Path) -> None:
    index = tmp_path / "index"
    run("looks", "index", str(folder), "--index", str(index))
    part = next((index / "parts").glob("*.npz"))
    shutil.copyfile(part, part.with_suffix(".writing"))
    part.write_bytes(b"")
    done = run("looks", "index", str(folder), "--index", str(index))
    assert done.status == 1
    assert "Delete that file" in done.err
    part.unlink()
    assert run("looks", "index", str(folder), "--index", str(index)).status == 0
    assert len(Looks.load(index)) == 3


def test_an_index_is_asked_in_words_and_by_a_picture(run: Run, folder: Path, tmp_path: Path) -> None:
    index = str(tmp_path / "index")
    run("looks", "index", str(folder), "--index", index)
    sheet = tmp_path / "sheets" / "pink.jpg"
    done = run("looks", "search", "pastel", "pink", "--index", index, "--json", "--sheet", str(sheet))
    found = json.loads(done.out)
    assert len(found) == 3  # every picture, also where two are of one film
    assert Path(found[0]["picture"]).name == "tt0114709.jpg"
    assert found[0]["film"] == "Toy Story (1995)"
    assert sum(found[0]["palette"].values()) == pytest.approx(1, abs=0.05)
    with Image.open(sheet) as drawn:
        assert drawn.format == "JPEG"

    asked = run("looks", "search", "--picture", str(folder / "tt0113277_2.png"), "--index", index)
    assert "tt0113277_2.png" in asked.out.splitlines()[0]
    assert "dark 9" in asked.out.splitlines()[0]

    nothing = run("looks", "search")
    assert nothing.status == 1
    assert "Say which look" in nothing.err
