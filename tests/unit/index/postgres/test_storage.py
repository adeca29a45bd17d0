"""The way to a server: what it says where there is none, and what happens when it goes away."""

from __future__ import annotations

import logging
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from threading import Barrier
from typing import TYPE_CHECKING

import pytest

from index.clock import utc_now
from index.errors import IndexMismatch, IndexUnreachable
from index.postgres.server import connections, database, migrations
from index.postgres.server.connections import place_of
from index.postgres.server.schema import MIGRATIONS
from index.postgres.storage import PostgresStorage
from index.posts import Evidence, Mark
from tests.fakes.index.filling import put
from tests.fakes.index.posts import post
from tests.fakes.postgres_server import ROLE

if TYPE_CHECKING:
    from index.postgres.store import Store
    from index.posts import EvidenceKind
    from tests.fakes.index.engines import KeptOnServer
    from tests.fakes.postgres_server import PostgresServer


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("postgresql://ada:secret@db.example/posts", "postgresql://db.example/posts"),
        ("postgresql://ada:secret@db.example:6432/posts", "postgresql://db.example:6432/posts"),
        ("postgresql://ada:secret@/posts?host=/run/pg", "postgresql:///posts?host=/run/pg"),
        ("postgresql://ada:secret@/", "postgresql://localhost/ada"),
        ("postgresql://a:secret@one,two/posts", "postgresql://one,two/posts"),
    ],
)
def test_a_database_is_called_without_its_role_and_password(address: str, said: str) -> None:
    assert place_of(address) == said


def test_what_is_no_address_is_told_without_a_word_of_it() -> None:
    with pytest.raises(IndexMismatch, match="is no address") as caught:
        PostgresStorage("postgresql://ada:secret@host/posts?nonsense", utc_now)
    assert "secret" not in str(caught.value)


def test_a_server_that_does_not_answer_is_named_with_the_remedy(postgres: PostgresServer) -> None:
    storage = PostgresStorage(f"postgresql://a:secret@/x?host={postgres.folder}/none", utc_now)
    for ask in (storage.is_there, storage.problem, storage.statistics, storage.open):
        with pytest.raises(IndexUnreachable, match="see that the server runs") as caught:
            ask()
        assert "secret" not in str(caught.value)


def test_a_lost_connection_is_told_once_and_another_is_made(
    store: Store, kept: KeptOnServer, caplog: pytest.LogCaptureFixture
) -> None:
    put(store, post("bread"))
    kept.execute(
        "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity"
        " WHERE application_name = 'pullquote'"
    )
    with pytest.raises(IndexUnreachable), store.guarded():
        store.every_id()
    with caplog.at_level(logging.INFO):
        store.renew()
        store.renew()
    assert [each.message for each in caplog.records if each.name == database.__name__] == [
        f"the connection to {store.place} was lost: another was made"
    ]
    assert store.every_id() == ["notes:1"]


def test_a_write_that_lost_its_connection_is_stored_not_at_all(
    store: Store, kept: KeptOnServer
) -> None:
    def lose() -> None:
        with store.writing():
            store.remember("name", "value")
            kept.execute(
                "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity"
                " WHERE application_name = 'pullquote'"
            )
            store.remember("name", "other")

    with pytest.raises(IndexUnreachable):
        lose()
    store.renew()
    assert store.noted("name") is None
    store.note("name", "value")
    assert store.noted("name") == "value"


def test_however_many_open_it_at_once_the_tables_are_made_once(kept: KeptOnServer) -> None:
    begin = Barrier(4)

    def opened(_: int) -> Store:
        begin.wait()
        return kept.storage.open(create=True)

    with ThreadPoolExecutor(4) as threads:
        for each in list(threads.map(opened, range(4))):
            each.close()
    with closing(kept.storage.open()) as store:
        done = store.rows("SELECT number FROM migrations ORDER BY number")
        assert [row[0] for row in done] == [*range(1, len(MIGRATIONS) + 1)]


def test_tables_of_an_older_version_are_brought_up_to_date_with_all_posts(
    kept: KeptOnServer,
) -> None:
    with closing(kept.storage.open(create=True)) as store:
        put(store, post("bread"), post("goats", "2", parent="1"))
    kept.execute(
        "DROP TABLE pullquote.evidence, pullquote.marks;"
        " DELETE FROM pullquote.migrations WHERE number > 1"
    )
    assert kept.storage.statistics() is None
    with closing(kept.storage.open()) as store:
        evidence = Evidence("notes:1", "notes:2", "marked")
        with store.writing():
            store.state_evidence([evidence])
        assert store.evidence_of(store.every_id()) == [evidence]
        assert [*store.replies_to(["notes:1"], 9)] == ["notes:1"]
    assert kept.storage.problem() == ""


