"""Sign-ins to the web chat with a password or through another site, and tries that failed."""

from datetime import datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from memory.models import Base
from memory.timestamps import now


class LoginRecord(Base):
    """A name by which a person signs in."""

    __tablename__ = "logins"

    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id", ondelete="CASCADE"), index=True)
    name: Mapped[str]
    """As they wrote it."""
    key: Mapped[str] = mapped_column(unique=True)
    """By what it is found: the folded name, or where it comes from and its number there."""
    password_hash: Mapped[str | None]
    """Argon2id; none where another site vouches for them."""
    admin: Mapped[bool] = mapped_column(default=False)
    epoch: Mapped[int] = mapped_column(default=0)
    """Sessions of an earlier epoch are over: it grows with each new password."""
    created_at: Mapped[datetime] = mapped_column(default=now)


class SignInTryRecord(Base):
    """Failed tries for one name or from one address, known by their hash only."""

    __tablename__ = "sign_in_tries"

    digest: Mapped[str] = mapped_column(primary_key=True)
    failures: Mapped[int]
    last_at: Mapped[datetime]
