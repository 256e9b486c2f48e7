"""Models trained while a process runs are taken into use by it."""

import asyncio
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from adapters.app import App
from adapters.settings import Settings
from adapters.stock import load_models
from agent.events import Done
from agent.turn import Turn
from data.manifest import MANIFEST
from data.models_folder import FOLDER, ModelsFolder
from tests.recsys import toys
from tests.support.packs import write_pack

NEW = replace(toys.catalogue().films[0], id="west-new", title="Quorvath Rides Again", year=2025)


@pytest.fixture(scope="module")
def starter(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_pack(tmp_path_factory.mktemp("starter"))


@pytest.fixture
def settings(tmp_path: Path, starter: Path) -> Settings:
    return Settings(home=tmp_path, starter=starter, model="none", models_check_s=0.02)


def models_of(settings: Settings) -> ModelsFolder:
    return ModelsFolder(settings.home / FOLDER)


def train(settings: Settings, *, damage: str = "") -> str:
    """A version with one film more; `damage` names a file to be cut short."""
    with models_of(settings).building() as work:
        write_pack(work, [NEW])
        if damage:
            (work / damage).write_bytes((work / damage).read_bytes()[:100])
        return models_of(settings).publish(work, datetime.now(UTC))


async def until(true: Callable[[], bool]) -> None:
    for _ in range(1000):
        if true():
            return
        await asyncio.sleep(0.02)
    raise AssertionError("it did not come to pass")


async def ask(app: App, text: str) -> Done:
    events = [event async for event in app.agent.stream(Turn("cli", "ana", "t", text))]
    done = events[-1]
    assert isinstance(done, Done)
    return done


async def test_a_new_film_is_there_without_a_restart(settings: Settings) -> None:
    async with App.open(settings) as app:
        assert "Rides Again" not in (await ask(app, "something like Western 1")).text
        await asyncio.to_thread(train, settings)
        await until(lambda: len(app.catalogue) == 14)
        assert app.titles.resolve("Quorvath Rides Again").film == NEW
        found = await ask(app, "something like Quorvath Rides Again")
        assert found.cards
        assert all("Western" in card.film.title for card in found.cards[:2])
        models_of(settings).use(None)
        await until(lambda: len(app.catalogue) == 13)


@pytest.mark.parametrize("damage", ["models/content.dense.npy", "films.jsonl.gz", MANIFEST])
async def test_a_broken_version_is_refused_once_and_the_old_one_goes_on(
    settings: Settings, damage: str, caplog: pytest.LogCaptureFixture
) -> None:
    async with App.open(settings) as app:
        version = await asyncio.to_thread(train, settings, damage=damage)
        await until(lambda: version in caplog.text)
        await asyncio.sleep(0.1)
        assert caplog.text.count("are refused") == 1
        assert "Run `cineaesthete train` to make it anew." in caplog.text
        assert len(app.catalogue) == 13
        assert (await ask(app, "something like Western 1")).cards
        train(settings)
        await until(lambda: len(app.catalogue) == 14)


def test_a_start_with_a_version_of_another_format_falls_back(
    settings: Settings, caplog: pytest.LogCaptureFixture
) -> None:
    version = train(settings)
    manifest = models_of(settings).path(version) / MANIFEST
    manifest.write_text(manifest.read_text().replace('"format": 1', '"format": 99'))
    used, pack, _ = load_models(settings)
    assert used is None
    assert len(pack.catalogue) == 13
    assert "The model directory is of format 99" in caplog.text


def test_a_start_uses_the_version_in_use(settings: Settings) -> None:
    version = train(settings)
    used, pack, recommender = load_models(settings)
    assert used == version
    assert pack.catalogue.films[-1] == NEW
    assert recommender.describe()["films"] == 14
