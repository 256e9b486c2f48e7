"""The table of trials: who was answered by which settings, in which turn."""

from datetime import datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from memory.models import Base


class ExposureRecord(Base):
    """A turn in which films were recommended by the settings of a trial's arm."""

    __tablename__ = "exposures"

    turn_id: Mapped[int] = mapped_column(ForeignKey("turns.id", ondelete="CASCADE"), primary_key=True)
    experiment: Mapped[str] = mapped_column(primary_key=True, index=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id", ondelete="CASCADE"), index=True)
    arm: Mapped[str]
    at: Mapped[datetime]
