"""The ledger's tables and their versions: written once, for both kinds of databases that keep it.

It is written as SQLite understands it; `bot/ledger/postgres/dialect.py` says how a server reads
it. So that it can: statements that move rows say FALSE and TRUE, and what is true or false is an
INTEGER whose name begins with one of `TRUTHS`.
"""

from __future__ import annotations

from typing import Final

# Times are ISO 8601 in UTC. A message is named as its platform names it (`discord:1/2`), so
# that nothing here knows a platform.
_FIRST: Final = """
CREATE TABLE questions (
    id TEXT PRIMARY KEY,
    platform TEXT NOT NULL,
    asker_id TEXT NOT NULL,
    asker_name TEXT NOT NULL,
    place TEXT NOT NULL,
    room TEXT NOT NULL,
    is_private INTEGER NOT NULL,
    text TEXT NOT NULL,
    words TEXT NOT NULL,
    context TEXT NOT NULL,
    filters TEXT NOT NULL,
    audience TEXT,
    most INTEGER NOT NULL,
    asked_at TEXT NOT NULL,
    is_found INTEGER NOT NULL,
    is_open INTEGER NOT NULL
) STRICT;
CREATE INDEX questions_by_place ON questions (place, asked_at);
CREATE INDEX questions_by_asker ON questions (platform, asker_id, asked_at);
CREATE INDEX open_questions ON questions (platform, room, words) WHERE is_open;
CREATE TABLE replies (
    message TEXT PRIMARY KEY,
    question TEXT NOT NULL REFERENCES questions (id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
CREATE INDEX replies_by_question ON replies (question);
CREATE TABLE citations (
    message TEXT NOT NULL REFERENCES replies (message) ON DELETE CASCADE,
    post TEXT NOT NULL,
    PRIMARY KEY (message, post)
) STRICT, WITHOUT ROWID;
CREATE INDEX citations_by_post ON citations (post);
CREATE TABLE ratings (
    question TEXT NOT NULL REFERENCES questions (id) ON DELETE CASCADE,
    asker_id TEXT NOT NULL,
    is_good INTEGER NOT NULL,
    comment TEXT NOT NULL,
    rated_at TEXT NOT NULL,
    PRIMARY KEY (question, asker_id)
) STRICT, WITHOUT ROWID;
CREATE TABLE deliveries (
    message TEXT PRIMARY KEY,
    taken_at TEXT NOT NULL,
    is_done INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;
CREATE TABLE jobs (
    id TEXT PRIMARY KEY,
    platform TEXT NOT NULL,
    kind TEXT NOT NULL,
    subject TEXT NOT NULL,
    room TEXT NOT NULL,
    audience TEXT NOT NULL,
    message TEXT NOT NULL,
    locale TEXT NOT NULL,
    started_at TEXT NOT NULL,
    state TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE channels (
    id TEXT PRIMARY KEY,
    platform TEXT NOT NULL,
    room TEXT NOT NULL,
    name TEXT NOT NULL,
    oldest TEXT NOT NULL,
    newest TEXT NOT NULL,
    is_whole INTEGER NOT NULL,
    read_at TEXT NOT NULL,
    error TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE notes (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
"""

# An answer outlives its question, and its citations go with it; what is struck out has no post.
_ANSWERS: Final = """
CREATE TABLE answers (
    message TEXT PRIMARY KEY,
    question TEXT REFERENCES questions (id) ON DELETE SET NULL,
    page INTEGER NOT NULL,
    names_asker INTEGER NOT NULL,
    posted_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX answers_by_question ON answers (question);
INSERT INTO answers
    SELECT message, id, 1, FALSE, asked_at FROM replies JOIN questions ON id = question;
DROP TABLE citations;
DROP TABLE replies;
CREATE TABLE citations (
    message TEXT NOT NULL REFERENCES answers (message) ON DELETE CASCADE,
    number INTEGER NOT NULL,
    post TEXT NOT NULL,
    version TEXT NOT NULL,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    state TEXT NOT NULL,
    is_withdrawn INTEGER NOT NULL,
    PRIMARY KEY (message, number)
) STRICT, WITHOUT ROWID;
CREATE INDEX citations_by_post ON citations (post);
"""

_SEEN: Final = """
ALTER TABLE citations ADD COLUMN words TEXT NOT NULL DEFAULT '';
ALTER TABLE citations ADD COLUMN shown TEXT NOT NULL DEFAULT '';
"""

