"""The completion of commands in a shell."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.e2e.conftest import Result


@pytest.fixture(autouse=True)
def _home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    (tmp_path / "home").mkdir()
    # The shell is named, lest the one that runs the tests is looked for.
    monkeypatch.setenv("_TYPER_COMPLETE_TEST_DISABLE_SHELL_DETECTION", "1")


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "bash completes what you type once you open a new terminal"),
        ("fr", "bash complétera ce que vous tapez dès le prochain terminal"),
        ("de", "bash vervollständigt ab dem nächsten Terminal"),
        ("es", "bash completará lo que escribas en cuanto abras otra terminal"),
    ],
)
def test_what_was_installed_is_said_in_the_readers_language(
    pullquote: Callable[..., Result],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    language: str,
    said: str,
) -> None:
    monkeypatch.setenv("PULLQUOTE_LANGUAGE", language)

    result = pullquote("--install-completion", "bash")

    assert (result.code, result.err) == (0, "")
    assert result.out.startswith(said)
    assert "restart" not in result.out
    installed = [each for each in (tmp_path / "home").rglob("*") if each.is_file()]
    assert any(str(each) in result.out for each in installed)
