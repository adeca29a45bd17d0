"""What Ctrl-C and an input that ends do at a question."""

from __future__ import annotations

import os
import pty
import re
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.e2e.conftest import Result

    Pullquote = Callable[..., Result]

INTERRUPT = "\x03"
END = "\x04"


def typed(key: str, *arguments: str, question: str) -> tuple[int, str]:
    """Run a command at a terminal, press a key at its question; return its code and all it says."""
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "bot", *arguments]
    # A session of its own, with the terminal as the one that its keys are pressed at. What runs in
    # the background of a shell has the key's signal ignored, and hands that on.
    begin = "import os,sys,fcntl,termios,signal; signal.signal(signal.SIGINT, signal.SIG_DFL);"
    begin += " os.setsid(); fcntl.ioctl(0, termios.TIOCSCTTY, 0);"
    begin += " os.execv(sys.argv[1], sys.argv[1:])"
    with subprocess.Popen(
        [sys.executable, "-c", begin, *command],
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        env={**os.environ, "NO_COLOR": "1", "COLUMNS": "100"},
    ) as process:
        os.close(theirs)
        said = ""
        is_pressed = False
        while piece := _read(ours):
            said += piece
            if not is_pressed and question in said:
                while not _is_waiting(process.pid):
                    os.sched_yield()
                os.write(ours, key.encode())
                is_pressed = True
        code = process.wait()
    os.close(ours)
    assert is_pressed, said
    return code, said.replace("\r", "")


def _is_waiting(process: int) -> bool:
    """Return whether a process sleeps: of what is pressed earlier, it hears at the next key."""
    return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] == "S"


def _plain(said: str) -> str:
    return re.sub(r"\x1b\[[\d;]*m", "", said)


def _read(terminal: int) -> str:
    try:
        return os.read(terminal, 4096).decode(errors="replace")
    except OSError:  # so Linux tells that the other side is closed
        return ""


@pytest.mark.parametrize(
    ("key", "code"), [pytest.param(INTERRUPT, 130, id="Ctrl-C"), pytest.param(END, 1, id="Ctrl-D")]
)
def test_what_ends_a_question_is_told_on_a_line_of_its_own(
    pullquote: Pullquote, key: str, code: int
) -> None:
    Path("kiln.jsonl").write_text('{"text": "The kiln is hot.", "author": "Ada"}\n')
    pullquote("import", "kiln.jsonl")

    ended, said = typed(key, "forget", "--author", "Ada", question="[y/N]: ")

    assert ended == code
    assert "\nStopped.\n" in _plain(said)
    assert len(pullquote("export").lines) == 1


def test_at_the_question_of_a_table_it_is_told_that_nothing_was_stored(
    pullquote: Pullquote,
) -> None:
    Path("rows.csv").write_text("name,comment,date\nAda,The kiln is hot.,03/04/2025\n")

    ended, said = typed(INTERRUPT, "import", "rows.csv", question="(2)")

    assert ended == 130
    assert "\nStopped. Stored so far: 0 new, 0 changed, and nothing removed." in _plain(said)
    assert pullquote("export").code == 4


def test_where_nobody_can_answer_nothing_is_asked(pullquote: Pullquote) -> None:
    Path("kiln.jsonl").write_text('{"text": "The kiln is hot.", "author": "Ada"}\n')
    pullquote("import", "kiln.jsonl")

    result = pullquote("forget", "--author", "Ada", stdin="")

    assert (result.code, result.out) == (2, "")
    assert "give --yes" in result.err
    assert pullquote("forget", "--author", "Ada", stdin="y\n").code == 0