_TIMES: Final = """
ALTER TABLE questions ADD COLUMN elapsed_seconds REAL;
"""

_WATCHERS: Final = """
ALTER TABLE channels ADD COLUMN watched_by TEXT NOT NULL DEFAULT '';
CREATE TABLE channel_groups (
    id TEXT PRIMARY KEY,
    platform TEXT NOT NULL,
    room TEXT NOT NULL,
    name TEXT NOT NULL,
    watched_by TEXT NOT NULL,
    takes_apps INTEGER
) STRICT, WITHOUT ROWID;
"""

_SETTINGS: Final = """
CREATE TABLE workspace_settings (
    platform TEXT NOT NULL,
    room TEXT NOT NULL,
    name TEXT NOT NULL,
    value TEXT NOT NULL,
    PRIMARY KEY (platform, room, name)
) STRICT, WITHOUT ROWID;
"""

# Until when a process alone does something: seconds since 1970 by the database's own clock.
_LEASES: Final = """
CREATE TABLE leases (
    name TEXT PRIMARY KEY,
    holder TEXT NOT NULL,
    until REAL NOT NULL
) STRICT, WITHOUT ROWID;
"""

# What stands beside an answer is kept like it, and found apart from it. What somebody asks who is
# to be forgotten passes: it is kept for the buttons under its answer alone, and not for long.
_BESIDE: Final = """
ALTER TABLE answers ADD COLUMN is_beside INTEGER NOT NULL DEFAULT 0;
ALTER TABLE questions ADD COLUMN is_passing INTEGER NOT NULL DEFAULT 0;
"""

# The id is that of the question that a message asks, so that each message is offered one answer.
_OFFERS: Final = """
CREATE TABLE offers (
    id TEXT PRIMARY KEY,
    platform TEXT NOT NULL,
    room TEXT NOT NULL,
    channel TEXT NOT NULL,
    asker_id TEXT NOT NULL,
    message TEXT NOT NULL,
    state TEXT NOT NULL,
    offered_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX offers_by_message ON offers (message);
"""

# A command tells its user's language, which the words of the question may not.
_LOCALES: Final = """
ALTER TABLE questions ADD COLUMN locale TEXT NOT NULL DEFAULT '';
"""

# Which of several processes has something in hand; what one of them just heard of a message, and
# who just asked one of them, by the database's own clock.
_SHARED: Final = """
ALTER TABLE deliveries ADD COLUMN taken_by TEXT NOT NULL DEFAULT '';
ALTER TABLE jobs ADD COLUMN taken_by TEXT NOT NULL DEFAULT '';
CREATE TABLE heard (
    post TEXT PRIMARY KEY,
    at REAL NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX heard_by_time ON heard (at);
CREATE TABLE asked (
    account TEXT NOT NULL,
    at REAL NOT NULL
) STRICT;
CREATE INDEX asked_by_account ON asked (account);
"""

# Since when an answer shows something else as an excerpt than it did: older ratings are not of it.
_REVISED: Final = """
ALTER TABLE citations ADD COLUMN revised_at TEXT NOT NULL DEFAULT '';
"""

# What a thread with us began with, where that is taken away, and where we speak with one person.
_CONVERSATIONS: Final = """
CREATE TABLE conversations (
    id TEXT PRIMARY KEY,
    kind TEXT NOT NULL,
    platform TEXT NOT NULL,
    room TEXT NOT NULL,
    asker_id TEXT NOT NULL,
    noted_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
"""

MIGRATIONS: Final = (
    _FIRST, _ANSWERS, _SEEN, _TIMES, _WATCHERS, _SETTINGS, _LEASES, _BESIDE, _OFFERS, _LOCALES,
    _SHARED, _REVISED, _CONVERSATIONS,
)  # fmt: skip
"""Each brings a ledger one version further. Never change one that was released: add one."""

TRUTHS: Final = ("is", "has", "names", "takes")
"""How the names of columns begin that hold true or false."""


def is_truth(column: str) -> bool:
    """Return whether a column holds true or false, which SQLite keeps as 1 and 0."""
    return column.partition("_")[0] in TRUTHS and "_" in column


TABLES: Final = (
    "questions", "answers", "citations", "ratings", "deliveries", "jobs", "channels",
    "channel_groups", "notes", "workspace_settings", "offers",
    "conversations",
)  # fmt: skip
"""Those that remember something, each behind those that it refers to."""

FOR_NOW: Final = ("leases", "heard", "asked")
"""Those that hold only for now: they are not copied with the others."""
