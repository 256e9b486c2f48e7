"""A server's settings and their audit log as lines. Pure."""

from collections.abc import Sequence

from discord.utils import format_dt

from data.languages import language_name
from memory.servers import AuditEntry, ServerSettings


def settings_lines(settings: ServerSettings) -> str:
    """Every setting on a line of its own."""
    daily = (
        f"{_channel(settings.daily_channel)}, {settings.daily_hour}:00 {settings.daily_zone}"
        if settings.daily_channel
        else "off"
    )
    lines = {
        "channel": _channel(settings.channel) if settings.channel else "every channel",
        "family mode": "on" if settings.family_mode else "off",
        "spoilers": settings.spoilers,
        "language": language_name(settings.language) if settings.language else "the server's own",
        "daily pick": daily,
    }
    return "\n" + "\n".join(f"- {name}: {value}" for name, value in lines.items())


def audit_lines(entries: Sequence[AuditEntry]) -> str:
    """Every change on a line of its own: when, who, what it was and what it is."""
    return "\n".join(f"- {format_dt(entry.at, 'f')} <@{entry.user}>: {_changes(entry)}" for entry in entries)


def _changes(entry: AuditEntry) -> str:
    return ", ".join(
        f"{name.replace('_', ' ')} {_value(name, before)} → {_value(name, after)}"
        for name, (before, after) in entry.changes.items()
    )


def _value(name: str, value: object) -> str:
    if value is None:
        return "none"
    if isinstance(value, bool):
        return "on" if value else "off"
    return _channel(str(value)) if name.endswith("channel") else str(value)


def _channel(channel_id: str | None) -> str:
    return f"<#{channel_id}>"
