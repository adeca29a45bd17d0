"""Keeps how SQLite goes about each statement, and where they stand."""

from __future__ import annotations

import ast
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from index.sqlite_files.connection import Connection, Cursor

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_SCHEMA = "SELECT count(*) FROM sqlite_schema"

SMALL = (
    "SCAN CONSTANT ROW",
    "SCAN sqlite_",
    "SCAN models",
    "SCAN stamps",
    "SCAN met",
    "SCAN labels",
)
"""A few rows, and what a statement makes itself; stamps are a thousand, read from their end."""


COMMON = ("(model=?)", "(audience=?)", "(audience_key=?)", "(parent_id>?)")
"""What most rows have in common: a search by one of these alone reads as much as a scan."""


PASSED_ON = ("super()", "cursor")
"""What a connection of ours gives a statement to: it stands elsewhere."""


class Recorder(Connection):
    """Notes of each statement where it stands, and how SQLite goes about it."""

    plans: ClassVar[dict[str, tuple[str, ...]]] = {}
    places: ClassVar[set[tuple[str, int]]] = set()

    def execute(self, sql: str, values: Any = (), /) -> Cursor:
        self._note(sql, values)
        return super().execute(sql, values)

    def executemany(self, sql: str, rows: Iterable[Any], /) -> Cursor:
        rows = list(rows)
        self._note(sql, rows[0] if rows else None)
        return super().executemany(sql, rows)

    def _note(self, sql: str, values: Any) -> None:
        frame = sys._getframe(2)  # noqa: SLF001 - who calls, and where
        self.places.add((Path(frame.f_code.co_filename).name, frame.f_lineno))
        if values is not None and sql.startswith(("SELECT", "INSERT", "UPDATE", "DELETE", "WITH")):
            rows = super().execute(f"EXPLAIN QUERY PLAN {sql}", values)
            self.plans[sql] = tuple(row[3] for row in rows)


def scans(plan: tuple[str, ...]) -> set[str]:
    """Return the steps that read a whole table, or a whole index.

    So does one that goes by what most rows have in common. A table that SQLite makes of a list of
    values is none. For the full-text index an M tells of a lookup, for its vocabulary a 1.
    """
    found = {step for step in plan if step.startswith("SCAN") and not step.startswith(SMALL)}
    return {step for step in plan if step.endswith(COMMON)} | {
        step
        for step in found
        if "VIRTUAL TABLE" not in step
        or (step.startswith("SCAN words ") and "INDEX 0:M" not in step)
        or (step.startswith(("SCAN words_in_use", "SCAN word_places")) and "INDEX 1:" not in step)
    }


def calls(file: Path) -> Iterator[ast.Call]:
    """Yield where a file has statements executed, but for what has no plan."""
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)):
            continue
        if ast.unparse(node.func.value) in PASSED_ON:
            continue
        sql = node.args[0].value if node.args and isinstance(node.args[0], ast.Constant) else ""
        if node.func.attr in {"execute", "executemany"} and not str(sql).startswith(
            ("PRAGMA", "BEGIN", "COMMIT", "ROLLBACK", "VACUUM", "CREATE", "DROP", _SCHEMA)
        ):
            yield node


