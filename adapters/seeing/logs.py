"""Logs: lines for people, or JSON for those who gather them; each with its turn, none with what was said."""

import logging
import sys

from pythonjsonlogger.json import JsonFormatter

from adapters.settings import Settings
from agent.report import CURRENT

_LINE = "%(levelname)s:%(name)s:%(message)s"
_FIELDS = "%(asctime)s %(levelname)s %(name)s %(message)s"
_NAMES = {"asctime": "time", "levelname": "level", "name": "logger"}


def set_up_logs(settings: Settings) -> None:
    """Let this process log as the settings say, unless whoever runs us has set it up already (tests do)."""
    root = logging.getLogger()
    root.setLevel(settings.log_level)
    if root.handlers:
        return
    handler = logging.StreamHandler(sys.stderr)
    handler.addFilter(with_turn)
    handler.setFormatter(formatter(settings))
    root.addHandler(handler)


def formatter(settings: Settings) -> logging.Formatter:
    """Lines or JSON."""
    if settings.log_format == "json":
        return JsonFormatter(_FIELDS, rename_fields=_NAMES, datefmt="%Y-%m-%dT%H:%M:%S%z")
    return logging.Formatter(_LINE)


def with_turn(record: logging.LogRecord) -> bool:
    """Add the turn on which the line was written; for a handler's filters."""
    if report := CURRENT.get():
        record.turn, record.surface = report.id, report.surface
    return True
