"""/link, /unlink, /privacy, /export and imported files: what is the person's own, which only they see."""

from collections.abc import Mapping
from typing import cast, get_args

from telegram import Document, InlineKeyboardMarkup

from adapters.account.import_words import SERVICES, report_choices, report_text
from adapters.account.library_export import export_library
from adapters.account.library_import import import_library
from adapters.account.linking import Accounts
from adapters.messaging.files import require_table
from adapters.parts import SurfaceParts
from adapters.telegram.codes import Strand
from adapters.telegram.conversation import SURFACE, Asked, Conversation
from adapters.telegram.keyboards import OPTIONS_AT_MOST, keyboard_of
from adapters.telegram.markup import Span, html, pieces
from adapters.telegram.pictures import name_of
from adapters.telegram.reply import Page
from data.errors import BadInput
from data.sources.library_files import Service
from memory.linking import Linking
from tools.arguments import Forget, MyData, ToolArguments

_CALLS: Mapping[str, ToolArguments] = {
    "forget": Forget(what="everything"),
    "export": MyData(kind="export"),
    "pause": MyData(kind="pause"),
    "resume": MyData(kind="resume"),
    "trials_out": MyData(kind="trials_out"),
    "trials_in": MyData(kind="trials_in"),
}
"""What /privacy asks for, by the word behind it."""


class AccountCommands:
    """What a person may do with what is theirs."""

    def __init__(self, conversation: Conversation, parts: SurfaceParts) -> None:
        self._conversation = conversation
        self._parts = parts
        self._accounts = Accounts(parts.people, Linking(parts.database))

    async def link(self, asked: Asked, code: str) -> None:
        """A code for another account, or this account joined by the other's code."""
        text = await self._accounts.link(SURFACE, str(asked.user.id), code[:40] or None, asked.said)
        await self._conversation.say(asked, text, private=True)

    async def unlink(self, asked: Asked) -> None:
        """Part this account."""
        text = await self._accounts.unlink(SURFACE, str(asked.user.id), asked.said)
        await self._conversation.say(asked, text, private=True)

    async def privacy(self, asked: Asked, words: str) -> None:
        """Show what is kept, hand it over, or forget it after a question."""
        wanted = words.casefold() or "show"
        if call := _CALLS.get(wanted):
            await self._conversation.answer(asked, text=f"/privacy {wanted}", call=call, private=True)
            return
        person = await self._parts.people.resolve(SURFACE, str(asked.user.id))
        await self._conversation.say(
            asked, kept_text(await self._parts.privacy.counts(person.id), asked), private=True
        )

    async def export(self, asked: Asked, words: str) -> None:
        """Send the library in another service's format. Raises BadInput for an unknown service."""
        service = words.casefold() or "letterboxd"
        if service not in get_args(Service):
            raise BadInput(asked.said("ask.service"))
        person = await self._parts.people.resolve(SURFACE, str(asked.user.id))
        rows = await self._parts.library.rows(person.id)
        name, content = export_library(cast("Service", service), rows, self._parts.catalogue)
        await self._send(asked, name, content, asked.said("export.library", service=SERVICES[service]))

    async def bring(self, asked: Asked, document: Document) -> None:
        """Import a file. Raises BadInput where it cannot be read."""
        require_table(name_of(document), document.file_size or 0, asked.said)
        file = await document.get_file()
        parts = self._parts
        person = await parts.people.resolve(SURFACE, str(asked.user.id))
        report = await import_library(
            person.id,
            name_of(document),
            bytes(await file.download_as_bytearray()),
            library=parts.library,
            catalogue=parts.catalogue,
            titles=parts.titles,
        )
        choices = report_choices(report, asked.said, OPTIONS_AT_MOST)
        keyboard: InlineKeyboardMarkup | None = keyboard_of(Strand(), (), choices, asked.said)
        texts = [html(piece) for piece in pieces([Span(report_text(report, asked.said))])]
        pages = [*(Page(text) for text in texts[:-1]), Page(texts[-1], keyboard=keyboard)]
        await self._conversation.show(asked, pages, private=True)

    async def _send(self, asked: Asked, name: str, content: bytes, text: str) -> None:
        page = Page(html([Span(text)]), file=(name, content))
        await self._conversation.show(asked, [page], private=True)


def kept_text(counts: Mapping[str, int], asked: Asked) -> str:
    """What is kept of a person, counted."""
    if not counts:
        return asked.said("kept.nothing")
    return asked.said("kept", lines="\n".join(f"- {count} × {words}" for words, count in counts.items()))
