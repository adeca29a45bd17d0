"""A folder that was renamed is the same folder."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.e2e.conftest import Result


@pytest.fixture
def notes() -> Path:
    folder = Path("notes")
    (folder / "deep").mkdir(parents=True)
    (folder / "oven.txt").write_text("The oven is hot.")
    (folder / "deep" / "goats.md").write_text("# Goats\n\nGoats eat the hedge.")
    (folder / "rows.csv").write_text("name,comment\nAda,Good\nBen,Bad\n")
    return folder


def exported(pullquote: Callable[..., Result]) -> dict[str, str]:
    found = map(json.loads, pullquote("export").out.splitlines())
    return {each["text"]: f"{each['source']} for {each['audience']}" for each in found}


def test_a_folder_that_was_renamed_is_not_stored_twice(
    pullquote: Callable[..., Result], notes: Path
) -> None:
    pullquote("import", "notes", "--audience", "slack:C1")
    before = exported(pullquote)
    assert set(before.values()) == {"notes for slack:C1"}
    notes.rename("cahier")
    Path("cahier", "bees.txt").write_text("Bees hum.")
    Path("cahier", "oven.txt").unlink()

    again = pullquote("import", "cahier")
    assert "its posts stay in the source notes, and are not stored twice" in again.err
    assert "1 new, 0 changed, 3 unchanged, 1 removed" in again.out
    after = exported(pullquote)
    assert after.keys() == before.keys() - {"The oven is hot."} | {"Bees hum."}
    assert set(after.values()) == {"notes for slack:C1"}
    assert "4 unchanged, 0 removed" in pullquote("import", "cahier").out


def test_a_copy_beside_the_folder_is_another(pullquote: Callable[..., Result], notes: Path) -> None:
    pullquote("import", "notes")
    Path("copy").mkdir()
    (Path("copy") / "oven.txt").write_text((notes / "oven.txt").read_text())

    again = pullquote("import", "copy")
    assert "1 new" in again.out
    assert "stay in the source" not in again.err


def test_another_folder_is_another_and_a_name_that_is_given_counts(
    pullquote: Callable[..., Result], notes: Path
) -> None:
    pullquote("import", "notes")
    other = Path("other")
    other.mkdir()
    (other / "oven.txt").write_text("The other oven is cold.")
    for name in ("rows", "goats"):
        (other / f"{name}.txt").write_text(f"Other {name}.")
    notes.rename("cahier")

    assert "3 new, 0 changed, 0 unchanged, 0 removed" in pullquote("import", "other").out
    assert "4 new" in pullquote("import", "cahier", "--source", "cahier").out


def test_a_folder_is_recognised_by_what_is_left_of_it_after_most_was_forgotten(
    pullquote: Callable[..., Result], notes: Path
) -> None:
    pullquote("import", "notes")
    before = exported(pullquote)
    for post in ("oven.txt", "deep/goats.md"):
        assert pullquote("forget", "--post", f"notes:{post}", "--yes").code == 0
    notes.rename("cahier")

    again = pullquote("import", "cahier")

    assert "its posts stay in the source notes" in again.err
    assert "0 new, 0 changed, 2 unchanged, 0 removed" in again.out
    assert "2 left out: forgotten" in again.out
    assert len(exported(pullquote)) == len(before) - 2
