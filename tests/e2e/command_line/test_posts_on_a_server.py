"""The command line keeps its posts in PostgreSQL where PULLQUOTE_DATABASE says so."""

from __future__ import annotations

import os
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from bot.cli.exit_codes import Exit
from bot.composition import engine_app
from bot.ledger.channels import Channel
from bot.ledger.ledger import Ledger
from bot.settings.loading import load
from index.ingest.moving import BEGUN
from index.postgres.storage import PostgresStorage
from tests.e2e.command_line.conftest import POSTS, counts, write
from tests.fakes.bot.ledger_places import KEEP
from tests.fakes.bot.ledgers import clock
from tests.fakes.index.engines import kept_on

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tests.e2e.conftest import Result
    from tests.fakes.index.engines import KeptOnServer
    from tests.fakes.postgres_server import PostgresServer

    Pullquote = Callable[..., Result]

QUESTION = "why were the backups empty?"


@pytest.fixture(autouse=True)
def kept(postgres: PostgresServer, monkeypatch: pytest.MonkeyPatch) -> Iterator[KeptOnServer]:
    """A database that the settings name."""
    with kept_on(postgres) as database:
        monkeypatch.setenv("PULLQUOTE_DATABASE", database.address)
        yield database
        settings = load(Path(os.devnull), {"PULLQUOTE_DATABASE": database.address})
        shared = engine_app.storage(settings)  # by all commands of a process, until it ends
        assert isinstance(shared, PostgresStorage)
        shared.close()


def test_posts_are_imported_found_and_counted_there_and_no_file_is_made(
    pullquote: Pullquote, kept: KeptOnServer
) -> None:
    assert f"no posts in {kept.storage.home} yet" in pullquote("status").err
    first, again = (pullquote("import", str(POSTS)) for _ in range(2))
    assert first.out.startswith(counts(new=94))
    assert again.out.startswith(counts(unchanged=94))
    assert f"Stored in {kept.storage.home}." in first.err
    (found, *_) = pullquote("search", "backups", "--json").json["hits"]
    assert found["post_id"] == "posts:selfhost/restore-drill.md"
    assert pullquote("ask", QUESTION, "--json").json["found"]
    assert f"in {kept.storage.home}\n" in pullquote("status").out
    assert pullquote("status", "--json").json["posts"] == 94
    assert not Path("data/pullquote.db").exists()


def test_what_an_import_would_do_is_told_before_there_are_tables(
    pullquote: Pullquote, kept: KeptOnServer
) -> None:
    assert pullquote("import", str(POSTS), "--dry-run").out.startswith(
        f"Would be: {counts(new=94)}"
    )
    assert not kept.storage.is_there()


def test_a_post_is_forgotten_down_to_the_bytes_and_stays_away(
    pullquote: Pullquote, kept: KeptOnServer
) -> None:
    write("two.jsonl", {"id": "1", "text": "pumpernickel"}, {"id": "2", "text": "goats"})
    pullquote("import", "two.jsonl")
    forgotten = pullquote("forget", "--post", "two:1", "--yes")
    assert forgotten.code == 0, forgotten.err
    assert not any(b"pumpernickel" in each for each in kept.files())
    pullquote("import", "two.jsonl")
    assert pullquote("status", "--json").json["posts"] == 1


def test_a_check_reads_everything_and_says_what_is_damaged(
    pullquote: Pullquote, kept: KeptOnServer
) -> None:
    write("two.jsonl", {"id": "1", "text": "pumpernickel"})
    pullquote("import", "two.jsonl")
    assert "ok    database  1 post" in pullquote("check").out
    kept.execute("UPDATE pullquote.posts SET text = 'rye'")
    checked = pullquote("check")
    assert "FAIL  database" in checked.out
    assert "is not as it was stored" in checked.out


def test_posts_are_embedded_again(pullquote: Pullquote) -> None:
    pullquote("import", str(POSTS))
    assert pullquote("reindex", "--full").out == "Embedded again: 94.\n"
    assert pullquote("ask", QUESTION, "--json").json["found"]


