"""The database's tables, as numbered migrations."""

from __future__ import annotations

from typing import Final

from index.sqlite.quantization import in_8_bits
from index.sqlite_files.kind import Kind

APPLICATION: Final = 0x50515431  # "PQT1": tells our file from any other SQLite database

# A post's passages, words and vectors go with it: foreign keys cascade, and the triggers take
# the words out of the full-text index and note the passage among the removals. A removal and
# an addition are both numbered by AUTOINCREMENT, so that "what changed since?" is answered by
# two numbers (see changes.py). The words come folded and split by words.py, so the tokenizer
# takes everything but white space as part of a word.
_FIRST: Final = """
CREATE TABLE posts (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    source TEXT NOT NULL,
    source_key TEXT NOT NULL,
    title TEXT NOT NULL,
    text TEXT NOT NULL,
    author TEXT,
    author_key TEXT NOT NULL,
    url TEXT,
    posted_at TEXT,
    parent_id TEXT,
    audience TEXT NOT NULL,
    age TEXT NOT NULL,
    fingerprint TEXT NOT NULL,
    origin TEXT NOT NULL
) STRICT;
CREATE INDEX posts_by_parent ON posts (parent_id) WHERE parent_id IS NOT NULL;
CREATE INDEX posts_by_origin ON posts (origin);
CREATE INDEX posts_by_source ON posts (source_key);

CREATE TABLE passages (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    post INTEGER NOT NULL REFERENCES posts (number) ON DELETE CASCADE,
    ordinal INTEGER NOT NULL,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    title_words TEXT NOT NULL,
    text_words TEXT NOT NULL,
    audience_key TEXT NOT NULL
) STRICT;
CREATE INDEX passages_by_audience ON passages (audience_key);
CREATE INDEX passages_by_post ON passages (post);

CREATE TABLE models (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL,
    dimension INTEGER NOT NULL,
    splitting INTEGER NOT NULL,
    is_active INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX one_active_model ON models (is_active) WHERE is_active;

CREATE TABLE vectors (
    model INTEGER NOT NULL REFERENCES models (number) ON DELETE CASCADE,
    passage INTEGER NOT NULL REFERENCES passages (id) ON DELETE CASCADE,
    vector BLOB NOT NULL,
    PRIMARY KEY (model, passage)
) STRICT, WITHOUT ROWID;
CREATE INDEX vectors_by_passage ON vectors (passage);

CREATE TABLE removals (
    sequence INTEGER PRIMARY KEY AUTOINCREMENT,
    passage INTEGER NOT NULL
) STRICT;

CREATE TABLE state (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO state VALUES ('identity', lower(hex(randomblob(8))));

CREATE VIRTUAL TABLE words USING fts5 (
    title_words, text_words, audience_key,
    content = 'passages', content_rowid = 'id',
    tokenize = "unicode61 remove_diacritics 0 categories 'L* M* N* P* S* Co'"
);
CREATE VIRTUAL TABLE words_in_use USING fts5vocab ('words', 'row');

CREATE TRIGGER passage_added AFTER INSERT ON passages BEGIN
    INSERT INTO words (rowid, title_words, text_words, audience_key)
    VALUES (new.id, new.title_words, new.text_words, new.audience_key);
END;
CREATE TRIGGER passage_removed AFTER DELETE ON passages BEGIN
    INSERT INTO words (words, rowid, title_words, text_words, audience_key)
    VALUES ('delete', old.id, old.title_words, old.text_words, old.audience_key);
    INSERT INTO removals (passage) VALUES (old.id);
END;
"""

# Who asked to be forgotten is never stored again, whatever brings the posts (suppression.py).
_ACCOUNTS: Final = """
ALTER TABLE posts ADD COLUMN author_id TEXT;
CREATE INDEX posts_by_author_id ON posts (author_id) WHERE author_id IS NOT NULL;
CREATE INDEX posts_by_author ON posts (author_key, audience, author);
DROP INDEX posts_by_source;
CREATE INDEX posts_by_source ON posts (source_key, audience, source);
CREATE TABLE unwanted (author_id TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
"""

# A message that is gone from its channel is not brought back by an archive (suppression.py), and
# one that its channel told of is not changed by one.
_WITHDRAWN: Final = """
CREATE TABLE withdrawn (id TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
UPDATE posts SET origin = 'followed'
    WHERE origin = '' AND (id GLOB 'discord:*' OR id GLOB 'slack:*');
"""

# Who gave a title that stands with what others wrote, that it may go with them (thread_titles.py).
_TITLES: Final = """
CREATE TABLE titles (place TEXT PRIMARY KEY, author_id TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE INDEX titles_by_author ON titles (author_id);
"""

