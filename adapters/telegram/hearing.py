"""Which messages are meant for us, and what they say.

In groups Telegram gives a bot in privacy mode commands, replies to it and messages that mention it.
Where it gives more, we still answer only these.
"""

from telegram import Message, MessageEntity, User

from adapters.messaging.words import tidy
from adapters.telegram.places import is_group


def meant_for_us(message: Message, me: User) -> bool:
    """Whether a person speaks to us: in private, by mention, or in reply to us."""
    author = message.from_user
    if author is None or author.is_bot or (message.via_bot and message.via_bot.id == me.id):
        return False
    if not is_group(message.chat):
        return True
    answered = message.reply_to_message
    if answered and answered.from_user and answered.from_user.id == me.id:
        return True
    return any(_is_us(entity, text, me) for entity, text in _mentions(message).items())


def words_of(message: Message, me: User) -> str:
    """The text or caption without our mention."""
    text = message.text or message.caption or ""
    encoded = text.encode("utf-16-le")  # Telegram counts in its units
    for entity, mention in sorted(_mentions(message).items(), key=lambda one: -one[0].offset):
        if _is_us(entity, mention, me):
            end = 2 * (entity.offset + entity.length)
            encoded = encoded[: 2 * entity.offset] + encoded[end:]
    return tidy(encoded.decode("utf-16-le"))


def _mentions(message: Message) -> dict[MessageEntity, str]:
    kinds: list[str | None] = [MessageEntity.MENTION, MessageEntity.TEXT_MENTION]
    if message.text is not None:
        return message.parse_entities(kinds)
    return message.parse_caption_entities(kinds) if message.caption is not None else {}


def _is_us(entity: MessageEntity, text: str, me: User) -> bool:
    if entity.user is not None:
        return entity.user.id == me.id
    return text.removeprefix("@").casefold() == (me.username or "").casefold()
