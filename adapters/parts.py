"""What a chat surface is handed: the agent, and what it shows without asking the agent."""

from typing import Protocol

from adapters.jobs.jobs import Jobs
from agent.agent import Agent
from data.catalogue import Catalogue
from data.titles import TitleIndex
from memory.database import Database
from memory.library import Library
from memory.people import People
from memory.privacy import Privacy


class SurfaceParts(Protocol):
    """The part of `adapters.app.App` that surfaces use; tests hand over their own."""

    @property
    def agent(self) -> Agent: ...  # noqa: D102
    @property
    def catalogue(self) -> Catalogue:
        """Ask each time: it is replaced when newly trained models are taken into use."""
        ...

    @property
    def titles(self) -> TitleIndex:
        """Likewise."""
        ...

    @property
    def database(self) -> Database: ...  # noqa: D102
    @property
    def people(self) -> People: ...  # noqa: D102
    @property
    def library(self) -> Library: ...  # noqa: D102
    @property
    def privacy(self) -> Privacy: ...  # noqa: D102
    @property
    def jobs(self) -> Jobs:
        """Where a surface offers what it does by the clock, while it runs."""
        ...
