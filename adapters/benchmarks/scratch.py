"""Databases of a PostgreSQL server for one measurement."""

import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager

import psycopg
from sqlalchemy.engine import make_url

from data.errors import BadInput


@contextmanager
def scratch_database(server: str) -> Iterator[str]:
    """The address of a new database, dropped after. `server`: a database whose user may create others.

    Raises BadInput where it cannot be reached.
    """
    name = f"cine_bench_{os.getpid()}_{secrets.token_hex(3)}"
    try:
        connection = psycopg.connect(server, autocommit=True, connect_timeout=3)
    except psycopg.OperationalError as error:
        raise BadInput(f"There is no PostgreSQL at {make_url(server).render_as_string()}: {error}") from None
    with connection:
        connection.execute(f'CREATE DATABASE "{name}"')
        try:
            yield make_url(server).set(database=name).render_as_string(hide_password=False)
        finally:
            connection.execute(f'DROP DATABASE "{name}" WITH (FORCE)')
