import contextlib
import os
from datetime import UTC, datetime
from pathlib import Path

import pytest

from data.errors import BadInput, StarterPackError
from data.manifest import write_manifest
from data.models_folder import KEPT, POINTER, ModelsFolder

AT = datetime(2025, 11, 25, 23, 15, tzinfo=UTC)


@pytest.fixture
def models(tmp_path: Path) -> ModelsFolder:
    return ModelsFolder(tmp_path / "models")


def publish(models: ModelsFolder, at: datetime = AT) -> str:
    with models.building() as work:
        (work / "films").write_text("Heat")
        write_manifest(work, {})
        return models.publish(work, at)


def test_at_first_the_starter_pack_is_in_use(models: ModelsFolder) -> None:
    assert models.in_use() is None
    assert models.versions() == []


def test_a_finished_build_is_in_use(models: ModelsFolder) -> None:
    version = publish(models)
    assert version == "20251125-231500"
    assert models.in_use() == version
    assert (models.path(version) / "films").read_text() == "Heat"


def test_two_builds_of_the_same_second_stay_apart(models: ModelsFolder) -> None:
    assert publish(models) == "20251125-231500"
    assert publish(models) == "20251125-231500-2"
    assert models.in_use() == "20251125-231500-2"


def test_the_oldest_go_but_never_the_one_in_use(models: ModelsFolder) -> None:
    first = publish(models, AT.replace(hour=1))
    for hour in range(2, 8):
        publish(models, AT.replace(hour=hour))
    assert len(models.versions()) == KEPT
    assert first not in models.versions()
    assert models.in_use() == models.versions()[-1]


def test_a_build_that_fails_leaves_nothing_and_changes_nothing(models: ModelsFolder) -> None:
    version = publish(models)
    with contextlib.suppress(ZeroDivisionError), models.building() as work:
        (work / "half").write_text("x")
        raise ZeroDivisionError
    assert models.in_use() == version
    assert sorted(path.name for path in models.root.iterdir()) == [version, POINTER]


def test_what_a_killed_build_left_is_swept_away(models: ModelsFolder) -> None:
    left = models.root / ".building-killed"
    left.mkdir(parents=True)
    os.utime(left, (0, 0))
    publish(models)
    assert not left.exists()


def test_going_back_and_forth(models: ModelsFolder) -> None:
    old, new = publish(models, AT.replace(hour=1)), publish(models)
    models.use(old)
    assert models.in_use() == old
    models.use(None)
    assert models.in_use() is None
    models.use(new)
    assert models.in_use() == new


def test_an_unknown_version_is_refused(models: ModelsFolder) -> None:
    version = publish(models)
    with pytest.raises(BadInput, match=r"no version '\.\./elsewhere'"):
        models.use("../elsewhere")
    assert models.in_use() == version


def test_a_pointer_that_cannot_be_read_says_what_to_do(models: ModelsFolder) -> None:
    models.root.mkdir()
    (models.root / POINTER).write_bytes(b"\xff\xfe")
    with pytest.raises(StarterPackError, match="delete it to use the starter pack"):
        models.in_use()