def test_what_was_known_of_answers_is_known_alike_in_the_next_version(kept: KeptOnServer) -> None:
    kinds: tuple[EvidenceKind, ...] = ("marked", "accepted", "thanked", "replied", "below")
    with closing(kept.storage.open(create=True)) as store:
        put(store, post("bread"), *(post("goats", each, parent="1") for each in kinds))
    kept.execute(
        "INSERT INTO pullquote.evidence VALUES ('notes:1', 'notes:marked', 0),"
        " ('notes:1', 'notes:accepted', 1), ('notes:1', 'notes:thanked', 2),"
        " ('notes:1', 'notes:replied', 3), ('notes:1', 'notes:below', 4);"
        " DROP TABLE pullquote.marks; DELETE FROM pullquote.migrations WHERE number > 2"
    )
    with closing(kept.storage.open()) as store:
        assert store.evidence_of(["notes:1"]) == [
            Evidence("notes:1", f"notes:{kind}", kind) for kind in kinds
        ]
        assert store.every_mark() == [Mark("notes:1", "notes:marked", "marked", standing="admin")]


def test_tables_of_a_newer_version_are_left_alone(kept: KeptOnServer) -> None:
    kept.storage.open(create=True).close()
    kept.execute("INSERT INTO pullquote.migrations VALUES (999)")
    with pytest.raises(IndexMismatch, match="made by a newer version: update Pullquote"):
        kept.storage.open()
    assert kept.storage.problem() == ""
    assert kept.storage.statistics() is None


def test_a_database_without_pgvector_says_who_can_mend_it(
    postgres: PostgresServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    name = postgres.make_database()
    storage = PostgresStorage(postgres.address(name), utc_now)
    postgres.execute("DROP EXTENSION vector", name)
    with pytest.raises(IndexMismatch, match=r"lacks pgvector .*CREATE EXTENSION vector"):
        storage.open(create=True)
    postgres.execute("CREATE EXTENSION vector", name)
    monkeypatch.setattr(migrations, "OLDEST_EXTENSION", (99, 0))
    with pytest.raises(
        IndexMismatch, match=r"0\.8 or newer is needed: run ALTER EXTENSION vector UPDATE"
    ):
        storage.open(create=True)
    monkeypatch.undo()
    monkeypatch.setattr(migrations, "OLDEST_SERVER", 990_000)
    with pytest.raises(IndexMismatch, match="PostgreSQL 15 or newer"):
        storage.open(create=True)
    monkeypatch.undo()
    storage.open(create=True).close()
    storage.close()


def test_a_database_of_another_encoding_is_refused(postgres: PostgresServer) -> None:
    postgres.execute(
        "CREATE DATABASE latin ENCODING 'LATIN1' TEMPLATE template0 LOCALE_PROVIDER libc"
        " LOCALE 'C' OWNER pullquote"
    )
    postgres.execute("CREATE EXTENSION vector", "latin")
    storage = PostgresStorage(postgres.address("latin"), utc_now)
    with pytest.raises(IndexMismatch, match="keeps texts as LATIN1: make one with ENCODING"):
        storage.open(create=True)
    storage.close()


def test_who_may_not_make_tables_is_told_what_role_can(postgres: PostgresServer) -> None:
    postgres.execute("CREATE ROLE guest LOGIN")
    name = postgres.make_database()
    storage = PostgresStorage(postgres.address(name, "guest"), utc_now)
    with pytest.raises(IndexMismatch, match=r"permission denied .*the owner of the database"):
        storage.open(create=True)
    storage.close()


def test_a_database_that_may_only_be_read_is_read_and_says_how_it_may_be_written(
    store: Store, kept: KeptOnServer
) -> None:
    put(store, post("bread"))
    kept.execute(f"ALTER ROLE {ROLE} SET default_transaction_read_only = on")
    storage = PostgresStorage(kept.address, utc_now)
    try:
        with closing(storage.open()) as reader:
            assert reader.every_id() == ["notes:1"]
            with pytest.raises(IndexUnreachable, match="name the server that may be written"):
                put(reader, post("rye", "2"))
        assert storage.problem() == ""
    finally:
        storage.close()
        kept.execute(f"ALTER ROLE {ROLE} RESET default_transaction_read_only")


@pytest.mark.parametrize(
    ("number", "said"),
    [
        ("53100", "the disk of {} is full: make room there and give the command again: nothing is"),
        ("53200", "{} cannot be used (it lacks): end others that use the server, or look at its"),
        ("53400", "{} cannot be used (it lacks): end others that use the server, or look at its"),
    ],
)
def test_what_the_server_lacks_is_said_with_what_helps_and_nothing_is_stored(
    store: Store, kept: KeptOnServer, number: str, said: str
) -> None:
    kept.execute(
        "CREATE FUNCTION pullquote.fails() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN"
        f" RAISE EXCEPTION USING ERRCODE = '{number}', MESSAGE = 'it lacks'; END $$;"
        "CREATE TRIGGER fails BEFORE INSERT ON pullquote.postings"
        " FOR EACH ROW EXECUTE FUNCTION pullquote.fails()"
    )
    with pytest.raises(IndexUnreachable) as caught:
        put(store, post("bread"))
    assert str(caught.value).startswith(said.format(store.place))
    assert store.every_id() == []


def test_a_server_that_vanishes_is_noticed_and_the_address_says_otherwise_if_it_likes() -> None:
    usual = connections.noticing("postgresql://ada@host/posts")
    assert usual["tcp_user_timeout"] == 10_000
    own = connections.noticing("postgresql://ada@host/posts?tcp_user_timeout=60000")
    assert usual.keys() - own.keys() == {"tcp_user_timeout"}
