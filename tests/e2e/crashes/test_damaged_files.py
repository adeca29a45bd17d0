from __future__ import annotations

import re
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from bot.cli.exit_codes import Exit
from bot.ledger.ledger import Ledger
from bot.settings.loading import load
from index.clock import utc_now
from index.sqlite.schema import MIGRATIONS
from tests.fakes.bot.ledgers import asked, missed
from tests.fakes.index.damage import PAGE, damaged

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.settings.values import Settings
    from tests.e2e.conftest import Result

    Pullquote = Callable[..., Result]

POSTS = Path(__file__).parents[3] / "examples" / "posts"
COMMANDS = (
    ("ask", "why did Ilya Sutskever leave?"),
    ("search", "slugs"),
    ("status",),
    ("export",),
    ("import", str(POSTS), "--dry-run"),
)


@pytest.fixture
def settings() -> Settings:
    """The settings that the commands read."""
    return load(Path(".env"), {"PULLQUOTE_DATA": "data"})


def test_no_damage_to_the_posts_is_a_fault_of_ours_or_a_new_index(
    pullquote: Pullquote, settings: Settings
) -> None:
    pullquote("import", str(POSTS))
    stored = pullquote("status", "--json").json["posts"]
    sound = settings.database.read_bytes()
    settings.cache.unlink(missing_ok=True)
    found = list(damaged(sound))
    codes = set()
    for what, content in [*found[:13], *found[13 :: len(found) // 20]]:
        for command in COMMANDS:
            for file in settings.data.glob("pullquote.*"):
                file.unlink()
            settings.database.write_bytes(content)
            result = pullquote(*command)
            codes.add(result.code)
            assert result.code in {Exit.DONE, Exit.PARTLY, Exit.INDEX}, (what, command, result.err)
            assert "Traceback" not in result.err
            if result.code == Exit.INDEX:
                assert "pullquote.db" in result.err
            if command == ("status",) and result.code == Exit.DONE:
                assert f"{stored:,} posts" in result.out, what
        checked = pullquote("check")
        assert checked.code in {Exit.DONE, Exit.PARTLY}, what
        assert settings.database.read_bytes() == content, what
    assert codes == {Exit.DONE, Exit.INDEX}


@pytest.mark.parametrize("command", [("import", str(POSTS)), *COMMANDS])
def test_a_file_without_a_byte_is_never_a_new_index(
    pullquote: Pullquote, settings: Settings, command: tuple[str, ...]
) -> None:
    settings.data.mkdir()
    settings.database.touch()

    result = pullquote(*command)

    assert result.code == Exit.INDEX
    assert "pullquote.db is damaged or not a database (the file is empty)" in result.err
    assert settings.database.read_bytes() == b""


@pytest.mark.parametrize("name", ["pullquote.db", "ledger.db"])
def test_the_journal_of_a_file_that_was_emptied_stays(
    pullquote: Pullquote, settings: Settings, name: str
) -> None:
    pullquote("import", str(POSTS))
    Ledger.open(settings.ledger, settings.keep, utc_now).close()
    assert pullquote("backup", "sound").code == Exit.DONE
    emptied, journal = settings.data / name, settings.data / f"{name}-wal"
    emptied.write_bytes(b"")
    journal.write_bytes(b"what SQLite would delete")

    for command in (("check",), ("backup", "copy"), ("restore", "sound"), *COMMANDS):
        result = pullquote(*command)
        assert result.code in {Exit.DONE, Exit.PARTLY, Exit.INDEX}, command
        assert emptied.read_bytes() == b"", command
        assert journal.read_bytes() == b"what SQLite would delete", command


def test_check_names_what_is_damaged_and_what_to_do(
    pullquote: Pullquote, settings: Settings
) -> None:
    pullquote("import", str(POSTS))
    content = bytearray(settings.database.read_bytes())
    content[9 * PAGE : 10 * PAGE] = bytes(PAGE)
    settings.database.write_bytes(content)

    result = pullquote("check")

    assert result.code == Exit.PARTLY
    (line,) = [line for line in result.out.splitlines() if line.startswith("FAIL")]
    assert line.startswith("FAIL  database  data/pullquote.db is damaged (")
    assert "put a backup in its place with `pullquote restore`, or move it away and" in line


@pytest.mark.parametrize("name", ["pullquote.db", "ledger.db"])
def test_a_damaged_database_is_restored_over_only_by_force(
    pullquote: Pullquote, settings: Settings, name: str
) -> None:
    pullquote("import", str(POSTS))
    Ledger.open(settings.ledger, settings.keep, utc_now).close()
    assert pullquote("backup", "sound").code == Exit.DONE
    path = settings.data / name
    sound, ways = path.read_bytes(), {}
    lasts = [len(sound) // PAGE * PAGE - PAGE * each for each in (1, 2, 3)]
    for at in (PAGE * 9, *lasts):
        ways[f"page at {at}"] = sound[:at] + bytes(PAGE) + sound[at + PAGE :]
    for what, content in {**ways, "cut off": sound[:-1], "list": b"a shopping list" * 99}.items():
        path.write_bytes(content)
        refused = pullquote("restore", "sound")
        assert (refused.code, path.read_bytes()) == (Exit.INDEX, content), what
        assert "give --force" in refused.err, what
        # Nothing can be exported of what cannot be opened.
        is_opened = what.startswith("page")
        assert ("`pullquote export`" in refused.err) == (name == "pullquote.db" and is_opened), what
        assert pullquote("restore", "sound", "--force").code == Exit.DONE, what
        assert pullquote("check").code == Exit.DONE, what


@pytest.mark.parametrize("name", ["pullquote.db", "ledger.db"])
def test_a_database_of_another_program_or_a_newer_version_is_never_restored_over(
    pullquote: Pullquote, settings: Settings, name: str
) -> None:
    pullquote("import", str(POSTS))
    Ledger.open(settings.ledger, settings.keep, utc_now).close()
    assert pullquote("backup", "sound").code == Exit.DONE
    path, elsewhere = settings.data / name, settings.data.with_name("elsewhere.db")
    for change in ("PRAGMA user_version = 9999", "PRAGMA application_id = 7"):
        with closing(sqlite3.connect(path)) as connection:
            connection.execute(change)
        content = path.read_bytes()
        assert pullquote("restore", "sound", "--force").code == Exit.INDEX
        assert path.read_bytes() == content
    path.replace(elsewhere)
    path.symlink_to(elsewhere)
    assert pullquote("restore", "sound", "--force").code == Exit.INDEX
    assert path.is_symlink()


def test_a_text_that_is_no_longer_utf_8_is_blamed_on_the_database(
    pullquote: Pullquote, settings: Settings
) -> None:
    pullquote("import", str(POSTS))
    with closing(sqlite3.connect(settings.database)) as posts:
        posts.execute("UPDATE posts SET author = CAST(x'416461ff' AS TEXT)")
        posts.commit()

    for command in (("ask", "why did Ilya Sutskever leave?"), ("export",)):
        result = pullquote(*command)
        assert result.code == Exit.INDEX
        assert "data/pullquote.db is damaged (a text is not UTF-8)" in result.err
        assert "`pullquote check` says more; put a backup in its place" in result.err
        assert "Ada" not in result.err

    checked = pullquote("check").out
    assert "FAIL  database  data/pullquote.db is damaged (posts: " in checked


@pytest.mark.parametrize("content", [b"", b"a shopping list " * 1_000, None])
def test_a_damaged_ledger_is_named_and_left_as_it_is(
    pullquote: Pullquote, settings: Settings, content: bytes | None
) -> None:
    ledger = Ledger.open(settings.ledger, settings.keep, utc_now)
    ledger.questions.keep(missed(asked()))
    ledger.close()
    if content is None:
        content = settings.ledger.read_bytes()[:-PAGE]
    settings.ledger.write_bytes(content)

    checked = pullquote("check")

    assert checked.code == Exit.PARTLY
    assert "FAIL  ledger    data/ledger.db is " in checked.out
    assert "put a backup in its place, or move it away" in checked.out
    assert settings.ledger.read_bytes() == content


@pytest.mark.parametrize("content", [b"", b"a shopping list " * 1_000])
def test_the_bot_does_not_start_over_a_damaged_ledger(
    pullquote: Pullquote, settings: Settings, monkeypatch: pytest.MonkeyPatch, content: bytes
) -> None:
    monkeypatch.setenv("DISCORD_TOKEN", "x")
    settings.data.mkdir()
    settings.ledger.write_bytes(content)

    checked, started = pullquote("check"), pullquote("run")

    assert "FAIL  ledger" in checked.out
    assert "FAIL  chats     not looked at" in checked.out
    assert (checked.code, started.code) == (Exit.PARTLY, Exit.INDEX)
    assert re.search(r"ledger\.db (is damaged|is empty: put a backup)", started.err)
    assert settings.ledger.read_bytes() == content


def test_what_goes_wrong_over_a_damaged_file_is_blamed_on_it(
    pullquote: Pullquote, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise KeyError(404)

    settings.data.mkdir()
    settings.ledger.write_bytes(b"a shopping list " * 1_000)
    monkeypatch.setattr("index.post_index.PostIndex.statistics", broken)
    pullquote("import", str(POSTS))

    result = pullquote("status")

    assert result.code == Exit.INDEX
    assert "data/ledger.db is damaged (file is not a database)" in result.err
    assert "Traceback" not in result.err


def test_check_leaves_an_older_version_s_database_as_it_is(pullquote: Pullquote) -> None:
    database = Path("data/pullquote.db")
    pullquote("import", "-", "--source", "notes", stdin="The oven is lit on Fridays.")
    with closing(sqlite3.connect(database)) as older:
        older.execute(f"PRAGMA user_version = {len(MIGRATIONS) - 1}")
        # What the last migration made.
        older.execute("DROP TABLE marks")
        older.commit()
    before = database.read_bytes()
    checked = pullquote("check")
    assert "ok    database  whole, of an older version" in checked.out
    assert checked.code == Exit.DONE
    assert database.read_bytes() == before
    assert pullquote("ask", "when is the oven lit?").code == Exit.DONE
    assert "ok    database  1 post" in pullquote("check").out


@pytest.mark.parametrize("lost", [1, PAGE])
def test_nothing_is_imported_into_a_database_that_was_cut_off(
    pullquote: Pullquote, settings: Settings, lost: int
) -> None:
    pullquote("import", str(POSTS))
    content = settings.database.read_bytes()[:-lost]
    settings.database.write_bytes(content)

    result = pullquote("import", "-", "--source", "notes", stdin="The oven is lit on Fridays.")

    assert result.code == Exit.INDEX
    assert "data/pullquote.db is damaged or not a database (" in result.err
    assert "`pullquote check` says more; put a backup in its place" in result.err
    assert "FAIL  database  data/pullquote.db is damaged (" in pullquote("check").out
    assert settings.database.read_bytes() == content
