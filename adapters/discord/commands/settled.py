"""A server's settings and their audit log as lines. Pure."""

from collections.abc import Sequence

from discord.utils import format_dt

from adapters.discord.texts.said import Said
from data.languages import language_name
from memory.servers import AuditEntry, ServerSettings


def settings_lines(settings: ServerSettings, said: Said) -> str:
    """Every setting on a line of its own."""
    hour = f"{_channel(settings.daily_channel)}, {settings.daily_hour}:00 {settings.daily_zone}"
    lines = {
        "channel": _channel(settings.channel) if settings.channel else said("setting.channel.any"),
        "family_mode": _value("family_mode", settings.family_mode, said),
        "spoilers": settings.spoilers,
        "language": language_name(settings.language) if settings.language else said("setting.language.own"),
        "daily": hour if settings.daily_channel else said("value.off"),
        "onboarding_role": _value("onboarding_role", settings.onboarding_role, said),
        "night_role": _value("night_role", settings.night_role, said),
        "ballots_by": _value("ballots_by", settings.ballots_by, said),
    }
    return "\n" + "\n".join(f"- {said(f'setting.{name}')}: {value}" for name, value in lines.items())


def audit_lines(entries: Sequence[AuditEntry], said: Said) -> str:
    """Everything that was done on a line of its own: when, who, what."""
    return "\n".join(
        f"- {format_dt(entry.at, 'f')} <@{entry.user}>: {_what(entry, said)}" for entry in entries
    )


def _what(entry: AuditEntry, said: Said) -> str:
    if "." in entry.action:  # an act, not a setting
        details = {name: after for name, (_, after) in entry.changes.items()}
        return said(f"audit.{entry.action}", about=f"<@{entry.about}>", **details)
    return ", ".join(
        f"{said(f'setting.{name}')} {_value(name, before, said)} → {_value(name, after, said)}"
        for name, (before, after) in entry.changes.items()
    )


def _value(name: str, value: object, said: Said) -> str:
    if value is None:
        return said("value.none")
    if isinstance(value, bool):
        return said("value.on" if value else "value.off")
    if name == "ballots_by":
        return said(f"value.{value}")
    if name.endswith("role"):
        return f"<@&{value}>"
    return _channel(str(value)) if name.endswith("channel") else str(value)


def _channel(channel_id: str | None) -> str:
    return f"<#{channel_id}>"
