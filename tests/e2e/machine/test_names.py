"""Names that no file can have: they are named, with what helps, whatever takes them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from bot.cli.exit_codes import Exit

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.e2e.conftest import Result

    Pullquote = Callable[..., Result]

POSTS = Path(__file__).parents[3] / "examples" / "posts" / "bread.jsonl"
LONG = "x" * 300
BELOW_A_FILE = "notes.txt/below"
CIRCLE = "circle/inside"
ODD = [LONG, BELOW_A_FILE, CIRCLE]


@pytest.fixture(autouse=True)
def _around() -> None:
    Path("notes.txt").write_text("The oven is lit on Fridays.", encoding="utf-8")
    Path("circle").symlink_to("circle")


@pytest.mark.parametrize("name", ODD, ids=["too long", "below a file", "in a circle"])
@pytest.mark.parametrize(
    "command", ["import", "backup", "restore", "doctor", "eval", "report --html", "setup --answers"]
)
def test_a_name_that_cannot_be_is_no_fault_of_ours(
    pullquote: Pullquote, command: str, name: str
) -> None:
    pullquote("import", str(POSTS))
    result = pullquote(*command.split(), name)
    assert result.code in {Exit.PARTLY, Exit.USAGE, Exit.SETTINGS, Exit.INDEX}
    assert name.partition("/")[0] in result.err + result.out
    assert "Traceback" not in result.err


@pytest.mark.parametrize("name", ODD, ids=["too long", "below a file", "in a circle"])
def test_a_data_folder_that_cannot_be_is_refused_by_its_setting(
    pullquote: Pullquote, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setenv("PULLQUOTE_DATA", name)
    for command in (["status"], ["ask", "when is the oven lit?"], ["import", str(POSTS)]):
        result = pullquote(*command)
        assert result.code == Exit.SETTINGS
        assert f"PULLQUOTE_DATA: found '{name}', expected a folder" in result.err
