"""/setup: what holds in a chat. In groups for admins; every change is written into the audit log."""

from zoneinfo import ZoneInfo

from telegram.constants import ChatMemberStatus

from adapters.telegram.conversation import Asked, Conversation
from adapters.telegram.texts.said import Said
from agent.wording.phrasebook import LANGUAGES
from data.errors import BadInput
from data.languages import language_name
from memory.servers import Servers, ServerSettings

AUDIT_SHOWN = 15
_ADMINS = (ChatMemberStatus.OWNER, ChatMemberStatus.ADMINISTRATOR)
_SWITCH = {"on": True, "off": False}
_SPOILERS = ("none", "mild", "full")
_OWN = "own"

Changes = dict[str, object]


class SetupCommand:
    """Shows and changes a chat's settings."""

    def __init__(self, conversation: Conversation, servers: Servers) -> None:
        self._conversation = conversation
        self._servers = servers

    async def run(self, asked: Asked, words: str) -> None:
        """Do what is typed behind /setup. Raises BadInput where it is unclear or not theirs to do."""
        if asked.spot.group and not await _is_admin(asked):
            raise BadInput(asked.said("setup.admins"))
        action, *rest = words.casefold().split() or [""]
        server = str(asked.spot.chat_id)
        if action == "audit":
            await self._conversation.say(asked, await self._audit(server, asked.said))
            return
        if not action:
            how = asked.said("setup.how")
            lines = settings_lines(asked.settings, asked.said)
            await self._conversation.say(asked, f"{lines}\n\n{how}")
            return
        # Time zones are written with capitals, which the words above have lost.
        changes = read_change(action, rest, words.rsplit(maxsplit=1)[-1], asked)
        after = await self._servers.change(server, by=str(asked.user.id), action=action, **changes)
        said = asked.said
        same = after == asked.settings
        text = said("setup.same") if same else said("setup.saved", lines="\n" + settings_lines(after, said))
        await self._conversation.say(asked, text)

    async def _audit(self, server: str, said: Said) -> str:
        entries = await self._servers.audit(server, AUDIT_SHOWN)
        lines = (
            f"{entry.at:%Y-%m-%d %H:%M} UTC, {entry.user}: "
            + ", ".join(f"{name} {before} → {after}" for name, (before, after) in entry.changes.items())
            for entry in entries
        )
        return "\n".join(lines) or said("setup.audit.none")


def read_change(action: str, words: list[str], zone: str, asked: Asked) -> Changes:
    """What is to become of which settings. `zone`: the last word as it was typed. Raises BadInput."""
    said = asked.said
    match action, words:
        case "family", [("on" | "off") as word]:
            return {"family_mode": _SWITCH[word]}
        case "spoilers", [level] if level in _SPOILERS:
            return {"spoilers": level}
        case "language", [language] if language in (*LANGUAGES, _OWN):
            return {"language": None if language == _OWN else language}
        case "topic", ["here"]:
            return {"channel": asked.spot.thread}
        case "topic", ["any"]:
            return {"channel": None}
        case "daily", ["off"]:
            return {"daily_channel": None}
        case "daily", [hour, *rest] if len(rest) < 2:
            return _daily(hour, zone if rest else None, asked)
        case _:
            raise BadInput(said("setup.unclear", how=said("setup.how")))


def _daily(hour: str, zone: str | None, asked: Asked) -> Changes:
    if not hour.isdecimal() or int(hour) > 23:
        raise BadInput(asked.said("setup.hour"))
    changes: Changes = {"daily_channel": asked.spot.thread, "daily_hour": int(hour)}
    if zone is not None:
        try:
            changes["daily_zone"] = ZoneInfo(zone).key
        except (KeyError, ValueError, OSError):
            raise BadInput(asked.said("setup.zone", zone=zone[:60])) from None
    return changes


def settings_lines(settings: ServerSettings, said: Said) -> str:
    """Every setting on a line of its own."""
    daily = f"{settings.daily_hour}:00 {settings.daily_zone}" if settings.daily_channel else said("off")
    lines = {
        "setup.topic": said("setup.one.topic" if settings.channel else "setup.everywhere"),
        "setup.family": said("on" if settings.family_mode else "off"),
        "setup.spoilers": settings.spoilers,
        "setup.language": language_name(settings.language) if settings.language else said("setup.own"),
        "setup.daily": daily,
    }
    return "\n".join(f"- {said(name)}: {value}" for name, value in lines.items())


async def _is_admin(asked: Asked) -> bool:
    member = await asked.bot.get_chat_member(asked.spot.chat_id, asked.user.id)
    return member.status in _ADMINS
