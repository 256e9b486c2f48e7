import json
import stat
from pathlib import Path

import pytest

from adapters.web.folder import prepare_chainlit
from data.errors import DatabaseError


@pytest.fixture(autouse=True)
def _environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("CHAINLIT_APP_ROOT", "CHAINLIT_AUTH_SECRET", "CHAINLIT_CUSTOM_AUTH"):
        monkeypatch.setenv(name, "")  # so that they are put back afterwards


def test_the_folder_holds_what_chainlit_looks_for(tmp_path: Path) -> None:
    prepare_chainlit(tmp_path)
    web = tmp_path / "web"
    assert 'name = "CineAesthete"' in (web / ".chainlit" / "config.toml").read_text("utf-8")
    assert (web / "chainlit_en-US.md").read_text("utf-8").startswith("# CineAesthete")
    assert json.loads((web / "public" / "theme.json").read_text("utf-8"))["custom_fonts"] == []
    for file in (
        "favicon.svg",
        "logo_light.svg",
        "logo_dark.svg",
        "elements/FilmCards.jsx",
        "elements/Choices.jsx",
    ):
        assert (web / "public" / file).is_file()


def test_our_wording_lies_over_chainlits(tmp_path: Path) -> None:
    prepare_chainlit(tmp_path)
    wording = json.loads((tmp_path / "web" / ".chainlit" / "translations" / "en-US.json").read_text("utf-8"))
    assert wording["navigation"]["header"]["readme"] == "About"
    assert wording["common"]["actions"]["cancel"] == "Cancel"


def test_a_start_replaces_what_an_older_version_left(tmp_path: Path) -> None:
    prepare_chainlit(tmp_path)
    theme = tmp_path / "web" / "public" / "theme.json"
    theme.write_text("{}")
    prepare_chainlit(tmp_path)
    assert "variables" in json.loads(theme.read_text("utf-8"))


def test_the_secret_is_kept_for_its_owner_alone(tmp_path: Path) -> None:
    prepare_chainlit(tmp_path)
    file = tmp_path / "web-secret"
    secret = file.read_text()
    assert len(secret) >= 43
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    prepare_chainlit(tmp_path)
    assert file.read_text() == secret


def test_a_data_folder_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    (tmp_path / "home").write_text("a file")
    with pytest.raises(DatabaseError, match="set CINE_HOME"):
        prepare_chainlit(tmp_path / "home")
