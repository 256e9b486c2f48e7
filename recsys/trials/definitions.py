"""Trials as data: which settings are compared, on whom, and by what."""

import hashlib
import tomllib
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime, timedelta
from itertools import combinations, pairwise
from pathlib import Path
from typing import Any, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from data.errors import BadInput
from recsys.tuning import Tuning

Outcome = Literal["saved", "seen", "rated_high", "unwanted"]
"""What a person did with a film that was shown to them; see `memory.trials`."""

_NAME = r"^[a-z0-9][a-z0-9-]{0,39}$"


class Arm(BaseModel):
    """One of the settings compared. The first of a trial is the one that the others are compared with."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    name: str = Field(pattern=_NAME)
    weight: float = Field(1.0, gt=0)
    """Its part of the people, beside the other arms' weights."""
    settings: Tuning = Tuning()

    @property
    def changes(self) -> Mapping[str, Any]:
        """The settings that it names."""
        return {name: getattr(self.settings, name) for name in self.settings.model_fields_set}


class Experiment(BaseModel):
    """One trial."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    name: str = Field(pattern=_NAME)
    question: str = Field(min_length=1)
    """What is to be learned, in a sentence."""
    outcome: Outcome
    window_hours: float = Field(72, gt=0, le=24 * 90)
    """So long after somebody first took part what they do counts."""
    share: float = Field(1.0, gt=0, le=1)
    """Of all people; the others keep to the settings as they are and take no part."""
    begins: date | None = None
    ends: date | None = None
    """The last day. Days are those of UTC."""
    arms: tuple[Arm, ...] = Field(min_length=2, max_length=6)

    @model_validator(mode="after")
    def _sound(self) -> Self:
        if len({arm.name for arm in self.arms}) < len(self.arms):
            raise ValueError("two arms have the same name")
        if self.begins and self.ends and self.ends < self.begins:
            raise ValueError("it ends before it begins")
        return self

    @property
    def window(self) -> timedelta:
        """As a span of time."""
        return timedelta(hours=self.window_hours)

    @property
    def settings(self) -> frozenset[str]:
        """The names of the settings that any arm changes."""
        return frozenset(name for arm in self.arms for name in arm.changes)

    @property
    def shares(self) -> tuple[float, ...]:
        """The parts of the people that take part, by arm; they sum to 1."""
        total = sum(arm.weight for arm in self.arms)
        return tuple(arm.weight / total for arm in self.arms)

    def runs(self, at: datetime) -> bool:
        """Whether people take part at that moment."""
        day = at.astimezone(UTC).date()
        return (self.begins or day) <= day <= (self.ends or day)

    def arm_of(self, person_id: int) -> Arm | None:
        """The arm of a person, the same whenever it is asked; None where they take no part.

        By a hash of the trial's name and the person's number, so that trials are independent of each other
        and nothing need be written down before somebody takes part.
        """
        digest = hashlib.sha256(f"{self.name}/{person_id}".encode()).digest()
        part, place = (int.from_bytes(digest[low : low + 8]) / 2**64 for low in (0, 8))
        if part >= self.share:
            return None
        reached = 0.0
        for arm, share in zip(self.arms, self.shares, strict=True):
            reached += share
            if place < reached:
                return arm
        return self.arms[-1]  # the shares sum to a hair less than 1


def load_experiments(file: Path) -> tuple[Experiment, ...]:
    """The trials of a TOML file; none where there is no file.

    Raises BadInput with what is wrong and where: a trial that is misread would be worse than none.
    """
    try:
        tables = tomllib.loads(file.read_text("utf-8"))
    except FileNotFoundError:
        return ()
    except (OSError, ValueError) as error:
        raise BadInput(f"The trials in {file} cannot be read: {error}.") from None
    try:
        found = _File.model_validate(tables).experiment
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(str(part) for part in first["loc"])
        raise BadInput(f"The trials in {file} are wrong at {place}: {first['msg']}.") from None
    _check_apart(found, file)
    return found


def running(experiments: Sequence[Experiment], person_id: int, at: datetime) -> dict[str, Arm]:
    """The arms in which a person is at that moment, by trial."""
    arms = {one.name: one.arm_of(person_id) for one in experiments if one.runs(at)}
    return {name: arm for name, arm in arms.items() if arm is not None}


def tuning_of(arms: Mapping[str, Arm]) -> Tuning:
    """The settings that these arms make together; no two of them name the same one."""
    return Tuning(**{name: value for arm in arms.values() for name, value in arm.changes.items()})


class _File(BaseModel):
    model_config = ConfigDict(extra="forbid")

    experiment: tuple[Experiment, ...] = ()


def _check_apart(experiments: Sequence[Experiment], file: Path) -> None:
    names = sorted(one.name for one in experiments)
    for name, same in pairwise(names):
        if name == same:
            raise BadInput(f"Two trials in {file} have the name {name}.")
    for one, other in combinations(experiments, 2):
        shared = one.settings & other.settings
        begins = max(one.begins or date.min, other.begins or date.min)
        if shared and begins <= min(one.ends or date.max, other.ends or date.max):
            raise BadInput(
                f"The trials {one.name} and {other.name} in {file} change {', '.join(sorted(shared))} at the "
                "same time: let one end before the other begins."
            )
