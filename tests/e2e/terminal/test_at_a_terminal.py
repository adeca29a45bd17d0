"""What a person is asked who types in a terminal."""

from __future__ import annotations

import os
import pty
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.e2e.conftest import Result


ROOT = Path(__file__).parents[3]


def typed(answer: str, *arguments: str) -> tuple[int, str]:
    """Run `pullquote ARGUMENTS` in a terminal where somebody types; return how it went."""
    ours, its = pty.openpty()
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "TERM": "dumb"}
    command = [sys.executable, "-m", "bot", *arguments]
    with subprocess.Popen(command, stdin=its, stdout=its, stderr=its, env=environment) as process:
        os.close(its)
        os.write(ours, answer.encode())
        shown = b""
        while chunk := read(ours):
            shown += chunk
    os.close(ours)
    return process.returncode, " ".join(shown.decode().split())


def read(terminal: int) -> bytes:
    """Return what was printed, "" at the end."""
    try:
        return os.read(terminal, 4096)
    except OSError:  # how a terminal says that the other side is gone
        return b""


@pytest.fixture
def notes(pullquote: Callable[..., Result]) -> Path:
    """A folder of which two posts are gone since it was imported."""
    folder = Path("notes")
    folder.mkdir()
    for name in ("oven", "goats", "bees"):
        (folder / f"{name}.txt").write_text(f"The {name} are in the village.")
    pullquote("import", "notes")
    for name in ("oven", "goats"):
        (folder / f"{name}.txt").unlink()
    return folder


def stored(pullquote: Callable[..., Result]) -> int:
    return int(pullquote("status", "--json").json["posts"])


def test_an_import_asks_before_posts_go_and_goes_on_when_told(
    pullquote: Callable[..., Result], notes: Path
) -> None:
    code, shown = typed("n\n", "import", str(notes))
    assert code == 1
    asked = "2 posts are no longer in notes and will be removed. Go on? [y/N]"
    assert asked in shown
    assert "- notes:" in shown
    assert stored(pullquote) == 3

    code, shown = typed("y\n", "import", str(notes))
    assert code == 0
    assert "1 unchanged, 2 removed" in shown
    assert stored(pullquote) == 1


def test_an_import_asks_nothing_where_nobody_wants_or_needs_to_be_asked(
    pullquote: Callable[..., Result], notes: Path
) -> None:
    code, shown = typed("", "import", str(notes), "--yes")
    assert (code, "Go on?" in shown) == (0, False)
    assert stored(pullquote) == 1
    (notes / "nets.txt").write_text("Nets hang in the harbour.")
    code, shown = typed("", "import", str(notes))
    assert (code, "Go on?" in shown) == (0, False)
    (notes / "nets.txt").unlink()
    assert "1 removed" in pullquote("import", str(notes)).out  # a script has no terminal


def test_an_import_asks_what_is_not_sure_of_a_table(pullquote: Callable[..., Result]) -> None:
    Path("odd.csv").write_text("a,b,c,d\n1,red oak,x y,03/04/2025\n2,elm tree,u v,05/06/2025\n")
    code, shown = typed("n\n", "import", "odd.csv")
    assert code == 1
    assert 'odd.csv: text: "b" + "c" date: "d" left out: "a" The first rows would be:' in shown
    assert "Are these columns right? [Y/n]" in shown
    assert "Nothing was imported. Say what the columns are" in shown

    code, shown = typed("\n\n2\n", "import", "odd.csv")
    assert code == 0
    assert "Type 1 or 2; Ctrl-C stops before anything is stored." in shown
    assert "Is 03/04/2025 (1) 2025-04-03 or (2) 2025-03-04?" in shown
    assert "2 new, 0 changed" in shown
    assert "the column 'a' (2)" in shown
    exported = pullquote("export").out
    assert '"posted_at": "2025-03-04T00:00:00+00:00"' in exported


def test_without_a_terminal_a_table_that_is_not_sure_is_refused_with_the_options(
    pullquote: Callable[..., Result],
) -> None:
    Path("odd.csv").write_text("a,b,c\nred oak,x y,03/04/2025\nelm tree,u v,05/06/2025\n")
    refused = pullquote("import", "odd.csv")
    assert refused.code == 1
    assert '`--column text="a"`' in refused.err
    refused = pullquote("import", "odd.csv", "--column", "text=A", "--column", "author=2")
    assert "`--dates day-first` or `--dates month-first`" in refused.err
    options = ("--column", "text=A", "--column", "author=2", "--dates", "day-first")
    assert "2 new" in pullquote("import", "odd.csv", *options).out
    assert '"author": "x y"' in pullquote("export").out
    for wrong in (("--column", "colour=a"), ("--column", "text="), ("--dates", "backwards")):
        assert pullquote("import", "odd.csv", *wrong).code == 2
