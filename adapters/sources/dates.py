"""Reads the dates that people and programs write."""

from __future__ import annotations

from datetime import UTC, datetime


def parse_date(text: str) -> datetime:
    """Returns, in UTC, the moment an ISO 8601 date or date and time names.

    Without a zone it is taken as UTC.

    Raises:
        ValueError: It is no such date; the message says how to write one.
    """
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        raise ValueError(
            f"{text[:60]!r} is not a date: write it as 2024-09-26 or 2024-09-26T14:03:00+02:00"
        ) from None
    moment = moment if moment.tzinfo is not None else moment.replace(tzinfo=UTC)
    try:
        return moment.astimezone(UTC)
    except OverflowError:
        raise ValueError(f"{text[:60]!r} is before the year 1 or after 9999 in UTC") from None
