"""What commands write: for one cause one exit code, and nothing in the place of what is no file."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING

import pytest

from bot.cli.exit_codes import Exit
from tests.e2e.machine.conftest import POSTS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tests.e2e.conftest import Result
    from tests.e2e.machine.conftest import Machine

    Pullquote = Callable[..., Result]

WRITING = (["report", "--html"], ["doctor"], ["backup"])
CAUSES = {
    "/proc/nowhere/x": (Exit.INDEX, "cannot be written (No such file or directory)"),
    "/sys/x": (Exit.INDEX, "/sys/x"),  # in a container another reason is given
    "x" * 300: (Exit.USAGE, "give another name"),
    "notes.txt/below": (Exit.USAGE, "give another name"),
    "circle/inside": (Exit.USAGE, "give another name"),
}


@pytest.fixture(autouse=True)
def _around(pullquote: Pullquote) -> None:
    Path("notes.txt").write_text("The oven is lit on Fridays.", encoding="utf-8")
    Path("circle").symlink_to("circle")
    pullquote("import", str(POSTS / "bread.jsonl"))


@pytest.mark.parametrize("path", CAUSES, ids=lambda path: path[:20])
def test_what_cannot_be_written_has_one_code_and_one_sentence_for_each_cause(
    pullquote: Pullquote, path: str
) -> None:
    code, helps = CAUSES[path]
    results = [pullquote(*command, path) for command in WRITING]
    assert [each.code for each in results] == [code] * len(WRITING)
    for each in results:
        assert helps in each.err
        assert len(each.err.splitlines()) == 1


@pytest.fixture
def pipe() -> Iterator[list[bytes]]:
    """A pipe, of which somebody reads."""
    os.mkfifo("pipe")
    read: list[bytes] = []
    reader = Thread(target=lambda: read.append(Path("pipe").read_bytes()), daemon=True)
    reader.start()
    yield read
    if reader.is_alive():
        os.close(os.open("pipe", os.O_WRONLY | os.O_NONBLOCK))
    reader.join()


@pytest.mark.parametrize("name", ["pipe", "link"])
def test_a_page_goes_through_a_pipe_that_stays_one(
    pullquote: Pullquote, pipe: list[bytes], name: str
) -> None:
    Path("link").symlink_to("pipe")
    result = pullquote("report", "--html", name)
    assert (result.code, result.out) == (Exit.DONE, "")
    while not pipe:
        os.sched_yield()
    assert pipe[0].startswith(b"<!DOCTYPE html>")
    assert Path("pipe").is_fifo()
    assert Path("link").is_symlink()


def test_a_page_that_is_written_to_the_output_is_all_that_stands_there(machine: Machine) -> None:
    Path("out").symlink_to("/proc/self/fd/1")
    printed = machine.run("report", "--html", str(Path("out").absolute()))
    assert printed.stdout.startswith("<!DOCTYPE html>")
    assert printed.stdout.rstrip().endswith("</html>")
    assert Path("out").is_symlink()


def test_settings_are_written_to_no_device(pullquote: Pullquote) -> None:
    Path("answers").write_text("PULLQUOTE_LANGUAGE=en\n", encoding="utf-8")
    device, terminal = os.openpty()
    Path(".env").symlink_to(os.ttyname(terminal))
    mode = os.fstat(terminal).st_mode
    result = pullquote("setup", "--answers", "answers")
    assert result.code == Exit.SETTINGS
    assert "is a device or a pipe, which keeps no settings" in result.err
    assert Path(".env").is_symlink()
    assert os.fstat(terminal).st_mode == mode
    for each in (device, terminal):
        os.close(each)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no full device here")
def test_an_output_that_is_full_is_named(machine: Machine) -> None:
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "bot", "export"],
            check=False, stdout=full, stderr=subprocess.PIPE, text=True, cwd=POSTS.parents[1],
            env=os.environ | {"PULLQUOTE_DATA": str(machine.folder), "LANG": "C.UTF-8"},
        )  # fmt: skip
    assert done.returncode == Exit.INDEX
    assert done.stderr.startswith("the disk of /dev/full is full: make room there")
