"""Where something was said and where it is answered. Pure."""

from dataclasses import dataclass

from telegram import Chat, Message
from telegram.constants import ChatType


@dataclass(frozen=True, slots=True)
class Spot:
    """A place in a chat."""

    chat_id: int
    topic_id: int | None = None
    """Of a forum's topic."""
    reply_to: int | None = None
    """The message that is answered, where others write in between."""
    group: bool = False
    """Others read along."""

    @property
    def thread(self) -> str:
        """The conversation there, as in `Turn.thread`; `of_thread` reads it."""
        return str(self.chat_id) if self.topic_id is None else f"{self.chat_id}/{self.topic_id}"


def spot_of(message: Message) -> Spot:
    """Where a message stands."""
    group = is_group(message.chat)
    topic = message.message_thread_id if message.is_topic_message else None
    return Spot(message.chat.id, topic, message.message_id if group else None, group)


def of_thread(thread: str) -> Spot:
    """The place of a conversation. Raises ValueError for what is none."""
    chat, _, topic = thread.partition("/")
    return Spot(int(chat), int(topic) if topic else None, group=int(chat) < 0)


def is_group(chat: Chat) -> bool:
    """Whether others are there."""
    return chat.type in (ChatType.GROUP, ChatType.SUPERGROUP)
