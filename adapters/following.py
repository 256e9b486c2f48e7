"""Newly trained models are taken into use by a running process, without a restart."""

import asyncio
import logging
from collections.abc import Callable

from adapters.settings import Settings
from adapters.stock import Stock, trained_version
from data.errors import AppError

log = logging.getLogger(__name__)

Take = Callable[[Stock], None]


async def follow(settings: Settings, version: str | None, *, every_s: float, take: Take) -> None:
    """Look every so often whether another version is in use, load it beside the old one, and hand it over.

    A version that cannot be used is refused with one sentence in the log, once; the old one goes on. Runs
    until it is cancelled.
    """
    handled = version
    while True:
        await asyncio.sleep(every_s)
        wanted, problem = trained_version(settings)
        if problem or wanted == handled:
            continue
        handled = wanted
        try:
            stock = await asyncio.to_thread(Stock.load, settings, wanted)
        except AppError as error:
            log.warning("the models %s are refused, the present ones go on: %s", wanted, error)
            continue
        except Exception:  # a chat goes on whatever is in that folder
            log.exception("the models %s could not be loaded, the present ones go on", wanted)
            continue
        take(stock)
        log.info("models taken into use", extra={"version": wanted, "films": len(stock.catalogue)})
