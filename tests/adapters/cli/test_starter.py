from pathlib import Path

import pytest
from click.testing import CliRunner

from adapters.cli.starter import build_pack, starter
from data.manifest import MANIFEST
from data.pack import StarterPack
from data.reviews import ReviewFigures
from recsys.recommender import Recommender
from recsys.reviews.classifier import SentimentClassifier
from recsys.reviews.starter_figures import StarterFigures
from tests.data.sources.small import write_facts, write_source
from tests.support.command import Run


def test_a_pack_is_built_from_its_sources(tmp_path: Path) -> None:
    pytest.importorskip("pandas", reason="the train extra is not installed")
    source, facts = tmp_path / "source", tmp_path / "facts"
    for folder in (source, facts):
        folder.mkdir()
    write_source(source)
    write_facts(facts)
    packs = []
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        said: list[str] = []
        build_pack(source, facts, tmp_path / name, said.append)
        packs.append(StarterPack.load(tmp_path / name))
        assert said
    pack = packs[0]
    assert pack.manifest == packs[1].manifest, "the same sources give the same bytes"
    assert pack.manifest.counts["films"] == len(pack.catalogue) == 7
    assert pack.manifest.counts["ratings"] == 5
    assert "| films | 7 |" in (pack.folder / "DATACARD.md").read_text()
    assert len(ReviewFigures.load(pack.figures).counts) == 7
    Recommender.load(pack.catalogue, pack.models)
    assert SentimentClassifier.load(pack.models).probabilities(["a superb film"])[0] > 0.5
    heat = StarterFigures.load(pack.figures, len(pack.catalogue)).of(pack.catalogue.index("tt1"))
    assert heat is not None
    assert heat.positive == heat.count == 1, "a text that stands there three times counts once"


def test_building_anew_keeps_what_other_commands_put_there(tmp_path: Path) -> None:
    pytest.importorskip("pandas", reason="the train extra is not installed")
    old = tmp_path / "starter"
    (old / "looks").mkdir(parents=True)
    (old / "looks" / "index.npy").write_bytes(b"index")
    (old / MANIFEST).write_text("{}")
    (tmp_path / "source").mkdir()
    write_source(tmp_path / "source")
    done = CliRunner().invoke(starter, ["build", "--source", str(tmp_path / "source"), "--out", str(old)])
    assert done.exit_code == 0, done.output
    assert "films" in done.output
    pack = StarterPack.load(old)
    assert "looks/index.npy" in pack.manifest.files
    assert {path.name for path in tmp_path.iterdir()} == {"starter", "source"}


def test_missing_sources_are_named_and_the_old_pack_stays(run: Run, tmp_path: Path) -> None:
    old = tmp_path / "starter"
    old.mkdir()
    (old / MANIFEST).write_text("{}")
    done = run("starter", "build", "--source", "nowhere", "--out", str(old))
    assert done.status != 0
    assert "nowhere" in done.err
    assert len(done.err.strip().splitlines()) == 1
    assert [path.name for path in tmp_path.iterdir() if "starter" in path.name] == ["starter"]
    assert (old / MANIFEST).read_text() == "{}"


def test_a_folder_that_is_no_pack_is_never_replaced(run: Run, tmp_path: Path) -> None:
    (tmp_path / "letters").mkdir()
    (tmp_path / "letters" / "mine.txt").write_text("dear")
    done = run("starter", "build", "--source", "nowhere", "--out", str(tmp_path / "letters"))
    assert done.status != 0
    assert "is not a starter pack" in done.err
    assert (tmp_path / "letters" / "mine.txt").read_text() == "dear"
