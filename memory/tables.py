"""Every table of ours, wherever it is declared, those that are pointed at before those that point."""

from memory import ballot_tables, chainlit_tables, job_tables, login_tables, room_lists, trial_tables
from memory.models import Base

DECLARED = (ballot_tables, chainlit_tables, job_tables, login_tables, room_lists, trial_tables)
"""The modules that add to the tables of `memory.models` by being imported."""
TABLES = tuple(Base.metadata.sorted_tables)
