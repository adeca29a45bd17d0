"""A full disk, a folder that may not be written, another owner, too little memory."""

from __future__ import annotations

import gzip
import os
import resource
import shutil
import subprocess
import sys
from contextlib import closing
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from bot.ledger.ledger import Ledger
from index.clock import utc_now
from index.embedding import e5
from tests.e2e.machine.conftest import AS_NOBODY, NOBODY, POSTS, Machine, mounted, said
from tests.fakes.bot.ledgers import asked, missed

if TYPE_CHECKING:
    from pathlib import Path


def can_be_nobody() -> bool:
    """Say whether a command can be run as an account that owns nothing."""
    if os.geteuid() or shutil.which(AS_NOBODY[0]) is None:
        return False
    return not subprocess.run([*AS_NOBODY, sys.executable, "-c", ""], check=False).returncode


needs_root = pytest.mark.skipif(not can_be_nobody(), reason="only root may be another account")
ASKS: tuple[tuple[str, ...], ...] = (
    ("ask", "bread"), ("search", "bread"), ("show", "bread:bread-1"), ("status",), ("report",),
    ("export",), ("check",), ("unwatch",),
)  # fmt: skip
WRITES: tuple[tuple[str, ...], ...] = (
    ("import", str(POSTS / "garden.jsonl")), ("forget", "--source", "bread", "--yes"),
    ("reindex", "--full"),
)  # fmt: skip


def give(folder: Path, owner: int, mode: int, file_mode: int) -> None:
    for each in folder.iterdir():
        os.chown(each, owner, owner)
        each.chmod(file_mode)
    os.chown(folder, owner, owner)
    folder.chmod(mode)


def keep_question(ledger: Path) -> None:
    """Keep a question that is to be deleted by now."""
    with closing(Ledger.open(ledger, timedelta(days=9_000), utc_now)) as kept:
        kept.questions.keep(missed(asked("Who bakes the bread?")))


@needs_root
@pytest.mark.parametrize("owner", [0, NOBODY], ids=["another's", "its own"])
def test_what_may_only_be_read_can_be_asked_and_says_how_it_may_be_written(
    machine: Machine, owner: int
) -> None:
    keep_question(machine.folder / "ledger.db")
    give(machine.folder, owner, 0o555, 0o444)
    before = {each.name: each.read_bytes() for each in machine.folder.iterdir()}
    machine.as_nobody = True
    for command in ASKS:
        done = machine.run(*command)
        assert done.returncode in ({0, 1} if command == ("check",) else {0}), done.stderr
        assert "damaged" not in done.stdout
    for command in WRITES:
        sentence = said(machine.run(*command), 4)
        assert "pullquote.db may not be written or read by this account: run the" in sentence
    assert {each.name: each.read_bytes() for each in machine.folder.iterdir()} == before


@needs_root
def test_what_a_kill_left_beside_posts_that_may_only_be_read_is_no_damage(
    machine: Machine,
) -> None:
    Ledger.open(machine.folder / "ledger.db", timedelta(days=9), utc_now).close()
    for name in ("pullquote.db", "ledger.db"):
        leave_a_journal(machine.folder / name)
    give(machine.folder, 0, 0o555, 0o444)
    machine.as_nobody = True
    checked = machine.run("check").stdout
    assert checked.count("may not be written or read by this account: run the command as") == 2
    assert "damaged" not in checked
    sentence = said(machine.run("ask", "bread"), 4)
    assert "pullquote.db may not be written or read by this account: run the" in sentence


def leave_a_journal(path: Path) -> None:
    """Leave what a kill does: changes in a journal, without what SQLite finds them by."""
    change = "import os, sqlite3, sys; made = sqlite3.connect(sys.argv[1], isolation_level=None)"
    change += "; made.execute('CREATE TABLE left_over (a)'); os._exit(0)"
    subprocess.run([sys.executable, "-c", change, path], check=True)
    path.with_name(f"{path.name}-shm").unlink()


@needs_root
def test_what_may_not_be_read_is_named_with_what_helps(machine: Machine) -> None:
    give(machine.folder, 0, 0o700, 0o600)
    machine.as_nobody = True
    for command in (*ASKS, *WRITES, ("backup", "/nonexistent/b")):
        sentence = said(machine.run(*command), 4)
        assert "may not be used so by this account (Permission denied): run the command" in sentence


@needs_root
def test_a_database_of_an_older_version_that_may_only_be_read_says_what_helps(
    machine: Machine,
) -> None:
    packed = POSTS.parents[1] / "tests/payloads/databases/posts-1.db.gz"
    (machine.folder / "pullquote.db").write_bytes(gzip.decompress(packed.read_bytes()))
    give(machine.folder, 0, 0o555, 0o444)
    machine.as_nobody = True
    assert "was made by an older Pullquote and cannot be brought up to date here" in said(
        machine.run("ask", "bread"), 4
    )


