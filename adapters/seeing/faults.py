"""Faults reported to a Sentry server, where its address is set: traces of code, without what was said."""

from typing import Any

from agent.report import CURRENT
from data.errors import BadInput


def report_faults(dsn: str, transport: Any = None) -> None:  # noqa: ANN401 - the library's own
    """Send every error that is logged to `dsn`. Raises BadInput where the library is missing."""
    try:
        import sentry_sdk
    except ImportError:
        raise BadInput(
            "CINE_SENTRY_DSN is set, but sentry-sdk is not installed; install cineaesthete[sentry]."
        ) from None
    sentry_sdk.init(
        dsn,
        transport=transport,
        include_local_variables=False,  # messages are in them
        max_breadcrumbs=0,
        before_send=_stripped,
    )


def _stripped(event: Any, _hint: Any) -> Any:  # noqa: ANN401 - the library's own
    """The event without what may carry people's words or addresses, and with its turn."""
    for part in ("request", "user", "breadcrumbs", "extra"):
        event.pop(part, None)
    for value in event.get("exception", {}).get("values", ()):
        value.pop("value", None)  # what an exception says may quote what somebody said
    if report := CURRENT.get():
        event.setdefault("tags", {}).update(turn=report.id, surface=report.surface)
    return event
