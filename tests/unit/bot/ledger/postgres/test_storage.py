from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from adapters.chat.error_text import problem
from adapters.chat.wording import GERMAN
from bot.errors import LedgerBusy, UnavailableError
from bot.ledger.postgres import migrations, storage
from bot.ledger.postgres.storage import LedgerOnServer
from bot.ledger.schema import FOR_NOW, MIGRATIONS, TABLES
from tests.fakes.bot.ledger_places import ledger_on
from tests.fakes.bot.ledgers import asked, found

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.fakes.bot.ledger_places import LedgerInSchema
    from tests.fakes.postgres_server import PostgresServer


@pytest.fixture
def place(postgres: PostgresServer) -> Iterator[LedgerInSchema]:
    """A database without a ledger."""
    with ledger_on(postgres) as found:
        yield found


def test_a_ledger_is_there_once_it_was_opened(place: LedgerInSchema) -> None:
    assert not place.storage.is_there()
    assert place.storage.problem() == ""
    assert not place.storage.is_there()
    place.open().close()
    assert place.storage.is_there()
    assert place.storage.problem() == ""


def test_processes_that_make_the_ledger_at_the_same_time_all_get_it(
    place: LedgerInSchema,
) -> None:
    with ThreadPoolExecutor(8) as threads:
        opened = list(threads.map(lambda _: place.storage.open(), range(8)))
    for each in opened:
        assert each.rows("SELECT count(*) FROM notes") == [(0,)]
        each.close()


def test_all_tables_are_named(place: LedgerInSchema) -> None:
    place.open().close()
    rows = place.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'pullquote_ledger'")
    assert {name for (name,) in rows} == {*TABLES, *FOR_NOW, "migrations"}


def test_a_ledger_of_an_older_version_is_brought_up_to_date(
    place: LedgerInSchema, monkeypatch: pytest.MonkeyPatch
) -> None:
    with closing(place.open()) as ledger:
        ledger.questions.keep(found(asked(), "A"))
    later = """
ALTER TABLE questions ADD COLUMN is_odd INTEGER NOT NULL DEFAULT 1;
CREATE TABLE moods (name TEXT PRIMARY KEY, takes_bread INTEGER, count INTEGER) STRICT;
"""
    monkeypatch.setattr(migrations, "MIGRATIONS", (*MIGRATIONS, later))
    for _ in range(2):
        with closing(place.storage.open()) as database:
            assert database.rows("SELECT id FROM questions WHERE is_odd") == [("q1",)]
            assert database.rows("SELECT * FROM moods WHERE NOT takes_bread") == []


def test_a_ledger_of_a_newer_version_is_left_alone(place: LedgerInSchema) -> None:
    place.open().close()
    place.execute("INSERT INTO pullquote_ledger.migrations VALUES (999)")
    with pytest.raises(UnavailableError, match="holds the ledger of a newer version: update"):
        place.open()
    assert "newer version" in place.storage.problem()


def test_a_ledger_that_lacks_a_table_is_one_clear_sentence(place: LedgerInSchema) -> None:
    place.open().close()
    place.execute("DROP TABLE pullquote_ledger.notes")
    with pytest.raises(UnavailableError, match=r"is damaged \(its ledger lacks notes\): restore"):
        place.open()
    found = place.storage.problem()
    assert "its ledger lacks notes" in found
    said = problem(found, GERMAN)
    assert "ist beschädigt (seinem Register fehlt notes): stelle" in said
    assert "`pullquote_ledger`" in said


def test_a_server_that_is_not_there_is_one_clear_sentence() -> None:
    away = LedgerOnServer("postgresql://ada:secret@/nowhere?host=/not-there")
    for ask in (away.is_there, away.open, away.problem):
        with pytest.raises(UnavailableError, match="see that the server runs") as told:
            ask()
        assert "secret" not in str(told.value)


def test_a_connection_that_is_lost_is_replaced(place: LedgerInSchema) -> None:
    with closing(place.open()) as ledger:
        ledger.note("kept", "still")
        place.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
            " WHERE application_name = 'pullquote'"
        )
        assert ledger.noted("kept") == "still"


def test_a_writer_that_another_keeps_waiting_says_so(
    place: LedgerInSchema, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = {**storage.SETTINGS, "lock_timeout": "10ms"}
    monkeypatch.setattr(storage, "SETTINGS", settings)
    with closing(place.open()) as ledger, closing(place.open()) as other:
        with (
            other.database.writing(),
            pytest.raises(LedgerBusy, match="another process is using"),
            ledger.database.writing(),
        ):
            pytest.fail("two write at once")
        with ledger.database.writing():
            ledger.note("kept", "still")


def test_the_server_takes_no_notes_of_what_was_asked(place: LedgerInSchema) -> None:
    with closing(place.open()) as ledger:
        for number in range(300):
            ledger.questions.keep(found(asked("Is the quokka ill?", f"q{number}"), "A"))
        place.execute("ANALYZE pullquote_ledger.questions")
        rows = place.execute("SELECT * FROM pg_stats WHERE schemaname = 'pullquote_ledger'")
        assert rows
        assert "quokka" not in str(rows)


def test_a_very_long_question_is_kept(place: LedgerInSchema) -> None:
    text = " ".join(f"w{number:04}é" for number in range(280))
    with closing(place.open()) as ledger:
        ledger.questions.keep(found(asked(text), "A"))
        kept = ledger.questions.get("q1")
    assert kept is not None
    assert kept.text == text
