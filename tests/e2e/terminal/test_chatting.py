"""`chat`, as a person sees it who types in a terminal."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import struct
import subprocess
import sys
import termios
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.fakes.patience import PATIENCE_SECONDS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tests.e2e.conftest import Result

ROOT = Path(__file__).parents[3]
SIGN = "›"
CTRL_C, TAB, UP = "\x03", "\t", "\x1b[A"
CONTROL = re.compile(r"\x1b\[[0-9;?]*[ -/]*[@-~]|\x1b[>=]|\r")


class Chat:
    """`pullquote chat` in a terminal of its own.

    Attributes:
        process: The command.
    """

    def __init__(self, columns: int) -> None:
        self._terminal, its = pty.openpty()
        fcntl.ioctl(its, termios.TIOCSWINSZ, struct.pack("HHHH", 40, columns, 0, 0))
        self.process = subprocess.Popen(
            [sys.executable, "-m", "bot", "chat"],
            stdin=its, stdout=its, stderr=its,
            env={**os.environ, "PYTHONPATH": str(ROOT), "TERM": "xterm",
                 "PROMPT_TOOLKIT_NO_CPR": "1"},
        )  # fmt: skip
        os.close(its)
        self._unread = ""

    def press(self, keys: str) -> None:
        os.write(self._terminal, keys.encode())

    def until(self, text: str, seconds: float = PATIENCE_SECONDS) -> str:
        """Read until a text was printed, and return all up to it; "" where it does not come."""
        end = time.monotonic() + seconds
        while text not in self._unread:
            if not select.select([self._terminal], [], [], max(0, end - time.monotonic()))[0]:
                return ""
            chunk = os.read(self._terminal, 65_536).decode(errors="replace")
            self._unread = CONTROL.sub("", self._unread + chunk)
        read, _, self._unread = self._unread.partition(text)
        return read + text

    def close(self) -> None:
        os.close(self._terminal)
        self.process.kill()
        self.process.wait()


@pytest.fixture(params=[40, 80, 120])
def chat(request: pytest.FixtureRequest, pullquote: Callable[..., Result]) -> Iterator[Chat]:
    """A chat about two posts, on a narrow, a usual and a wide screen."""
    Path("notes.txt").write_text("The oven is lit on Fridays.")
    Path("news.txt").write_text("Goats graze behind the school all summer.")
    pullquote("import", "notes.txt", "news.txt")
    found = Chat(request.param)
    yield found
    found.close()


def test_a_person_asks_completes_repeats_and_leaves(chat: Chat) -> None:
    assert chat.until(SIGN)
    chat.press("when is the oven lit?\r")
    assert "1  The oven is lit on Fridays." in chat.until("pullquote show notes:notes.txt")
    assert chat.until(SIGN)

    chat.press(UP)
    while not chat.until("oven lit?", seconds=1):
        chat.press(UP)  # the history is there a moment after the sign
    chat.press(" in:ne" + TAB)
    assert chat.until("in:news")
    chat.press("\r")
    assert chat.until("Nothing answers that")
    assert chat.until(SIGN)

    chat.press(CTRL_C)
    assert chat.process.wait(PATIENCE_SECONDS) == 0
    assert {each.name for each in Path("data").iterdir() if "-" not in each.name} <= {
        "pullquote.cache",
        "pullquote.db",
    }
