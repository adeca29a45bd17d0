"""Arguments that are no text, as a wrong encoding or a script gives them."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from bot.cli.exit_codes import Exit

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.e2e.conftest import Result

    Pullquote = Callable[..., Result]

BYTES = os.fsdecode(b"\xff\xfeoven")
POSTS = Path(__file__).parents[3] / "examples" / "posts"


@pytest.mark.parametrize(
    "arguments",
    [
        ("ask", BYTES), ("search", BYTES), ("ask", "bread", "--from", BYTES), ("show", BYTES),
        ("ask", "bread", "--audience", BYTES), ("forget", "--author", BYTES, "--yes"),
        ("import", "notes.txt", "--source", BYTES), ("import", "notes.txt", f"--audience={BYTES}"),
        ("import", BYTES), ("backup", BYTES), ("restore", BYTES), ("eval", BYTES),
        ("unwatch", BYTES),
        ("report", "--html", BYTES), (BYTES,), ("refresh", "--stop", BYTES),
    ],
)  # fmt: skip
def test_bytes_that_are_no_text_are_refused_with_what_helps(
    pullquote: Pullquote, arguments: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    Path("notes.txt").write_text("The oven is lit on Fridays.", encoding="utf-8")
    before = sorted(Path().iterdir())
    result = pullquote(*arguments)
    assert result.code == Exit.USAGE
    assert "\\udcff" in result.err
    assert "holds bytes that are no text in UTF-8: write it again" in result.err
    assert len(result.err.splitlines()) == 1
    assert sorted(Path().iterdir()) == before
    monkeypatch.setenv("PULLQUOTE_LANGUAGE", "fr")
    assert "contient des octets qui ne sont pas du texte" in pullquote(*arguments).err


def test_a_file_that_is_there_is_named_as_it_is_called(pullquote: Pullquote) -> None:
    shutil.copy(POSTS / "garden.jsonl", f"{BYTES}.jsonl")
    result = pullquote("import", f"{BYTES}.jsonl", "--source", "garden")
    assert result.code == Exit.PARTLY
    assert "oven.jsonl: its path is not UTF-8: rename it" in result.err
    assert pullquote("eval", f"{BYTES}.jsonl").code == Exit.USAGE
