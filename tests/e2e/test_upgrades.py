"""What any version of before left is brought up to date, and nothing of it is lost.

`tests/payloads/databases/` holds a file of every version of the tables that ever was in use, as the
program of that time wrote it: a post with a comment, or a question with its answer and rating.
"""

from __future__ import annotations

import gzip
import re
import sqlite3
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from bot.ledger.ledger import Ledger
from bot.ledger.sqlite.database import KIND as LEDGER
from bot.ledger.sqlite.database import damage
from bot.question_and_answer import Asker
from index.sqlite.schema import KIND as POSTS
from index.sqlite.storage import SqliteStorage
from tests.fakes.bot.ledgers import clock

if TYPE_CHECKING:
    from collections.abc import Callable

    from index.sqlite_files.kind import Kind
    from tests.e2e.conftest import Result

    Pullquote = Callable[..., Result]

FILES = Path(__file__).parents[1] / "payloads" / "databases"
OF_POSTS = sorted(FILES.glob("posts-*.db.gz"))
OF_LEDGERS = sorted(FILES.glob("ledger-*.db.gz"))


def unpacked(file: Path, to: Path) -> Path:
    to.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    to.write_bytes(gzip.decompress(file.read_bytes()))
    to.chmod(0o600)
    return to


def schema(path: Path) -> dict[str, str]:
    """Return the tables, indexes and triggers of a database, but those that FTS5 makes itself."""
    with closing(sqlite3.connect(path)) as connection:
        found = connection.execute(
            "SELECT type || ' ' || name, sql FROM sqlite_schema WHERE sql IS NOT NULL"
        )
        return {name: sql for name, sql in found if not name.startswith("table words_")}


@pytest.mark.parametrize("kind", [POSTS, LEDGER], ids=["posts", "ledger"])
def test_a_file_of_every_version_is_kept(kind: Kind) -> None:
    files = OF_POSTS if kind is POSTS else OF_LEDGERS
    numbers = {int(re.findall(r"\d+", each.name)[0]) for each in files}
    assert numbers == {*range(1, kind.newest + 1)}


@pytest.mark.parametrize("file", OF_POSTS, ids=lambda file: file.name)
def test_posts_of_every_version_can_be_asked(
    pullquote: Pullquote, file: Path, tmp_path: Path
) -> None:
    path = unpacked(file, Path("data") / "pullquote.db")
    fresh = tmp_path / "fresh.db"
    SqliteStorage(fresh, clock).open(create=True).close()

    answer = pullquote("ask", "when is the village oven lit?", "--json").json
    assert answer["excerpts"][0]["post_id"] == "notes:1"
    posts = {each["id"]: each for each in pullquote("export").lines}
    assert posts["1"]["author"] == "Ada"
    assert posts["2"]["parent_id"] == "1"
    # One of version 5 has an index more, which was there for half an hour before its release.
    assert schema(fresh).items() <= schema(path).items()
    assert SqliteStorage(path, clock).problem() == ""
    assert pullquote("forget", "--author", "Ada", "--yes").code == 0


@pytest.mark.parametrize("file", OF_LEDGERS, ids=lambda file: file.name)
def test_a_ledger_of_every_version_is_gone_on_with(file: Path, tmp_path: Path) -> None:
    path, fresh = unpacked(file, tmp_path / "data" / "ledger.db"), tmp_path / "fresh.db"
    Ledger.open(fresh, timedelta(days=1), clock).close()
    ledger = Ledger.open(path, timedelta(days=90), clock)
    try:
        question = ledger.questions.get("q1")
        assert question is not None
        assert (question.text, question.asker) == (
            "When is the oven lit?", Asker("discord", "1", "Ada"),
        )  # fmt: skip
        assert len(ledger.questions.ratings("q1")) == 1
        assert ledger.channels.get("discord:1/2") is not None
        assert ledger.answers.get("discord:1/2/3") is not None
        assert ledger.noted("discord.swept")
    finally:
        ledger.close()
    assert schema(path) == schema(fresh)
    assert damage(path) == ""
