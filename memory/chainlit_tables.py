"""The tables of the web chat's own history, with the names and columns Chainlit's SQLAlchemyDataLayer uses.

Chainlit reads and writes them by raw SQL; we only create them, and erase and export a person's share. Its
moments are ISO texts and its structures JSON texts, which both databases take as they come; the one list
(`tags`) is an array where the database has arrays.
"""

from sqlalchemy import ARRAY, Boolean, Column, ForeignKey, Index, Integer, String, Table, Text
from sqlalchemy.dialects.postgresql import JSONB

from memory.models import Base

_JSON_TEXT = Text().with_variant(JSONB(), "postgresql")
_TAGS = Text().with_variant(ARRAY(String), "postgresql")

USERS = Table(
    "users",
    Base.metadata,
    Column("id", Text, primary_key=True),
    Column("identifier", Text, nullable=False, unique=True),
    Column("metadata", _JSON_TEXT, nullable=False),
    Column("createdAt", Text),
)
"""One row a web sign-in; `identifier` is the identity's `user` on the surface "web"."""

THREADS = Table(
    "threads",
    Base.metadata,
    Column("id", Text, primary_key=True),
    Column("createdAt", Text),
    Column("name", Text),
    Column("userId", Text, ForeignKey("users.id", ondelete="CASCADE"), index=True),
    Column("userIdentifier", Text),
    Column("tags", _TAGS),
    Column("metadata", _JSON_TEXT),
)

STEPS = Table(
    "steps",
    Base.metadata,
    Column("id", Text, primary_key=True),
    Column("name", Text, nullable=False),
    Column("type", Text, nullable=False),
    Column("threadId", Text, ForeignKey("threads.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("parentId", Text),
    Column("command", Text),
    Column("modes", _JSON_TEXT),
    Column("streaming", Boolean, nullable=False),
    Column("waitForAnswer", Boolean),
    Column("isError", Boolean),
    Column("metadata", _JSON_TEXT),
    Column("tags", _TAGS),
    Column("input", Text),
    Column("output", Text),
    Column("createdAt", Text),
    Column("start", Text),
    Column("end", Text),
    Column("generation", _JSON_TEXT),
    Column("showInput", Text),
    Column("defaultOpen", Boolean),
    Column("autoCollapse", Boolean),
    Column("language", Text),
    Column("icon", Text),
)

ELEMENTS = Table(
    "elements",
    Base.metadata,
    Column("id", Text, primary_key=True),
    Column("threadId", Text, ForeignKey("threads.id", ondelete="CASCADE"), index=True),
    Column("type", Text),
    Column("url", Text),
    Column("chainlitKey", Text),
    Column("name", Text, nullable=False),
    Column("display", Text),
    Column("objectKey", Text),
    Column("size", Text),
    Column("page", Integer),
    Column("language", Text),
    Column("forId", Text),
    Column("mime", Text),
    Column("props", _JSON_TEXT),
    Column("autoPlay", Boolean),
    Column("playerConfig", _JSON_TEXT),
)

FEEDBACKS = Table(
    "feedbacks",
    Base.metadata,
    Column("id", Text, primary_key=True),
    Column("forId", Text, nullable=False),
    Column("threadId", Text, ForeignKey("threads.id", ondelete="CASCADE")),
    Column("value", Integer, nullable=False),
    Column("comment", Text),
)
Index("ix_feedbacks_forId", FEEDBACKS.c.forId)
