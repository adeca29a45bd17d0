"""`status`, `check`, `reindex` and `forget`."""

from __future__ import annotations

import json
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from bot.composition import app
from tests.e2e.command_line.conftest import POSTS, write

if TYPE_CHECKING:
    from collections.abc import Callable

    from index.ports import Encoder
    from tests.e2e.conftest import Result

    Pullquote = Callable[..., Result]


def test_what_a_reader_kept_in_the_files_is_taken_out_by_the_next_forget(
    pullquote: Pullquote, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("index.sqlite.database.LOCK_SECONDS", 0)
    write("hive.jsonl", {"id": "1", "text": "The bees swarm in May."})
    pullquote("import", "hive.jsonl")
    with closing(sqlite3.connect("data/pullquote.db")) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM posts").fetchone()
        blocked = pullquote("forget", "--source", "hive", "--yes")

    finished = pullquote("forget", "--source", "hive", "--yes")

    assert blocked.code == 4
    assert "give the same command again later" in " ".join(blocked.err.split())
    assert "now gone from the files too" in " ".join(finished.out.split())
    assert all(b"swarm in May" not in file.read_bytes() for file in Path("data").iterdir())


@pytest.mark.usefixtures("examples")
def test_status_tells_what_is_stored(pullquote: Pullquote) -> None:
    status = pullquote("status", "--json").json

    assert status["posts"] == 94
    assert [source["name"] for source in status["sources"]] == ["posts"]
    assert status["passages"] >= 94
    assert status["model"].startswith("bundled@")
    assert status["age_seconds"] >= 0
    assert "94 posts and comments" in pullquote("status").out


@pytest.mark.usefixtures("examples")
def test_forget_asks_first_and_then_leaves_nothing(pullquote: Pullquote) -> None:
    refused = pullquote("forget", "--author", "tomasz wielgosik", stdin="n\n")
    forgotten = pullquote("forget", "--author", "tomasz wielgosik", "--yes")

    assert refused.code == 1
    assert "from the database and all its files?" in refused.out
    assert forgotten.code == 0
    assert "Wielgosik" not in pullquote("export").out
    for file in Path("data").iterdir():
        assert b"Wielgosik" not in file.read_bytes()
    assert (
        "nothing of 'tomasz wielgosik'" in pullquote("forget", "--author", "tomasz wielgosik").out
    )


def test_forget_asks_which_account_is_meant_where_several_bear_a_name(
    pullquote: Pullquote,
) -> None:
    write(
        "hive.jsonl",
        {"id": "1", "text": "Bees swarm.", "author": "Sam", "author_id": "discord:1"},
        {"id": "2", "text": "Bees sleep.", "author": "sam", "author_id": "slack:T1/U1"},
        {"id": "3", "text": "Bees hum.", "author": "Sam", "author_id": "slack:T1/U1"},
        {"id": "4", "text": "Bees rest.", "author": "Samuel", "author_id": "slack:T1/U1"},
    )
    pullquote("import", "hive.jsonl")

    asked = pullquote("forget", "--author", "Sam", "--yes")
    said = " ".join(asked.err.split())
    assert (asked.code, asked.out) == (2, "")
    assert "called 'Sam'" in said
    assert "--author one of their accounts: slack:T1/U1 (3), discord:1 (1)" in said

    by_account = pullquote("forget", "--author", "slack:T1/U1", "--yes")
    assert (by_account.code, by_account.out) == (0, "Removed: 3.\n")
    assert pullquote("forget", "--author", "Sam", "--yes").out == "Removed: 1.\n"


@pytest.mark.usefixtures("examples")
def test_forget_wants_exactly_one_of_its_options(pullquote: Pullquote) -> None:
    result = pullquote("forget", "--author", "a", "--source", "b")

    assert result.code == 2
    assert "Name one of --author, --source or --post" in result.err


@pytest.mark.usefixtures("examples")
def test_another_model_is_tested_on_the_posts_and_answers_after_a_reindex(
    pullquote: Pullquote, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(POSTS.parents[1] / "index" / "embedding" / "model", "other")
    monkeypatch.setenv("EMBEDDING_MODEL", "other")
    assert pullquote("reindex").code == 0
    with closing(sqlite3.connect("data/pullquote.db")) as database:
        noted = database.execute("SELECT value FROM state WHERE name = 'scale'").fetchone()[0]
    # The same model under another name needs another scale by nothing.
    assert json.loads(noted)[1:] == pytest.approx([1, 0], abs=1e-4)
    assert pullquote("ask", "Which company did Jan Leike join?", "--json").json["found"]


@pytest.mark.usefixtures("examples")
def test_reindex_says_when_there_is_nothing_to_do(pullquote: Pullquote) -> None:
    before = pullquote("search", "slugs", "--json").json["hits"]

    assert pullquote("reindex").out == "Everything is up to date.\n"
    assert pullquote("reindex", "--full").out == "Embedded again: 94.\n"
    assert pullquote("search", "slugs", "--json").json["hits"] == before


@pytest.mark.usefixtures("examples")
def test_check_says_in_one_line_each_what_is_fine(pullquote: Pullquote) -> None:
    result = pullquote("check")

    assert result.code == 0
    assert [line[:14].split() for line in result.out.splitlines()] == [
        ["ok", "settings"], ["ok", "model"], ["ok", "refining"], ["ok", "database"],
        ["ok", "disk"], ["ok", "ledger"], ["ok", "rights"],
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("name", "value", "subject"),
    [
        ("PULLQUOTE_LANGUAGE", "klingon", "settings"),
        ("EMBEDDING_MODEL", ".", "model"),
        ("REFINING_MODEL", ".", "refining"),
    ],
)
def test_check_names_what_is_wrong(
    pullquote: Pullquote, monkeypatch: pytest.MonkeyPatch, name: str, value: str, subject: str
) -> None:
    monkeypatch.setenv(name, value)

    result = pullquote("check")

    assert result.code == 1
    assert f"FAIL  {subject}" in result.out
    assert name in result.out


def test_check_says_that_the_database_is_not_ours(pullquote: Pullquote) -> None:
    Path("data").mkdir()
    Path("data/pullquote.db").write_text("a shopping list " * 100)

    result = pullquote("check")

    assert result.code == 1
    assert "FAIL  database" in result.out


def test_a_reindex_that_is_stopped_says_how_to_go_on(
    pullquote: Pullquote, examples: Result, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert examples.code == 0
    open_encoder = app.open_encoder

    def stopped(name: str) -> Encoder:
        raise KeyboardInterrupt(name)

    monkeypatch.setattr(app, "open_encoder", stopped)
    result = pullquote("reindex", "--full")

    assert (result.code, result.out) == (130, "")
    assert "Give the same command again to finish." in result.err
    monkeypatch.setattr(app, "open_encoder", open_encoder)
    assert pullquote("reindex", "--full").out == "Embedded again: 94.\n"
