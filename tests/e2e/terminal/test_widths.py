"""Lines are wrapped at words on a narrow screen, and whole in a pipe."""

from __future__ import annotations

import json
import os
import pty
import re
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.e2e.conftest import Result

    Pullquote = Callable[..., Result]

ROOT: Final = Path(__file__).parents[3]
NARROW: Final = 40
ESCAPES: Final = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]")
WORDS: Final = (
    "The oven is lit on Fridays, and everybody brings a dough of their own to the square."
)
ROWS: Final = f"name,comment,score,{'mark of the day ' * 3}\nAda,{WORDS.replace(',', '')},3,4\n"
QUESTIONS: Final = "".join(
    json.dumps(each) + "\n"
    for each in (
        {"question": "When is the oven lit, and by whom of us?", "gold": "never on any Monday"},
        {"question": "Who sells the blue bicycle of the baker's wife?"},
    )
)
COMMANDS: Final = {
    "import": ("import", "rows.csv", "wrong.csv"),
    "dry run": ("import", "rows.csv", "--dry-run"),
    "refresh": ("refresh",),
    "stop": ("refresh", "--stop", "https://example.org/nowhere"),
    "eval": ("eval", "questions.jsonl"),
    "show": ("show", "rows:1"),
    "search": ("search", "when is the oven lit"),
    "ask": ("ask", "when", "is", "the", "oven", "lit?"),
    "ask in vain": ("ask", "who sells the blue bicycle of the baker's wife?"),
    "why": ("why", "https://example.org/nowhere"),
    "forget": ("forget", "--source", "ovens", "--dry-run"),
    "forget all": ("forget", "--source", "rows", "--dry-run"),
    "status": ("status",),
    "report": ("report",),
    "wrong": ("import", "rows.csv", "--column", "text=nothing", "--dates", "sometimes"),
}


@pytest.fixture(autouse=True)
def _files(pullquote: Pullquote) -> None:
    Path("rows.csv").write_text(ROWS)
    Path("wrong.csv").write_text("a,b\n1,2\n")
    Path("questions.jsonl").write_text(QUESTIONS)
    assert pullquote("import", "rows.csv").code == 0


@pytest.mark.parametrize("language", ["en", "fr", "de", "es"])
@pytest.mark.parametrize("name", COMMANDS)
def test_no_line_is_wider_than_a_narrow_screen_but_for_what_is_one_word(
    name: str, language: str, pullquote: Pullquote, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LC_ALL", f"{language}_XX.UTF-8")
    monkeypatch.setenv("COLUMNS", str(NARROW))
    monkeypatch.setenv("TTY_COMPATIBLE", "1")
    monkeypatch.setenv("TERM", "xterm-256color")
    said = pullquote(*COMMANDS[name])

    lines = ESCAPES.sub("", f"{said.out}\n{said.err}").replace("\r", "\n").split("\n")
    assert said.out or said.err
    assert [line for line in lines if len(line) > NARROW and " " in told(line)] == []


def told(line: str) -> str:
    """What a line says, but for the command that shows a post, which is to be copied."""
    return line.strip().removeprefix("pullquote show ")


@pytest.mark.parametrize("name", sorted(COMMANDS.keys() - {"wrong"}))
def test_in_a_pipe_every_sentence_is_one_line(
    name: str, pullquote: Pullquote, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", str(NARROW))
    narrow = pullquote(*COMMANDS[name])
    monkeypatch.setenv("COLUMNS", "2000")
    wide = pullquote(*COMMANDS[name])

    assert lines_in(narrow) == lines_in(wide)


def lines_in(result: Result) -> list[str]:
    """The lines of a result in any order, without how long it took and what was new to it."""
    said = f"{result.out}{result.err}".replace("1 new, 0", "0 new, 1")
    return sorted(re.sub(r" *[\d.]+ (?:ms|MB) *", "", said).split("\n"))


@pytest.mark.parametrize("answer", ["y", "n"])
def test_the_preview_of_a_table_and_its_question_are_wrapped(answer: str) -> None:
    Path("weak.csv").write_text(f"a,{'a long head of a column ' * 3}\n1,red paint\n2,blue brush\n")
    ours, its = pty.openpty()
    environment = {
        **os.environ,
        "PYTHONPATH": str(ROOT),
        "TERM": "dumb",
        "COLUMNS": str(NARROW),
        "LINES": "25",
    }
    command = [sys.executable, "-m", "bot", "import", "weak.csv"]
    with subprocess.Popen(command, stdin=its, stdout=its, stderr=its, env=environment) as process:
        os.close(its)
        os.write(ours, f"{answer}\n".encode())
        shown = b"".join(iter(lambda: read(ours), b"")).decode()
    os.close(ours)

    # What was typed before it was asked for ends no line.
    lines = ESCAPES.sub("", shown).replace("\r", "\n").replace("]: ", "]:\n").split("\n")
    assert process.returncode == (0 if answer == "y" else 1)
    assert [line for line in lines if len(line) > NARROW] == []
    assert "blue brush" in shown


def read(terminal: int) -> bytes:
    """Return what was printed, "" at the end."""
    try:
        return os.read(terminal, 4096)
    except OSError:  # how a terminal says that the other side is gone
        return b""
