"""What an adapter hands to the agent: one message, or one pressed button, of one person."""

from dataclasses import dataclass, field
from datetime import UTC, datetime

from recsys.reviews.spoilers import SpoilerLevel
from tools.arguments import ToolArguments


@dataclass(frozen=True, slots=True)
class Place:
    """Where a turn is answered, and what holds there whoever asks."""

    public: bool = False
    """Others read the answer: what is known of the person stays out of it. See `agent.discretion`."""
    family_safe: bool = False
    """Only films fit for children are suggested, whatever the person prefers."""
    spoilers: SpoilerLevel | None = None
    """The most that may be given away; None leaves it to the person."""
    zone: str = "UTC"
    """IANA name of the time zone that the place goes by."""
    opens_ballots: bool = True
    """They may start a ballot there; where not, films for several are suggested without one."""
    polls: bool = False
    """Ballots are voted on in a poll of the surface's own."""


@dataclass(frozen=True, slots=True)
class Turn:
    """One message or button press, in the adapter's own words, nothing resolved yet."""

    surface: str
    """Where it came from: "cli", "web", "discord", "telegram"."""
    user: str
    """The person's id on that surface."""
    thread: str
    """The conversation's id on that surface. A person's memory spans threads, a conversation does not."""
    text: str = ""
    action: str | None = None
    """Code of a pressed button (see `agent.actions`); then `text` is only what the button said."""
    call: ToolArguments | None = None
    """What a command asks for, its options already read: then `text` is only what the command looked like."""
    place: Place = Place()
    room: str | None = None
    """Server or group, where there is one."""
    user_name: str | None = None
    """Name shown on the surface, if any."""
    locale: str = "en"
    """BCP 47 tag of the surface."""
    at: datetime = field(default_factory=lambda: datetime.now(UTC))
    """When it was said, in the person's time zone where the surface knows it."""
    attachment: bytes | None = None
    address: str | None = None
    """From where it came over the network, where the surface knows it. It is written down nowhere."""
    guest: bool = False
    """Somebody who did not sign in, where one can."""
    delivery: str | None = None
    """The message's id on the surface: what is delivered twice, to whichever process, is answered once."""


class AnsweredBefore(Exception):
    """It was delivered twice, and answered before."""

    def __init__(self, reply: str) -> None:
        super().__init__("answered before")
        self.reply = reply
        """What was answered."""
