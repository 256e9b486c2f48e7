"""Alembic's environment and revisions, part of the package so that an installed program carries them.

A new revision is a file `versions/NNNN_what.py` with `down_revision` set to the former `HEAD`; then `HEAD`
moves here. A test compares the tables that the revisions make with `memory.models`.
"""

HEAD = "0020"
"""The newest revision. Known here so that a start with nothing to migrate need not import Alembic (0.8 s)."""