# A file can go back (a backup, a power cut) and go on otherwise, with the same numbers: which
# history a number is of, stamps tell (stamps.py).
_STAMPS: Final = """
CREATE TABLE stamps (
    sequence INTEGER PRIMARY KEY,
    stamp TEXT NOT NULL UNIQUE,
    passage INTEGER NOT NULL,
    removal INTEGER NOT NULL
) STRICT;
INSERT INTO stamps (stamp, passage, removal) SELECT
    lower(hex(randomblob(8))),
    coalesce((SELECT seq FROM sqlite_sequence WHERE name = 'passages'), 0),
    coalesce((SELECT seq FROM sqlite_sequence WHERE name = 'removals'), 0);
"""

# All that a scope asks for stands in one index: posts are narrowed without reading them.
_SCOPES: Final = """
CREATE INDEX posts_by_scope
    ON posts (audience, parent_id, posted_at, author_key, source_key, source);
DROP INDEX posts_by_author_id;
CREATE INDEX posts_by_author_id ON posts (author_id, posted_at) WHERE author_id IS NOT NULL;
"""

# A vector is a byte that tells its range, then a byte for each number (quantization.py). Copied in
# order, the rows lie side by side; the second model of a passage is a row of its own.
_EIGHT_BITS: Final = """
CREATE TABLE vectors_in_8_bits (
    model INTEGER NOT NULL REFERENCES models (number) ON DELETE CASCADE,
    passage INTEGER NOT NULL REFERENCES passages (id) ON DELETE CASCADE,
    vector BLOB NOT NULL,
    PRIMARY KEY (model, passage)
) STRICT, WITHOUT ROWID;
INSERT INTO vectors_in_8_bits SELECT model, passage, in_8_bits(vector) FROM vectors;
DROP TABLE vectors;
ALTER TABLE vectors_in_8_bits RENAME TO vectors;
CREATE INDEX vectors_by_passage ON vectors (passage);
"""

# A second model's vectors come in any order: what is new of them is told by a number of their own.
_REFINEMENTS: Final = """
ALTER TABLE models ADD COLUMN refines INTEGER NOT NULL DEFAULT 0;
CREATE UNIQUE INDEX one_refining_model ON models (refines) WHERE refines;
CREATE TABLE refinements (
    sequence INTEGER PRIMARY KEY AUTOINCREMENT,
    model INTEGER NOT NULL REFERENCES models (number) ON DELETE CASCADE,
    passage INTEGER NOT NULL REFERENCES passages (id) ON DELETE CASCADE
) STRICT;
CREATE INDEX refinements_by_model ON refinements (model);
CREATE INDEX refinements_by_passage ON refinements (passage);
"""

# Which post answers which, by id: a post that is stored again keeps what somebody said of it, and
# one that goes takes it along (known_answers.py). The rank is the place of the kind among all.
_EVIDENCE: Final = """
CREATE TABLE evidence (
    question TEXT NOT NULL,
    answer TEXT NOT NULL,
    rank INTEGER NOT NULL,
    PRIMARY KEY (question, rank, answer)
) STRICT, WITHOUT ROWID;
CREATE INDEX evidence_by_answer ON evidence (answer);
"""

# Who said so, and why it counts: a mark is taken back as it was made (known_answers.py). Two
# further kinds of evidence stand among those there were.
_MARKS: Final = """
CREATE TABLE marks (
    question TEXT NOT NULL,
    answer TEXT NOT NULL,
    rank INTEGER NOT NULL,
    account TEXT NOT NULL,
    standing TEXT NOT NULL,
    PRIMARY KEY (answer, rank, question, account, standing)
) STRICT, WITHOUT ROWID;
CREATE INDEX marks_by_question ON marks (question);
CREATE INDEX marks_by_account ON marks (account);
CREATE INDEX marks_by_standing ON marks (standing);
INSERT INTO marks SELECT question, answer, 0, '', 'admin' FROM evidence WHERE rank = 0;
UPDATE evidence SET rank = rank + 10 WHERE rank > 0;
UPDATE evidence SET rank = rank - CASE rank WHEN 11 THEN 9 ELSE 8 END WHERE rank > 10;
"""

MIGRATIONS: Final = (
    _FIRST,
    _ACCOUNTS,
    _WITHDRAWN,
    _TITLES,
    _STAMPS,
    _SCOPES,
    _EIGHT_BITS,
    _REFINEMENTS,
    _EVIDENCE,
    _MARKS,
)
"""Each brings a database one version further. Never change one that was released: add one."""

KIND: Final = Kind(APPLICATION, MIGRATIONS, (("in_8_bits", in_8_bits),))
"""What the database is."""
