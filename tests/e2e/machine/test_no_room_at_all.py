"""Data on a disk, or under a limit, that leaves no room even for what SQLite makes to read."""

from __future__ import annotations

import resource
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from bot.ledger.ledger import Ledger
from index.clock import utc_now
from tests.e2e.machine.conftest import Machine, mounted, said

if TYPE_CHECKING:
    from pathlib import Path

ON_A_DISK_WITHOUT_ROOM = """
mount -t tmpfs -o size=2m tmpfs "$1"; cp -r "$2" "$1/data"; export PULLQUOTE_DATA="$1/data"
dd if=/dev/zero of="$1/fill" bs=1k count=9999 2>/dev/null
for command in "ask bread" status report unwatch export check "backup $2/../saved" \
    "forget --source bread --yes" "import $4/garden.jsonl" "reindex --full" "unwatch x" \
    "restore --force $2/../saved"; do
    "$3" -m bot $command; echo "ended $?"
done
"""


@pytest.fixture
def with_ledger(machine: Machine) -> Machine:
    Ledger.open(machine.folder / "ledger.db", timedelta(days=9), utc_now).close()
    return machine


def test_data_on_a_full_disk_can_be_asked_and_what_would_write_names_the_disk(
    with_ledger: Machine, tmp_path: Path
) -> None:
    done = mounted(ON_A_DISK_WITHOUT_ROOM, tmp_path, with_ledger)
    ended = [line for line in done.stdout.splitlines() if line.startswith("ended ")]
    assert ended == [f"ended {code}" for code in "000001044414"], done.stderr
    assert "damaged" not in done.stdout + done.stderr
    assert "FAIL  disk" in done.stdout
    for line in done.stderr.splitlines():
        assert line.startswith(f"the disk of {tmp_path}/mounted/data")
        assert "is full: make room there and give the command again" in line


def test_posts_under_a_limit_of_file_size_can_be_asked_and_are_sound(
    with_ledger: Machine,
) -> None:
    with_ledger.before = lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (30_000, 30_000))
    assert with_ledger.run("ask", "bread").returncode == 0
    assert "damaged" not in with_ledger.run("check").stdout
    assert "look at the disk, and at the limits of the process" in said(
        with_ledger.run("forget", "--source", "bread", "--yes"), 4
    )


def test_too_few_files_at_a_time_are_named_and_no_damage(with_ledger: Machine) -> None:
    with_ledger.before = lambda: resource.setrlimit(resource.RLIMIT_NOFILE, (8, 8))
    checked = with_ledger.run("check").stdout
    assert "(Too many open files): look at the disk, and at the limits of the process" in checked
    assert "damaged" not in checked
    assert "look at the disk, and at the limits of the process" in said(
        with_ledger.run("ask", "bread"), 4
    )


FORGOTTEN_WITHOUT_ROOM = """
mount -t tmpfs -o size=4m tmpfs "$1"; export PULLQUOTE_DATA="$1/data"
for each in "$4" "$4/bread.jsonl"; do "$3" -m bot import "$each" >/dev/null; done
dd if=/dev/zero of="$1/fill" bs=1k count=9999 2>/dev/null; truncate -s -600K "$1/fill"
"$3" -m bot forget --source bread --yes; echo "ended $?"; rm "$1/fill"
"$3" -m bot forget --source bread --yes; echo "ended $?"
"""


def test_what_is_forgotten_without_room_for_a_copy_says_that_the_posts_are_gone_already(
    machine: Machine, tmp_path: Path
) -> None:
    done = mounted(FORGOTTEN_WITHOUT_ROOM, tmp_path, machine)
    (refused,) = [line for line in done.stderr.splitlines() if "Stored in" not in line]
    assert refused.startswith(f"the posts are removed, but {tmp_path}/mounted/data/pullquote.db")
    assert refused.endswith("make room for one more copy there, and give the same command again")
    assert "ended 4\n" in done.stdout
    assert done.stdout.endswith(
        "What was removed before is now gone from the files too.\nended 0\n"
    )
