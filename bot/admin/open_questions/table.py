"""Writes open questions as a table that spreadsheets open; pure."""

from __future__ import annotations

import csv
from io import StringIO
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.ledger.questions.open_questions import OpenQuestion

COLUMNS: Final = ("question", "people", "first_asked_at", "last_asked_at")

_FORMULAS: Final = ("=", "+", "-", "@", "\t", "\r")
"""What begins a cell that a spreadsheet would reckon out: anybody may ask anything."""


def table_of(questions: Iterable[OpenQuestion]) -> bytes:
    """Return questions as CSV: UTF-8 with its mark, which tells spreadsheets so.

    Each row has a question, how many people asked it, and when first and last (ISO 8601, UTC). A
    question that a spreadsheet would take for a formula has an apostrophe before it.
    """
    written = StringIO(newline="")
    rows = csv.writer(written)
    rows.writerow(COLUMNS)
    for each in questions:
        text = each.question.text
        rows.writerow(
            (
                f"'{text}" if text.lstrip().startswith(_FORMULAS) else text,
                each.times,
                each.question.asked_at.isoformat(timespec="seconds"),
                each.last_asked_at.isoformat(timespec="seconds"),
            )
        )
    return written.getvalue().encode("utf-8-sig")
