"""Chainlit reads its folder when it is first imported: give it one before any test module imports it."""

import tempfile
import warnings
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from adapters.web.folder import prepare_chainlit
from memory.database import Database

prepare_chainlit(Path(tempfile.mkdtemp(prefix="cine-web-tests-")))
with warnings.catch_warnings():  # old habits of libraries that Chainlit brings along
    warnings.simplefilter("ignore")
    import chainlit.data.sql_alchemy
    import chainlit.server  # noqa: F401


@pytest.fixture
async def database(url: str) -> AsyncIterator[Database]:
    database = await Database.open(url)
    yield database
    await database.close()