def test_a_limit_of_file_size_costs_the_command_and_no_stored_post(machine: Machine) -> None:
    stored = machine.run("export").stdout
    size = (machine.folder / "pullquote.db").stat().st_size
    machine.before = lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))
    sentence = said(machine.run("import", str(POSTS)), 4)
    assert "look at the disk, and at the limits of the process" in sentence
    machine.before = None
    assert machine.run("export").stdout == stored
    assert machine.run("check").returncode == 0


ON_A_SMALL_DISK = """
mount -t tmpfs -o size=300k tmpfs "$1"; cp -r "$2" "$1/data"; export PULLQUOTE_DATA="$1/data"
"$3" -m bot import "$4"; echo "ended $?"
"$3" -m bot export
"$3" -m bot check
"""


BACKED_UP_ON_A_FULL_DISK = """
mount -t tmpfs -o size=40k tmpfs "$1"; export PULLQUOTE_DATA="$2"
"$3" -m bot backup "$1/saved"; echo "ended $?"; ls "$1"
"""
ON_A_DISK_THAT_IS_READ = """
cp -r "$2" "$1/data"; mount --bind "$1" "$1"; mount -o remount,ro,bind "$1"
export PULLQUOTE_DATA="$1/data"
"$3" -m bot ask bread; "$3" -m bot import "$4"; echo "ended $?"
"$3" -m bot forget --source bread --yes; echo "ended $?"
"""


def test_a_full_disk_costs_the_command_and_no_stored_post(machine: Machine, tmp_path: Path) -> None:
    stored = machine.run("export").stdout
    done = mounted(ON_A_SMALL_DISK, tmp_path, machine)
    assert "is full: make room there and give the command again: nothing is half" in done.stderr
    assert "Traceback" not in done.stderr
    assert f"ended 4\n{stored}" in done.stdout
    assert "FAIL  disk" in done.stdout
    assert "damaged" not in done.stdout


@pytest.mark.parametrize("database", ["pullquote.db", "ledger.db"])
def test_a_backup_names_the_disk_that_is_full_and_not_the_one_it_copies(
    machine: Machine, tmp_path: Path, database: str
) -> None:
    if database == "ledger.db":
        Ledger.open(machine.folder / database, timedelta(days=9), utc_now).close()
        (machine.folder / "pullquote.db").unlink()
    done = mounted(BACKED_UP_ON_A_FULL_DISK, tmp_path, machine)
    assert done.stderr.startswith(f"the disk of {tmp_path}/mounted/saved is full: make room there")
    assert done.stdout == "ended 4\n"


def test_what_lies_on_a_disk_that_nobody_may_write_is_not_blamed_on_the_account(
    machine: Machine, tmp_path: Path
) -> None:
    done = mounted(ON_A_DISK_THAT_IS_READ, tmp_path, machine)
    assert done.stdout.count("ended 4") == len(done.stderr.splitlines()) == 2
    for line in done.stderr.splitlines():
        assert line.startswith(
            f"{tmp_path}/mounted/data/pullquote.db lies on a file system that is"
        )
        assert line.endswith("name another folder, or have it mounted for writing")


@pytest.mark.parametrize("command", [ASKS[0], WRITES[0], ("backup", "/nonexistent/b")])
def test_a_limit_of_memory_is_said_before_a_library_ends_the_process(
    machine: Machine, command: tuple[str, ...]
) -> None:
    limit = 400_000_000
    machine.before = lambda: resource.setrlimit(resource.RLIMIT_AS, (limit, limit))
    assert said(machine.run(*command), 4).startswith("there is not enough memory: ")


@pytest.mark.skipif(not e5.installed(), reason="the second model is not installed")
@pytest.mark.parametrize("kilobytes", [590_000, 680_000])
def test_a_limit_that_only_the_second_model_exceeds_is_said_in_one_sentence(
    machine: Machine, kilobytes: int
) -> None:
    limit = kilobytes * 1024  # as `ulimit -v` counts
    machine.environment["REFINING_MODEL"] = "e5"
    machine.before = lambda: resource.setrlimit(resource.RLIMIT_AS, (limit, limit))
    assert said(machine.run("check"), 4).startswith("there is not enough memory: ")


LOADS = """
import resource, sys
from index.embedding import e5, token_table
from index.errors import EncoderError
with open("/proc/self/statm") as told:
    used = int(told.read().split()[0]) * resource.getpagesize()
most = used + int(sys.argv[1]) * 10**6
resource.setrlimit(resource.RLIMIT_AS, (most, most))
try:
    print(e5.open_e5().encode_passages(["The oven is lit on Fridays. " * 80]).shape)
except EncoderError as error:
    print(error)
"""


@pytest.mark.skipif(not e5.installed(), reason="the second model is not installed")
@pytest.mark.parametrize(
    ("left", "ends"), [(30, "there is not enough memory"), (80, "there is not"), (101, "(1, 384)")]
)
def test_the_second_model_is_loaded_only_where_it_has_room_to_read(left: int, ends: str) -> None:
    done = subprocess.run(
        [sys.executable, "-c", LOADS, str(left)],
        check=False, capture_output=True, text=True, cwd=POSTS.parents[1],
    )  # fmt: skip
    assert done.stdout.startswith(ends), done.stderr
