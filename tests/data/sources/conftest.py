from pathlib import Path

import pytest

from tests.data.sources.small import write_facts, write_source

pytest.importorskip("pandas", reason="the train extra is not installed")


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """The folder of the data sets."""
    write_source(tmp_path)
    return tmp_path


@pytest.fixture
def facts(tmp_path: Path) -> Path:
    """The folder of what was entered by hand."""
    folder = tmp_path / "facts"
    folder.mkdir()
    write_facts(folder)
    return folder
