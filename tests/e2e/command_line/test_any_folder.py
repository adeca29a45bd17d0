"""The data is found from any folder."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.e2e.conftest import Result

    Pullquote = Callable[..., Result]


@pytest.fixture(autouse=True)
def _no_setting(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("PULLQUOTE_DATA")
    Path("hive.txt").write_text("The bees swarm in May.")


def test_what_was_imported_in_one_folder_is_found_in_another(
    pullquote: Pullquote, monkeypatch: pytest.MonkeyPatch
) -> None:
    imported = pullquote("import", "hive.txt")
    Path("elsewhere").mkdir()
    monkeypatch.chdir("elsewhere")

    assert f"Stored in {Path('../user/pullquote').resolve()}." in imported.err
    assert pullquote("ask", "when do the bees swarm?", "--json").json["found"]


def test_data_of_an_older_version_goes_on_being_used_and_named(
    pullquote: Pullquote, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PULLQUOTE_DATA", "data")
    pullquote("import", "hive.txt")
    monkeypatch.delenv("PULLQUOTE_DATA")

    assert f"in {Path('data').resolve()}\n" in pullquote("status").out
    assert f"data in {Path('data').resolve()}, model" in pullquote("check").out
    assert not Path("user").exists()


def test_it_is_said_once_where_data_of_an_older_version_was_found(
    pullquote: Pullquote, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PULLQUOTE_DATA", "data")
    named = pullquote("import", "hive.txt")
    monkeypatch.delenv("PULLQUOTE_DATA")
    told = f"The data is in {Path('data').resolve()}, where an older version put it: move it to "
    better = Path("user/pullquote")

    assert told not in named.err
    for command in (
        "ask bees",
        "search bees",
        "export",
        "check",
        "import hive.txt",
        "show x",
        "doctor x.json",
    ):
        result = pullquote(*command.split())
        assert result.err.count(told) == 1, command
        assert str(better) in result.err
        assert told not in result.out
    monkeypatch.setenv("LANG", "fr")
    assert "Les données sont dans" in pullquote("ask", "bees").err
    assert "an older version" not in pullquote("--help").err
    better.parent.mkdir()
    Path("data").rename(better)
    assert "an older version" not in pullquote("ask", "bees").err


def test_after_an_import_that_failed_a_question_says_that_there_are_no_posts(
    pullquote: Pullquote,
) -> None:
    Path("broken.jsonl").write_text('{"text": \n')
    assert pullquote("import", "broken.jsonl").code == 1

    for command in ("ask", "search"):
        result = pullquote(command, "when", "do", "bees", "swarm")
        assert (result.code, result.out) == (4, "")
        assert "there are no posts in" in result.err
        assert "pullquote import PATH" in result.err
