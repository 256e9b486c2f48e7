from datetime import UTC, datetime
from pathlib import Path

import pytest

from data.models_folder import FOLDER, ModelsFolder
from tests.support.command import Run
from tests.support.packs import write_pack


@pytest.fixture
def models(tmp_path: Path) -> ModelsFolder:
    return ModelsFolder(tmp_path / "home" / FOLDER)


def test_versions_are_listed_and_changed(run: Run, models: ModelsFolder, tmp_path: Path) -> None:
    starter = {"CINE_STARTER": str(write_pack(tmp_path / "starter"))}
    with models.building() as work:
        write_pack(work)
        version = models.publish(work, datetime.now(UTC))
    listed = run("models", env=starter)
    assert [line.split()[:2] for line in listed.out.splitlines()][1] == ["*", version]
    assert "13 films" in listed.out
    assert run("models", "use", "starter", env=starter).status == 0
    assert run("models", env=starter).out.startswith("* starter")

    (models.path(version) / "films.jsonl.gz").write_bytes(b"")
    refused = run("models", "use", version, env=starter)
    assert refused.status == 1
    assert "Run `cineaesthete train` to make it anew." in refused.err
    assert run("models", "use", "nonsense", env=starter).err.startswith("cineaesthete: There is no version")
    assert models.in_use() is None
