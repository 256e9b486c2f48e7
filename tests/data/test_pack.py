import json
from pathlib import Path

import pytest

from data.errors import StarterPackError
from data.films import Film
from data.films_file import read_films, write_films
from data.manifest import MANIFEST, write_manifest
from data.pack import FILMS, StarterPack

HEAT = Film("tt0113277", "Heat", 1995, genres=("Crime",), runtime=170, cast=("Al Pacino", "Robert De Niro"))
AMELIE = Film("tt0211915", "Amélie", 2001, "Le fabuleux destin d'Amélie Poulain", language="fr")


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    write_films([HEAT, AMELIE], tmp_path / FILMS)
    (tmp_path / "models").mkdir()
    (tmp_path / "models" / "weights.bin").write_bytes(bytes(1000))
    write_manifest(tmp_path, {"films": 2})
    return tmp_path


def test_a_sound_pack_gives_its_films(pack: Path) -> None:
    loaded = StarterPack.load(pack)
    assert loaded.catalogue.films == (HEAT, AMELIE)
    assert loaded.manifest.counts == {"films": 2}
    assert loaded.size_bytes == (pack / FILMS).stat().st_size + 1000
    assert loaded.models == pack / "models"


def test_the_same_films_give_the_same_bytes(tmp_path: Path) -> None:
    write_films([HEAT, AMELIE], tmp_path / "one.gz")
    write_films([HEAT, AMELIE], tmp_path / "two.gz")
    assert (tmp_path / "one.gz").read_bytes() == (tmp_path / "two.gz").read_bytes()
    assert read_films(tmp_path / "one.gz") == [HEAT, AMELIE]


def test_a_missing_pack_says_how_to_make_one(tmp_path: Path) -> None:
    with pytest.raises(StarterPackError, match=r"There is no starter pack in .*cineaesthete starter build"):
        StarterPack.load(tmp_path / "nowhere")


def test_a_missing_file_is_named(pack: Path) -> None:
    (pack / "models" / "weights.bin").unlink()
    with pytest.raises(StarterPackError, match=r"lacks its file models/weights\.bin"):
        StarterPack.load(pack)


@pytest.mark.parametrize("content", [bytes(999), bytes(999) + b"\1", b""])
def test_a_changed_file_is_named_as_damaged(pack: Path, content: bytes) -> None:
    (pack / "models" / "weights.bin").write_bytes(content)
    with pytest.raises(StarterPackError, match=r"models/weights\.bin is damaged"):
        StarterPack.load(pack)


def test_a_directory_in_place_of_a_file_is_an_error(pack: Path) -> None:
    (pack / FILMS).unlink()
    (pack / FILMS).mkdir()
    with pytest.raises(StarterPackError, match=FILMS):
        StarterPack.load(pack)


def test_another_version_is_refused(pack: Path) -> None:
    manifest = json.loads((pack / MANIFEST).read_text())
    (pack / MANIFEST).write_text(json.dumps(manifest | {"format": 99}))
    with pytest.raises(StarterPackError, match="of format 99, this program reads format 1"):
        StarterPack.load(pack)


@pytest.mark.parametrize(
    "text", ["", "{", "[]", "\x80", '{"format": 1}', '{"format": 1, "files": [], "counts": {}}']
)
def test_a_damaged_manifest_is_an_error(pack: Path, text: str) -> None:
    (pack / MANIFEST).write_bytes(text.encode("latin-1"))
    with pytest.raises(StarterPackError, match=r"manifest\.json is damaged|of format None"):
        StarterPack.load(pack)


@pytest.mark.parametrize("content", [b"", b"no gzip", b"\x1f\x8b\x08\x00"])
def test_films_that_cannot_be_read_are_an_error_even_if_the_manifest_agrees(
    pack: Path, content: bytes
) -> None:
    (pack / FILMS).write_bytes(content)
    write_manifest(pack, {})
    with pytest.raises(StarterPackError, match="cannot be read"):
        StarterPack.load(pack)


def test_a_manifest_without_films_is_an_error(pack: Path) -> None:
    (pack / FILMS).unlink()
    write_manifest(pack, {})
    with pytest.raises(StarterPackError, match="lacks its file films"):
        StarterPack.load(pack)
