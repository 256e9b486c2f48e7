import csv
import io
import json
import zipfile

import pytest

from agent.wording.phrasebook import LANGUAGES
from tools.arguments import MyData
from tools.base import Caller
from tools.data_archive import archive
from tools.data_readme import READMES
from tools.my_data import my_data
from tools.services import Services


async def taken(caller: Caller, services: Services) -> zipfile.ZipFile:
    result = await my_data(MyData(kind="export"), caller, services)
    return zipfile.ZipFile(io.BytesIO(result.content))


async def test_everything_kept_is_in_it_and_nothing_of_others(
    ana: Caller, luis: Caller, services: Services
) -> None:
    await services.library.rate(ana.person_id, "amelie", 4.5, said="wunderbar")
    await services.preferences.add(ana.person_id, "I can't stand musicals", {})
    await services.preferences.add(luis.person_id, "LUISS-SECRET", {})
    zipped = await taken(ana, services)
    everything = json.loads(zipped.read("data.json"))
    assert everything == await services.privacy.export(ana.person_id)
    assert everything["preferences"][0]["text"] == "I can't stand musicals"
    (row,) = csv.DictReader(io.StringIO(zipped.read("library.csv").decode()))
    assert (row["title"], row["year"], row["rating"]) == ("Amélie", "2001", "4.5")
    tables = {name for name in zipped.namelist() if name.startswith("tables/")}
    assert tables == {f"tables/{name}.csv" for name, rows in everything.items() if rows}
    assert all(b"LUISS-SECRET" not in zipped.read(name) for name in zipped.namelist())
    assert "preferences" in zipped.read("README.txt").decode()


async def test_who_is_hardly_known_gets_a_file_too(ana: Caller, services: Services) -> None:
    assert (await taken(ana, services)).read("library.csv").decode().startswith("id,title")


def test_no_cell_is_a_formula(services: Services) -> None:
    rows = {"preferences": [{"text": "=HYPERLINK(1)", "rule": {"a": 1}, "n": -3, "none": None}]}
    zipped = zipfile.ZipFile(io.BytesIO(archive(rows, [], services.catalogue, "")))
    (row,) = csv.DictReader(io.StringIO(zipped.read("tables/preferences.csv").decode()))
    assert row == {"text": "'=HYPERLINK(1)", "rule": '{"a": 1}', "n": "-3", "none": ""}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_speaks_every_language(language: str) -> None:
    assert READMES[language].format(at="2026", counts="x")
