from pathlib import Path

import pytest

from adapters.settings import Settings, load_settings
from data.errors import BadInput

ROOT = Path(__file__).parent.parent.parent


@pytest.fixture(autouse=True)
def _clean(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("CINE_OLLAMA_HOST", "OLLAMA_HOST", "CINE_MODEL", "CINE_WEB_PORT", "CINE_HOME"):
        monkeypatch.delenv(name, raising=False)


@pytest.mark.parametrize(
    ("written", "url"),
    [
        ("127.0.0.1", "http://127.0.0.1:11434"),
        ("0.0.0.0:5000", "http://127.0.0.1:5000"),
        (":5000", "http://127.0.0.1:5000"),
        ("https://models.example.org/", "https://models.example.org:443"),
        ("http://box:1234", "http://box:1234"),
    ],
)
def test_ollama_host_is_read_as_ollama_reads_it(
    monkeypatch: pytest.MonkeyPatch, written: str, url: str
) -> None:
    monkeypatch.setenv("OLLAMA_HOST", written)
    assert load_settings().ollama_host == url


def test_our_own_variable_wins_over_ollamas(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OLLAMA_HOST", "a")
    monkeypatch.setenv("CINE_OLLAMA_HOST", "b")
    assert load_settings().ollama_host == "http://b:11434"


def test_given_values_win_and_none_leaves_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CINE_MODEL", "llama")
    assert load_settings(model="none").model == "none"
    assert load_settings(model=None).model == "llama"


def test_a_wrong_value_names_its_variable(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CINE_WEB_PORT", "eighty")
    with pytest.raises(BadInput, match="CINE_WEB_PORT"):
        load_settings()


def test_the_database_lies_in_the_data_folder(tmp_path: Path) -> None:
    settings = load_settings(home=tmp_path)
    assert settings.database == f"sqlite+aiosqlite:///{tmp_path}/cineaesthete.db"


def test_every_setting_is_documented() -> None:
    example = (ROOT / ".env.example").read_text()
    for name in Settings.model_fields:
        assert f"CINE_{name.upper()}=" in example
