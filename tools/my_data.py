"""The tool my_data: what a person may do with all that is kept of them."""

import asyncio

from tools.arguments import MyData
from tools.base import Caller
from tools.data_archive import NAME, archive
from tools.data_readme import readme
from tools.results import ControlSet, DataTaken
from tools.services import Services


async def my_data(arguments: MyData, caller: Caller, services: Services) -> DataTaken | ControlSet:
    """What a person may do with all that is kept of them. Only in their own words or by a command.

    `kind`: export (everything handed over as a file), pause and resume (their taste is not used for a while),
    private and public (of this conversation nothing is written down).
    """
    match arguments.kind:
        case "export":
            return await _export(caller, services)
        case "pause" | "resume":
            paused = arguments.kind == "pause"
            await services.accounts.pause(caller.person_id, paused=paused)
            return ControlSet(arguments.kind, before=caller.paused == paused)
        case "private" | "public":
            private = arguments.kind == "private"
            await services.threads.keep_private(caller.thread_id, private=private)
            return ControlSet(arguments.kind, before=caller.private == private)


async def _export(caller: Caller, services: Services) -> DataTaken:
    kept = await services.privacy.export(caller.person_id)
    library = await services.library.rows(caller.person_id)
    counts = tuple((table, len(rows)) for table, rows in kept.items() if rows)
    page = readme(caller.where.language, caller.at.isoformat(timespec="minutes"), counts)
    content = await asyncio.to_thread(archive, kept, library, services.catalogue, page)
    return DataTaken(NAME, content, counts)
