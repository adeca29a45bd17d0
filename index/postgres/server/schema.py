"""The database's tables, as numbered migrations."""

from __future__ import annotations

from typing import Final

# Everything that is read for a question bears the number of the label of those who may see it.
# What stands there twice (the counts of labels and words) is written in the transaction that
# changes what it counts; one process writes at a time. Nothing is taken down of what texts hold
# in common (SET STATISTICS 0): erased words would stay there.
_FIRST: Final = """
CREATE TABLE state (name text COLLATE "C" PRIMARY KEY, value text NOT NULL);

CREATE TABLE numbers (posts int8 NOT NULL, passages int8 NOT NULL, removals int8 NOT NULL);
INSERT INTO numbers VALUES (0, 0, 0);

CREATE TABLE labels (
    number int4 GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    label text COLLATE "C" NOT NULL UNIQUE,
    passages int8 NOT NULL DEFAULT 0,
    length int8 NOT NULL DEFAULT 0
);

CREATE TABLE posts (
    number int8 PRIMARY KEY,
    id text COLLATE "C" NOT NULL UNIQUE,
    source text COLLATE "C" NOT NULL,
    source_key text COLLATE "C" NOT NULL,
    title text NOT NULL,
    text text NOT NULL,
    author text COLLATE "C",
    author_key text COLLATE "C" NOT NULL,
    author_id text COLLATE "C",
    url text,
    posted_at timestamptz,
    parent_id text COLLATE "C",
    label int4 NOT NULL REFERENCES labels,
    age text NOT NULL,
    fingerprint text NOT NULL,
    origin text COLLATE "C" NOT NULL
);
CREATE INDEX posts_by_parent ON posts (parent_id) WHERE parent_id IS NOT NULL;
CREATE INDEX posts_by_origin ON posts (origin);
CREATE INDEX posts_by_source ON posts (source_key, label);
CREATE INDEX posts_by_author ON posts (author_key, label);
CREATE INDEX posts_by_author_id ON posts (author_id, posted_at) WHERE author_id IS NOT NULL;
CREATE INDEX posts_by_label ON posts (label, posted_at);

CREATE TABLE passages (
    id int8 PRIMARY KEY,
    post int8 NOT NULL REFERENCES posts ON DELETE CASCADE,
    ordinal int4 NOT NULL,
    start int4 NOT NULL,
    "end" int4 NOT NULL,
    label int4 NOT NULL,
    length int4 NOT NULL,
    words text[] COLLATE "C" NOT NULL
);
CREATE INDEX passages_by_post ON passages (post, ordinal);

CREATE TABLE postings (
    word text COLLATE "C" NOT NULL,
    label int4 NOT NULL,
    passage int8 NOT NULL,
    times int4 NOT NULL,
    length int4 NOT NULL,
    PRIMARY KEY (word, label, passage) INCLUDE (times, length)
);
CREATE TABLE word_counts (
    word text COLLATE "C" NOT NULL,
    label int4 NOT NULL,
    passages int8 NOT NULL,
    PRIMARY KEY (word, label)
);

CREATE TABLE models (
    number int4 GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name text NOT NULL,
    dimension int4 NOT NULL,
    splitting int4 NOT NULL,
    is_active bool NOT NULL DEFAULT false,
    refines bool NOT NULL DEFAULT false
);
CREATE UNIQUE INDEX one_active_model ON models (is_active) WHERE is_active;
CREATE UNIQUE INDEX one_refining_model ON models (refines) WHERE refines;

CREATE TABLE vectors (
    model int4 NOT NULL REFERENCES models ON DELETE CASCADE,
    passage int8 NOT NULL REFERENCES passages ON DELETE CASCADE,
    label int4 NOT NULL,
    vector halfvec NOT NULL,
    PRIMARY KEY (model, passage)
);
CREATE INDEX vectors_by_passage ON vectors (passage);
CREATE INDEX vectors_by_label ON vectors (model, label);

CREATE TABLE unwanted (author_id text COLLATE "C" PRIMARY KEY);
CREATE TABLE withdrawn (id text COLLATE "C" PRIMARY KEY);
CREATE TABLE titles (place text COLLATE "C" PRIMARY KEY, author_id text COLLATE "C" NOT NULL);
CREATE INDEX titles_by_author ON titles (author_id);

ALTER TABLE posts
    ALTER id SET STATISTICS 0, ALTER title SET STATISTICS 0, ALTER text SET STATISTICS 0,
    ALTER author SET STATISTICS 0, ALTER author_key SET STATISTICS 0,
    ALTER author_id SET STATISTICS 0, ALTER url SET STATISTICS 0,
    ALTER parent_id SET STATISTICS 0, ALTER source SET STATISTICS 0,
    ALTER source_key SET STATISTICS 0, ALTER origin SET STATISTICS 0,
    ALTER fingerprint SET STATISTICS 0;
ALTER TABLE passages ALTER words SET STATISTICS 0;
ALTER TABLE postings ALTER word SET STATISTICS 0;
ALTER TABLE word_counts ALTER word SET STATISTICS 0;
ALTER TABLE vectors ALTER vector SET STATISTICS 0;
ALTER TABLE unwanted ALTER author_id SET STATISTICS 0;
ALTER TABLE withdrawn ALTER id SET STATISTICS 0;
ALTER TABLE titles ALTER place SET STATISTICS 0, ALTER author_id SET STATISTICS 0;
ALTER TABLE state ALTER name SET STATISTICS 0, ALTER value SET STATISTICS 0;
"""

