"""What was forgotten stays out under whatever name its words come again."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.e2e.conftest import Result

    Pullquote = Callable[..., Result]

ROWS = (
    "name,comment\nAda,The bandsaw blade is 2240 mm long.\nBen,The lathe belt is number A-32.\n"
    "Ada,Thanks!\n"
)


@pytest.fixture
def notes() -> Path:
    folder = Path("notes")
    folder.mkdir()
    (folder / "saw.txt").write_text("The bandsaw blade is 2240 mm long and costs 19 euros.")
    (folder / "kiln.txt").write_text("Kiln night is on Thursday, from six to nine.")
    return folder


def texts(pullquote: Pullquote) -> list[str]:
    return [post["text"] for post in pullquote("export").lines]


def forget(pullquote: Pullquote, *texts: str) -> None:
    for post in pullquote("export").lines:
        if post["text"] in texts and post["source"] == "rows":
            name = f"{post['source']}:{post['id']}"
            assert pullquote("forget", "--post", name, "--yes").code == 0


def test_a_file_by_itself_does_not_bring_back_what_was_forgotten_of_its_folder(
    pullquote: Pullquote, notes: Path
) -> None:
    pullquote("import", "notes")
    pullquote("forget", "--post", "notes:saw.txt", "--yes")

    alone = pullquote("import", str(notes / "saw.txt"))

    assert alone.out.startswith("0 new")
    assert "1 left out: forgotten" in alone.out
    assert texts(pullquote) == ["Kiln night is on Thursday, from six to nine."]


def test_a_folder_of_which_all_was_forgotten_stays_out_under_another_name(
    pullquote: Pullquote, notes: Path
) -> None:
    pullquote("import", "notes")
    for name in ("saw", "kiln"):
        pullquote("forget", "--post", f"notes:{name}.txt", "--yes")
    notes.rename("cahier")

    assert pullquote("import", "cahier").out.startswith("0 new")


def test_a_copy_of_a_table_brings_back_no_row_that_was_forgotten(pullquote: Pullquote) -> None:
    Path("rows.csv").write_text(ROWS)
    pullquote("import", "rows.csv")
    forget(pullquote, "The bandsaw blade is 2240 mm long.", "Thanks!")
    Path("copy.csv").write_text(ROWS.replace("The bandsaw", "THE  bandsaw"))

    copy = pullquote("import", "copy.csv")

    assert copy.out.startswith("2 new")
    assert "1 left out: forgotten" in copy.out


def test_the_same_words_of_another_and_what_is_stored_by_itself_stay(pullquote: Pullquote) -> None:
    said = "name,comment,date\nAda,The bandsaw blade is 2240 mm long.,2025-05-01\n"
    Path("rows.csv").write_text(f"{said}Ada,Thanks!,2025-05-01\n")
    Path("more.csv").write_text(said)
    pullquote("import", "rows.csv")
    pullquote("import", "more.csv")
    forget(pullquote, "The bandsaw blade is 2240 mm long.", "Thanks!")
    Path("others.csv").write_text(
        "name,comment,date\nBen,The bandsaw blade is 2240 mm long.,2025-05-01\n"
        "Ada,Thanks!,2025-06-02\n"
    )

    assert "1 unchanged" in pullquote("import", "more.csv").out
    assert pullquote("import", "others.csv").out.startswith("2 new")
