"""The tool my_data: what a person may do with all that is kept of them."""

import asyncio
from collections.abc import Mapping
from typing import Final, Literal

from memory.people import Sharing
from tools.arguments import MyData
from tools.base import Caller
from tools.data_archive import NAME, archive
from tools.data_readme import readme
from tools.results import ControlSet, DataTaken
from tools.services import Services

_LEVELS: Final[Mapping[str, Sharing]] = {
    "share_private": "private",
    "share_friends": "friends",
    "share_server": "server",
}


async def my_data(arguments: MyData, caller: Caller, services: Services) -> DataTaken | ControlSet:
    """What a person may do with all that is kept of them. Only in their own words or by a command.

    `kind`: export (everything handed over as a file), pause and resume (their taste is not used for a while),
    private and public (of this conversation nothing is written down), share_private, share_friends and
    share_server (who may see what they watched), trials_out and trials_in (trials of settings).
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
        case "trials_out" | "trials_in":
            taking_part = arguments.kind == "trials_in"
            await services.trials.take_part(caller.person_id, taking_part=taking_part)
            return ControlSet(arguments.kind, before=caller.in_trials == taking_part)
        case "share_private" | "share_friends" | "share_server":
            return await _share(arguments.kind, caller, services)


async def _share(
    kind: Literal["share_private", "share_friends", "share_server"], caller: Caller, services: Services
) -> ControlSet:
    sharing = _LEVELS[kind]
    await services.accounts.share(caller.person_id, sharing)
    if sharing != "server":
        await services.rooms.leave_all(caller.person_id)
    elif caller.where.room:
        await services.rooms.note(caller.where.surface, caller.where.room, caller.person_id)
    return ControlSet(kind, before=caller.sharing == sharing)


async def _export(caller: Caller, services: Services) -> DataTaken:
    kept = await services.privacy.export(caller.person_id)
    library = await services.library.rows(caller.person_id)
    counts = tuple((table, len(rows)) for table, rows in kept.items() if rows)
    page = readme(caller.where.language, caller.at.isoformat(timespec="minutes"), counts)
    content = await asyncio.to_thread(archive, kept, library, services.catalogue, page)
    return DataTaken(NAME, content, counts)