def test_posts_are_moved_there_and_back(
    pullquote: Pullquote, kept: KeptOnServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("PULLQUOTE_DATABASE")
    pullquote("import", str(POSTS))
    before = pullquote("export").out

    moved = pullquote("move", "--to", kept.address)
    assert moved.out.startswith("94 posts and comments: copied from "), moved.err
    assert "set PULLQUOTE_DATABASE" in moved.out.replace("\n", " ")
    monkeypatch.setenv("PULLQUOTE_DATABASE", kept.address)
    assert pullquote("export").out == before
    back = pullquote("move", "--to", "back")
    assert "set PULLQUOTE_DATA;" in back.out
    monkeypatch.delenv("PULLQUOTE_DATABASE")
    monkeypatch.setenv("PULLQUOTE_DATA", "back")
    assert pullquote("export").out == before
    assert pullquote("ask", QUESTION, "--json").json["found"]


def test_a_database_with_posts_is_not_moved_into(
    pullquote: Pullquote, kept: KeptOnServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    write("two.jsonl", {"id": "1", "text": "pumpernickel"})
    pullquote("import", "two.jsonl")
    monkeypatch.delenv("PULLQUOTE_DATABASE")
    pullquote("import", "two.jsonl")
    refused = pullquote("move", "--to", kept.address)
    assert refused.code == Exit.INDEX
    assert f"{kept.storage.home} holds posts already: name an empty database" in refused.err


def test_the_ledger_goes_there_and_back_with_the_posts(
    pullquote: Pullquote, kept: KeptOnServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("PULLQUOTE_DATABASE")
    write("two.jsonl", {"id": "1", "text": "pumpernickel"})
    pullquote("import", "two.jsonl")
    with closing(Ledger.open(Path("data/ledger.db"), KEEP, clock)) as ledger:
        ledger.channels.put(Channel("discord:1/2", "discord", "discord:1", "square"))
    told = []
    for language in ("en", "fr", "es", "de"):
        kept.execute("DROP SCHEMA IF EXISTS pullquote, pullquote_ledger CASCADE")
        monkeypatch.setenv("PULLQUOTE_LANGUAGE", language)
        told.append(pullquote("move", "--to", kept.address).out)
    assert "The ledger: 1 row, copied and checked." in told[0].replace("\n", " ")
    assert len(set(told)) == len(told)
    monkeypatch.setenv("PULLQUOTE_LANGUAGE", "en")
    monkeypatch.setenv("PULLQUOTE_DATABASE", kept.address)
    assert "ok    ledger    whole" in pullquote("check").out
    assert "square" in pullquote("unwatch").out
    with closing(Ledger.open(Path("other/ledger.db"), KEEP, clock)) as ledger:
        ledger.note("another", "bot's")
    for _ in range(2):
        refused = pullquote("move", "--to", "other")
        assert refused.code == Exit.INDEX
        assert "holds a ledger already: name an empty database or folder" in refused.err
    assert pullquote("move", "--to", "back").code == 0
    # A kill just before the end leaves it so.
    with closing(engine_app.storage_at("back").open()) as engine:
        engine.note(BEGUN, "there")
    assert pullquote("move", "--to", "back").code == 0
    with closing(Ledger.open(Path("back/ledger.db"), KEEP, clock)) as ledger:
        assert [each.name for each in ledger.channels.watched("discord")] == ["square"]
        assert ledger.notes("") == {}


@pytest.mark.parametrize("command", ["backup", "restore"])
def test_backups_are_the_server_s_and_each_language_says_so(
    pullquote: Pullquote, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    told = []
    for language in ("en", "fr", "es", "de"):
        monkeypatch.setenv("PULLQUOTE_LANGUAGE", language)
        told.append(pullquote(command, "saved").err)
    assert all("pg_dump" in each and "postgresql://" in each for each in told)
    assert len(set(told)) == len(told)


def test_an_address_of_another_kind_is_refused_without_its_password(
    pullquote: Pullquote, monkeypatch: pytest.MonkeyPatch
) -> None:
    for address in ("mysql://ada:secret@host/posts", "postgresql://ada:secret@host/p?nonsense"):
        monkeypatch.setenv("PULLQUOTE_DATABASE", address)
        refused = pullquote("status")
        assert refused.code == Exit.SETTINGS
        assert "PULLQUOTE_DATABASE" in refused.err
        assert "secret" not in refused.err