LISTED = (
    ("SELECT id, source, title, text", "SCAN posts", "an export reads all posts"),
    ("SELECT id FROM posts ORDER BY number", "SCAN posts", "a full reindex splits all posts"),
    (
        "SELECT '', source, audience",
        "SEARCH posts USING INDEX posts_by_scope (audience=?)",
        "an import asks once what each of its channels is called",
    ),
    ("SELECT author_id FROM unwanted", "SCAN unwanted", "all is copied to another database"),
    ("SELECT id FROM withdrawn", "SCAN withdrawn", "the same"),
    (
        "SELECT place, author_id FROM titles",
        "SCAN titles USING COVERING INDEX titles_by_author",
        "the same",
    ),
    (
        "SELECT id FROM posts WHERE number %",
        "SCAN posts",
        "a model that is new is tested on posts from all over",
    ),
    (
        "SELECT id FROM posts WHERE number %",
        "SCAN posts USING COVERING INDEX posts_by_origin",
        "the same: it must be known how many there are",
    ),
    (
        "SELECT id FROM posts WHERE instr(",
        "SCAN posts USING INDEX sqlite_autoindex_posts_1",
        "what a workspace had is looked for once it is left for good",
    ),
    (
        "SELECT count(*) FROM passages",
        "SCAN passages USING COVERING INDEX passages_by_post",
        "a census counts, and so does a change of model",
    ),
    (
        "SELECT source, sum(",
        "SCAN posts USING COVERING INDEX posts_by_scope",
        "a census counts what each source has",
    ),
    (
        "SELECT substr(posted_at",
        "SCAN posts USING COVERING INDEX posts_by_scope",
        "a report counts what each month has",
    ),
    (
        "SELECT max(author) FROM posts",
        "SCAN posts USING COVERING INDEX posts_by_author",
        "a name is looked for by the beginnings of all its words, the most frequent first",
    ),
    (
        "SELECT max(source) FROM posts",
        "SCAN posts USING COVERING INDEX posts_by_source",
        "the same for names of sources",
    ),
    (
        "SELECT passages.id FROM posts CROSS JOIN passages",
        "SCAN posts USING COVERING INDEX posts_by_scope",
        "nothing narrows a question of whoever may read all and asks for days or a kind of posts",
    ),
    (
        "SELECT passages.id FROM posts CROSS JOIN passages",
        "SCAN posts USING COVERING INDEX posts_by_author",
        "the same for a part of an author's name",
    ),
    (
        "SELECT passages.id FROM posts CROSS JOIN passages",
        "SEARCH posts USING COVERING INDEX posts_by_scope (audience=?)",
        "the same within an audience: its vectors are all compared, too",
    ),
    (
        "SELECT passages.id FROM posts CROSS JOIN passages",
        "SEARCH posts USING COVERING INDEX posts_by_parent (parent_id>?)",
        "the same for comments",
    ),
    (
        "SELECT passages.id FROM json_each(?) AS found",
        "SEARCH posts USING COVERING INDEX posts_by_scope (audience=?)",
        "a question within one channel lists the posts for that channel's readers",
    ),
    (
        "SELECT posts.id, posts.source, posts.title",
        "SEARCH posts USING COVERING INDEX posts_by_scope (audience=?)",
        "the same",
    ),
    (
        "SELECT DISTINCT question FROM evidence",
        "SCAN evidence",
        "a copy of all posts takes along which answers which",
    ),
    (
        "SELECT question, answer, rank, account, standing FROM marks ",
        "SCAN marks USING COVERING INDEX marks_by_standing",
        "the same",
    ),
    *(
        (begins, "SCAN evidence USING COVERING INDEX evidence_by_answer", "it is done once")
        for begins in ("INSERT INTO marks SELECT", "UPDATE evidence SET rank = rank ")
    ),
    (
        "SELECT count(*) FROM passages",
        "SEARCH passages USING COVERING INDEX passages_by_audience (audience_key=?)",
        "a census counts",
    ),
    (
        "SELECT source, sum(",
        "SEARCH posts USING COVERING INDEX posts_by_scope (audience=?)",
        "the same",
    ),
    (
        "SELECT substr(posted_at",
        "SEARCH posts USING COVERING INDEX posts_by_scope (audience=?)",
        "a report in a chat counts what each month has",
    ),
    (
        "SELECT count(*) FROM vectors",
        "SEARCH vectors USING PRIMARY KEY (model=?)",
        "a change of model tells how far it is",
    ),
    (
        "SELECT id FROM passages WHERE id > coalesce((SELECT max(passage)",
        "SEARCH vectors USING PRIMARY KEY (model=?)",
        "the last one is looked up, whatever SQLite calls it",
    ),
    (
        "DELETE FROM models",
        "SEARCH vectors USING PRIMARY KEY (model=?)",
        "a model that is replaced takes its vectors along",
    ),
    (
        "INSERT INTO models",
        "SEARCH vectors USING PRIMARY KEY (model=?)",
        "the same, where its number were taken; it never is",
    ),
    (
        "INSERT INTO vectors_in_8_bits",
        "SCAN vectors",
        "vectors of a former version are brought to 8 bits, once",
    ),
    (
        "DELETE FROM models",
        "SEARCH refinements USING COVERING INDEX refinements_by_model (model=?)",
        "a second model that is replaced takes the record of its vectors along",
    ),
    (
        "INSERT INTO models",
        "SEARCH refinements USING COVERING INDEX refinements_by_model (model=?)",
        "the same, where its number were taken; it never is",
    ),
    (
        "SELECT author_id FROM unwanted UNION",
        "SCAN unwanted",
        "these are whoever asked to be forgotten, and nothing is asked for but all of them",
    ),
)
"""How a statement begins that may read a whole table, the step that does, and why."""
