"""Databases of a PostgreSQL server for tests: each new, from a template migrated once, dropped after."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count

import psycopg
import pytest
from sqlalchemy.engine import URL, make_url

SERVER = os.environ.get("CINE_TEST_POSTGRES", "postgresql://postgres@127.0.0.1:5432/postgres")
"""A database whose user may create others."""

_number = count()


class PostgresServer:
    """Makes databases on the server of `SERVER`."""

    def __init__(self, connection: psycopg.Connection) -> None:
        self._connection = connection

    @contextmanager
    def database(self, template: str | None = None) -> Iterator[str]:
        """The address of a new database, empty or a copy of `template` (an address)."""
        name = f"cine_test_{os.getpid()}_{next(_number)}"
        source = f'TEMPLATE "{make_url(template).database}"' if template else "TEMPLATE template0"
        self._connection.execute(f'CREATE DATABASE "{name}" {source}')
        try:
            yield _url(SERVER).set(database=name).render_as_string(hide_password=False)
        finally:
            self._connection.execute(f'DROP DATABASE "{name}" WITH (FORCE)')


@contextmanager
def postgres_server() -> Iterator[PostgresServer]:
    """The server for tests; skips, with the reason, where there is none."""
    try:
        connection = psycopg.connect(SERVER, autocommit=True, connect_timeout=3)
    except psycopg.OperationalError as error:
        pytest.skip(f"no PostgreSQL at {_url(SERVER).render_as_string()} (CINE_TEST_POSTGRES): {error}")
    with connection:
        yield PostgresServer(connection)


def _url(address: str) -> URL:
    return make_url(address)
