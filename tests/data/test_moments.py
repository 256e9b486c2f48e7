from datetime import UTC, datetime

import pytest

from data.moments import read_moment

NOW = datetime(2026, 5, 6, 18, tzinfo=UTC)
"""A Wednesday, 20:00 in Madrid."""


@pytest.mark.parametrize(
    ("said", "at"),
    [
        ("Friday at 8pm", "2026-05-08 20:00"),
        ("let's watch it on Friday at 8:30 pm", "2026-05-08 20:30"),
        ("friday at 8", "2026-05-08 20:00"),
        ("tomorrow at 21:15", "2026-05-07 21:15"),
        ("at 9pm", "2026-05-06 21:00"),
        ("at 7pm", "2026-05-07 19:00"),
        ("tonight at 10", "2026-05-06 22:00"),
        ("Wednesday at 7pm", "2026-05-13 19:00"),
        ("May 12 at 8pm", "2026-05-12 20:00"),
        ("12th of May at 20:00", "2026-05-12 20:00"),
        ("2 January at 8pm", "2027-01-02 20:00"),
        ("2026-06-01 at 20:00", "2026-06-01 20:00"),
        ("Saturday at noon", "2026-05-09 12:00"),
        ("el viernes a las 21:30", "2026-05-08 21:30"),
        ("mañana a las 9 de la noche", "2026-05-07 21:00"),
        ("vendredi à 20h", "2026-05-08 20:00"),
        ("samedi à 20h30", "2026-05-09 20:30"),
        ("am Freitag um 20 Uhr", "2026-05-08 20:00"),
        ("übermorgen um 20:15", "2026-05-08 20:15"),
        ("am 12. Mai um 20 Uhr", "2026-05-12 20:00"),
    ],
)
def test_times_as_people_say_them(said: str, at: str) -> None:
    found = read_moment(said, NOW, "Europe/Madrid")
    assert found is not None
    assert f"{found.at:%Y-%m-%d %H:%M}" == at
    assert found.zone == "Europe/Madrid"


@pytest.mark.parametrize(
    ("said", "zone", "utc"),
    [
        ("Friday at 8pm UTC", "UTC", 20),
        ("Friday at 8pm Europe/London", "Europe/London", 19),
        ("Friday at 8pm, Madrid time", "Europe/Madrid", 18),
        ("Friday at 8am New York time", "America/New_York", 12),
        ("el viernes a las 20:00, hora de Madrid", "Europe/Madrid", 18),
    ],
)
def test_another_zone_may_be_said(said: str, zone: str, utc: int) -> None:
    found = read_moment(said, NOW, "Asia/Tokyo")
    assert found is not None
    assert (found.zone, found.at.astimezone(UTC).hour) == (zone, utc)


@pytest.mark.parametrize("said", ["Friday", "two films", "Apollo 13", "some time", "under 2 hours", ""])
def test_what_names_no_time_of_day_is_none(said: str) -> None:
    assert read_moment(said, NOW) is None


@pytest.mark.parametrize(
    ("said", "shown", "utc"),
    [
        # Clocks in Madrid go from 02:00 to 03:00 on 29 March 2026, and from 03:00 to 02:00 on 25 October.
        ("2026-03-29 at 02:30", "03:30", "01:30"),
        ("2026-03-28 at 20:00", "20:00", "19:00"),
        ("2026-03-29 at 20:00", "20:00", "18:00"),
        ("2026-10-25 at 02:30", "02:30", "00:30"),
        ("2026-10-25 at 20:00", "20:00", "19:00"),
    ],
)
def test_changes_of_clocks_are_right(said: str, shown: str, utc: str) -> None:
    before = datetime(2026, 3, 20, 12, tzinfo=UTC)
    found = read_moment(said, before, "Europe/Madrid")
    assert found is not None
    assert f"{found.at:%H:%M}" == shown
    assert f"{found.at.astimezone(UTC):%H:%M}" == utc
