"""The tool my_data: what a person may do with all that is kept of them."""

import asyncio

from tools.arguments import MyData
from tools.base import Caller
from tools.data_archive import NAME, archive
from tools.data_readme import readme
from tools.results import DataTaken
from tools.services import Services


async def my_data(arguments: MyData, caller: Caller, services: Services) -> DataTaken:  # noqa: ARG001 - one kind so far
    """What a person may do with all that is kept of them. Only in their own words or by a command.

    `kind`: export, everything handed over as a file.
    """
    kept = await services.privacy.export(caller.person_id)
    library = await services.library.rows(caller.person_id)
    counts = tuple((table, len(rows)) for table, rows in kept.items() if rows)
    page = readme(caller.where.language, caller.at.isoformat(timespec="minutes"), counts)
    content = await asyncio.to_thread(archive, kept, library, services.catalogue, page)
    return DataTaken(NAME, content, counts)