# The second wall: a query that forgot whom it is for finds nothing. The labels are those of the
# readers ("{1,2}"), or a star for whoever may see everything; without either nothing is seen.
_WALL: Final = "".join(
    f"""
ALTER TABLE {table} ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY readers ON {table} USING (
    (SELECT coalesce(current_setting('pullquote.labels', true), '') = '*')
    OR label = ANY ((
        SELECT nullif(nullif(current_setting('pullquote.labels', true), ''), '*')::int4[]
    )::int4[])
);
"""
    for table in ("posts", "passages", "postings", "word_counts", "vectors")
)

# Which post answers which, by id: a post that is stored again keeps what somebody said of it, and
# one that goes takes it along (known_answers.py). The rank is the place of the kind among all.
# A row has no label that could fall behind: it is seen with both posts, which have their wall, and
# are looked up one by one (OFFSET 0 keeps the planner from reading all of them at once). The first
# comments on a post are read in order.
_EVIDENCE: Final = """
CREATE TABLE evidence (
    question text COLLATE "C" NOT NULL,
    answer text COLLATE "C" NOT NULL,
    rank int4 NOT NULL
);
CREATE INDEX evidence_by_question ON evidence (question, rank);
CREATE INDEX evidence_by_answer ON evidence (answer, rank);
ALTER TABLE evidence ALTER question SET STATISTICS 0, ALTER answer SET STATISTICS 0;
ALTER TABLE evidence ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY readers ON evidence USING (
    (SELECT coalesce(current_setting('pullquote.labels', true), '') = '*')
    OR EXISTS (SELECT 1 FROM posts WHERE posts.id = evidence.question OFFSET 0)
    AND EXISTS (SELECT 1 FROM posts WHERE posts.id = evidence.answer OFFSET 0)
);
DROP INDEX posts_by_parent;
CREATE INDEX posts_by_parent ON posts (parent_id, number) WHERE parent_id IS NOT NULL;
"""

# Who said so, and why it counts: a mark is taken back as it was made (known_answers.py). It is
# seen with both posts, as evidence is. Two further kinds of evidence stand among those there were.
_MARKS: Final = """
CREATE TABLE marks (
    question text COLLATE "C" NOT NULL,
    answer text COLLATE "C" NOT NULL,
    rank int4 NOT NULL,
    account text COLLATE "C" NOT NULL,
    standing text COLLATE "C" NOT NULL
);
CREATE INDEX marks_by_answer ON marks (answer, rank);
CREATE INDEX marks_by_question ON marks (question);
CREATE INDEX marks_by_account ON marks (account);
CREATE INDEX marks_by_standing ON marks (standing);
ALTER TABLE marks
    ALTER question SET STATISTICS 0, ALTER answer SET STATISTICS 0,
    ALTER account SET STATISTICS 0, ALTER standing SET STATISTICS 0;
ALTER TABLE marks ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY readers ON marks USING (
    (SELECT coalesce(current_setting('pullquote.labels', true), '') = '*')
    OR EXISTS (SELECT 1 FROM posts WHERE posts.id = marks.question OFFSET 0)
    AND EXISTS (SELECT 1 FROM posts WHERE posts.id = marks.answer OFFSET 0)
);
SET LOCAL pullquote.labels = '*';
INSERT INTO marks SELECT question, answer, 0, '', 'admin' FROM evidence WHERE rank = 0;
UPDATE evidence SET rank = CASE rank WHEN 1 THEN 2 ELSE rank + 2 END WHERE rank > 0;
"""

MIGRATIONS: Final = (_FIRST + _WALL, _EVIDENCE, _MARKS)
"""Each brings a database one version further. Never change one that was released: add one."""

TABLES: Final = (
    "state", "numbers", "labels", "posts", "passages", "postings", "word_counts", "models",
    "vectors", "unwanted", "withdrawn", "titles", "evidence", "marks",
)  # fmt: skip
"""All tables beside that of the migrations."""
