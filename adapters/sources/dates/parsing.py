"""Reads the dates that people and programs write."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from adapters.sources.wrong_value import WrongValue

if TYPE_CHECKING:
    from adapters.sources.file_defaults import Labels


def parse_date(text: str) -> datetime:
    """Return, in UTC, the moment an ISO 8601 date or date and time names.

    Without a zone it is taken as UTC.

    Raises:
        WrongValue: It is no such date.
    """
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        raise WrongValue("not_a_date", text=text[:60]) from None
    moment = moment if moment.tzinfo is not None else moment.replace(tzinfo=UTC)
    try:
        return moment.astimezone(UTC)
    except OverflowError:
        raise WrongValue("date_out_of_range", text=text[:60]) from None


def written_date(value: object, labels: Labels) -> str:
    """Return a date as it is written; what is there and no text is counted as left out."""
    if isinstance(value, str):
        return value
    labels.leave_out("dates", int(value is not None))
    return ""
