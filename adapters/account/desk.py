"""What a person types or sends about their account and library, on surfaces without commands of their own.

/link           a code for another account          /link CODE   join this account by the other's code
/unlink         part this account again
/export IMDB    the library in the format of Letterboxd, IMDb or MovieLens; a file of theirs brings it in
"""

from collections.abc import AsyncIterator
from typing import cast, get_args

from adapters.account.import_words import SERVICES, report_choices, report_text
from adapters.account.library_export import export_library
from adapters.account.library_import import import_library
from adapters.account.linking import Accounts
from adapters.messaging.files import require_table
from adapters.messaging.said import Sentences
from adapters.parts import SurfaceParts
from agent.events import Choices, Event, FileMade, TextDelta
from data.errors import BadInput
from data.sources.library_files import Service
from memory.linking import Linking

CHOICES_AT_MOST = 20
"""Buttons for what is unclear in a file."""
CODE_LIMIT = 40


class AccountDesk:
    """Answers in the agent's events, so that a surface shows them as it shows a turn."""

    def __init__(self, parts: SurfaceParts, surface: str) -> None:
        self._parts = parts
        self._surface = surface
        self._accounts = Accounts(parts.people, Linking(parts.database))

    def typed(self, user: str, text: str, said: Sentences) -> AsyncIterator[Event] | None:
        """The answer to one of the commands above; None where it is none of them."""
        command, _, rest = text.strip().partition(" ")
        match command.casefold():
            case "/link":
                return self._link(user, rest.strip()[:CODE_LIMIT], said)
            case "/unlink" if not rest:
                return self._unlink(user, said)
            case "/export":
                return self._export(user, rest.strip().casefold() or "letterboxd", said)
            case _:
                return None

    async def bring(self, user: str, name: str, content: bytes, said: Sentences) -> AsyncIterator[Event]:
        """What became of a file. Raises BadInput where it cannot be used."""
        require_table(name, len(content), said)
        parts = self._parts
        report = await import_library(
            (await parts.people.resolve(self._surface, user)).id,
            name,
            content,
            library=parts.library,
            catalogue=parts.catalogue,
            titles=parts.titles,
        )
        yield TextDelta(report_text(report, said))
        if choices := report_choices(report, said, CHOICES_AT_MOST):
            yield Choices(tuple(choices))

    async def _link(self, user: str, code: str, said: Sentences) -> AsyncIterator[Event]:
        yield TextDelta(await self._accounts.link(self._surface, user, code or None, said))

    async def _unlink(self, user: str, said: Sentences) -> AsyncIterator[Event]:
        yield TextDelta(await self._accounts.unlink(self._surface, user, said))

    async def _export(self, user: str, service: str, said: Sentences) -> AsyncIterator[Event]:
        if service not in get_args(Service):
            raise BadInput(said("ask.service"))
        person = await self._parts.people.resolve(self._surface, user)
        rows = await self._parts.library.rows(person.id)
        name, content = export_library(cast("Service", service), rows, self._parts.catalogue)
        yield TextDelta(said("export.library", service=SERVICES[service]))
        yield FileMade(name, content)
