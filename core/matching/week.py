"""Which hours of the week does someone have, and when are they in UTC?

A week is an int of 168 bits; bit 0 is Monday 00:00-01:00, bit 167 Sunday 23:00-24:00.
"""

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

HOURS = 168
WHOLE_WEEK = (1 << HOURS) - 1


def week_of(hours: Iterable[int]) -> int:
    """Write hours of the week as one int.

    Raises:
        ValueError: An hour is not in 0..167.
    """
    week = 0
    for hour in hours:
        if not 0 <= hour < HOURS:
            raise ValueError(hour)
        week |= 1 << hour
    return week


def hours_of(week: int) -> list[int]:
    """List the hours of a week in order, 0..167."""
    return [hour for hour in range(HOURS) if week >> hour & 1]


def later(week: int, by: int) -> int:
    """Move every hour of a week later by so many hours, round the end of the week."""
    by %= HOURS
    return (week << by | week >> (HOURS - by)) & WHOLE_WEEK


def in_utc(local: int, zone: str, monday: date) -> int:
    """Say which whole hours of UTC a local week covers in the week that begins on a Monday.

    A UTC hour counts only if all of it is covered, so zones with half hours lose the broken ends.

    Args:
        local: Week as the clock on the wall shows it.
        zone: IANA name, for example "Europe/Vienna".
        monday: First day of the week that is meant; decides on summer or winter time.
    """
    noon = datetime.combine(monday + timedelta(days=2), time(12), tzinfo=ZoneInfo(zone))
    minutes = int((noon.utcoffset() or timedelta()).total_seconds()) // 60
    whole, broken = divmod(minutes, 60)
    earlier = later(local, -whole)
    return earlier & later(local, -whole - 1) if broken else earlier


def all_year(local: int, zone: str, monday: date) -> int:
    """Say which UTC hours a local week covers both before and after the clocks change.

    Two people who share such hours keep them on both sides of the change, whatever their zones.
    """
    week = WHOLE_WEEK
    for weeks in range(0, 52, 4):
        week &= in_utc(local, zone, monday + timedelta(weeks=weeks))
    return week


def from_utc(utc: int, zone: str, monday: date) -> int:
    """Say which hours of the wall clock a week of UTC covers, as `in_utc` the other way; broken ends are lost."""
    noon = datetime.combine(monday + timedelta(days=2), time(12), tzinfo=ZoneInfo(zone))
    minutes = int((noon.utcoffset() or timedelta()).total_seconds()) // 60
    whole, broken = divmod(minutes, 60)
    local = later(utc, whole)
    return local & later(utc, whole + 1) if broken else local


def spans(week: int) -> list[tuple[tuple[int, ...], tuple[tuple[int, int], ...]]]:
    """Write a week as people do: days with the same hours together, hours that follow one another as one span.

    Returns:
        Pairs of days (0 is Monday) and spans (first hour, hour after the last) of each of them, in order of the days.
    """
    found: dict[tuple[tuple[int, int], ...], list[int]] = {}
    for day in range(7):
        today = _spans_of(week >> day * 24 & (1 << 24) - 1)
        if today:
            found.setdefault(today, []).append(day)
    return [(tuple(days), hours) for hours, days in found.items()]


def _spans_of(day: int) -> tuple[tuple[int, int], ...]:
    edges = [hour for hour in range(25) if (day >> hour & 1) != (day << 1 >> hour & 1)]
    return tuple(zip(edges[::2], edges[1::2], strict=True))
