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


def test_a_data_folder_of_any_bytes_is_told_with_them_written_out(
    pullquote: Pullquote, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PULLQUOTE_DATA", BYTES)
    assert pullquote("status").err.startswith("there are no posts in \\udcff\\udcfeoven yet")
    assert pullquote("import", str(POSTS / "garden.jsonl")).code == Exit.DONE
    assert "/\\udcff\\udcfeoven\n" in pullquote("status").out
    assert "\\udcff\\udcfeoven, model" in pullquote("check").out
    for command in (["ask", "garden"], ["doctor", "bundle.json"], ["backup", "saved"]):
        assert pullquote(*command).code == Exit.DONE


@pytest.mark.parametrize("name", ["SLACK_ADMINS", "EMBEDDING_MODEL", "DISCORD_TOKEN"])
def test_no_other_setting_may_be_bytes_that_are_no_text(
    pullquote: Pullquote, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setenv(name, BYTES)
    result = pullquote("status")
    assert result.code == Exit.SETTINGS
    assert result.err == f"{name}: found bytes that are no text in UTF-8: write it again\n"
    monkeypatch.delenv(name)
    monkeypatch.setenv("PULLQUOTE_LOG_LEVEL", BYTES)
    assert len(pullquote("status").err.splitlines()) == 1


@pytest.mark.parametrize("blank", ["\u2800", "\u200b", "\u3164\u00a0"])
def test_what_shows_nothing_is_no_value(pullquote: Pullquote, blank: str) -> None:
    result = pullquote("import", str(POSTS / "garden.jsonl"), "--source", blank)
    assert result.code == Exit.USAGE
