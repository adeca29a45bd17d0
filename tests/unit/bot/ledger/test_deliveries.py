from __future__ import annotations

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from bot.ledger.ledger import Ledger
from tests.fakes.bot.ledger_places import KEEP
from tests.fakes.bot.ledgers import clock

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pytest

    from tests.fakes.bot.ledger_places import LedgerPlace

ROOT = Path(__file__).parents[4]
CLAIM = """
import sys
from datetime import timedelta
from bot.composition import ledger_app
from bot.ledger.ledger import Ledger
from index.clock import utc_now
ledger = Ledger.over(ledger_app.storage_at(sys.argv[1]).open(), timedelta(days=1), utc_now)
print("ready", flush=True)
sys.stdin.readline()
print(sum(ledger.deliveries.claim(f"discord:1/{each}") for each in range(200)))
"""


def test_a_message_is_taken_once(ledger: Ledger) -> None:
    assert ledger.deliveries.claim("discord:1/2")
    assert not ledger.deliveries.claim("discord:1/2")
    assert ledger.deliveries.is_claimed("discord:1/2")
    assert not ledger.deliveries.is_claimed("discord:1/3")
    assert ledger.deliveries.claim("discord:1/3")


def test_a_message_is_taken_by_one_process_only(place: LedgerPlace) -> None:
    processes = [
        subprocess.Popen(
            [sys.executable, "-c", CLAIM, place.where],
            cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
        )
        for _ in range(2)
    ]  # fmt: skip
    for each in processes:
        assert each.stdout
        assert each.stdout.readline() == "ready\n"
    with ThreadPoolExecutor(2) as threads:
        told = list(threads.map(lambda each: each.communicate("go\n")[0], processes))
    assert sum(map(int, told)) == 200


def test_connections_that_claim_at_once_share_the_messages_out(place: LedgerPlace) -> None:
    ledgers = [place.open() for _ in range(4)]

    def claims(ledger: Ledger) -> Sequence[bool]:
        return [ledger.deliveries.claim(f"slack:1/{each}") for each in range(50)]

    with ThreadPoolExecutor(4) as threads:
        taken = [each for claimed in threads.map(claims, ledgers) for each in claimed]
    for each in ledgers:
        each.close()
    assert taken.count(True) == 50


def test_what_got_no_reply_is_given_back_after_a_restart_and_what_did_is_not(
    place: LedgerPlace,
) -> None:
    with closing(place.open()) as killed:
        for message in ("discord:1/done", "discord:1/torn", "slack:1/torn"):
            killed.deliveries.claim(message)
        killed.deliveries.finish("discord:1/done")
    with closing(place.open()) as ledger:
        ledger.deliveries.reopen("discord")
        assert not ledger.deliveries.claim("discord:1/done")
        assert ledger.deliveries.claim("discord:1/torn")
        assert not ledger.deliveries.claim("slack:1/torn")


def test_deliveries_are_remembered_for_as_long_as_they_may_be_repeated(ledger: Ledger) -> None:
    ledger.deliveries.claim("discord:1/2")
    ledger.deliveries.forget_older(timedelta(days=1))
    assert not ledger.deliveries.claim("discord:1/2")
    ledger.deliveries.forget_older(timedelta(days=-1))
    assert ledger.deliveries.claim("discord:1/2")


def test_while_nothing_can_be_written_each_message_is_taken_once_and_written_later(
    tmp_path: Path,
) -> None:
    with closing(Ledger.open(tmp_path / "ledger.db", KEEP, clock)) as ledger:
        deliveries = ledger.deliveries
        assert deliveries.claim("slack:1/before")
        ledger.database.rows("PRAGMA query_only = ON")
        for name in ("slack:1/done", "slack:1/open", "slack:1/another's"):
            assert deliveries.claim(name)
            assert not deliveries.claim(name)
        for name in ("slack:1/before", "slack:1/done"):
            deliveries.finish(name)
        deliveries.release("slack:1/another's")
        ledger.database.rows("PRAGMA query_only = OFF")
        assert deliveries.claim("slack:1/after")
        assert not deliveries.claim("slack:1/done")
        assert sorted(deliveries.reopen("slack")) == ["slack:1/after", "slack:1/open"]


def test_only_so_many_messages_are_remembered_without_the_ledger(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.ledger.deliveries.MOST_UNWRITTEN", 2)
    with closing(Ledger.open(tmp_path / "ledger.db", KEEP, clock)) as ledger:
        ledger.database.rows("PRAGMA query_only = ON")
        taken = [ledger.deliveries.claim(each) for each in ("1", "2", "3", "2", "3", "1")]
        assert taken == [True, True, True, False, False, True]
