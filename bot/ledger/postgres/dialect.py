"""How a server reads what the ledger's modules and `bot/ledger/schema.py` write for SQLite."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from bot.ledger.schema import TRUTHS

_TRUTH: Final = re.compile(
    rf"\b((?:{'|'.join(TRUTHS)})_\w+) INTEGER((?: NOT NULL)?)(?: DEFAULT ([01]))?"
)
_DEFAULTS: Final = {None: "", "0": " DEFAULT FALSE", "1": " DEFAULT TRUE"}

_OTHERS: Final = (
    (re.compile(r"\) STRICT(?:, WITHOUT ROWID)?;"), ");"),
    # As SQLite compares them, whatever language the database is of.
    (re.compile(r"\bTEXT\b"), 'text COLLATE "C"'),
    (re.compile(r"\bINTEGER\b"), "bigint"),
    (re.compile(r"\bREAL\b"), "double precision"),
    # An index of a server holds no text of any length; those of a room are few.
    (re.compile(r"(CREATE INDEX open_questions ON questions \(platform, room), words\)"), r"\1)"),
)


@cache
def statement(query: str) -> str:
    """Return a statement as psycopg takes it, each `?` as a place for a value."""
    return query.replace("%", "%%").replace("?", "%s")


def script(migration: str) -> str:
    """Return the script that brings a ledger on a server one version further."""
    found = _TRUTH.sub(lambda at: f"{at[1]} boolean{at[2]}{_DEFAULTS[at[3]]}", migration)
    for pattern, instead in _OTHERS:
        found = pattern.sub(instead, found)
    return found
