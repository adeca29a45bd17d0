"""`import` and `export`: what is stored, and what is dropped."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.e2e.command_line.conftest import POSTS, counts, write

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.e2e.conftest import Result

    Pullquote = Callable[..., Result]


def test_importing_the_same_folder_twice_changes_nothing(
    examples: Result, pullquote: Pullquote
) -> None:
    left_out = "Left out of what it holds: "
    left_out += "lines of the page around what people wrote (26), texts of the profile (6).\n"
    assert examples.out == counts(new=94) + left_out
    assert pullquote("import", str(POSTS)).out == counts(unchanged=94) + left_out


def test_a_folder_imported_again_drops_the_posts_whose_files_are_gone(
    pullquote: Pullquote,
) -> None:
    Path("notes").mkdir()
    Path("notes/a.txt").write_text("The oven is lit on Fridays.")
    Path("notes/b.txt").write_text("Goats graze behind the school.")
    pullquote("import", "notes")
    Path("notes/b.txt").unlink()
    Path("notes/a.txt").write_text("The oven is lit on Sundays.")

    assert pullquote("import", "notes").out == counts(changed=1, removed=1)
    assert [line["text"] for line in pullquote("export").lines] == ["The oven is lit on Sundays."]


def test_a_folder_that_lost_all_its_files_drops_nothing(pullquote: Pullquote) -> None:
    Path("notes").mkdir()
    Path("notes/a.txt").write_text("The oven is lit on Fridays.")
    pullquote("import", "notes")
    Path("notes/a.txt").unlink()

    result = pullquote("import", "notes")

    assert result.code == 1
    assert "notes: holds no files: nothing is dropped" in result.err
    assert len(pullquote("export").lines) == 1


def test_a_folder_that_cannot_be_read_in_all_its_parts_drops_nothing(
    pullquote: Pullquote,
) -> None:
    Path("notes").mkdir()
    Path("notes/a.txt").write_text("The oven is lit on Fridays.")
    Path("notes/b.txt").write_text("Goats graze behind the school.")
    pullquote("import", "notes")
    Path("notes/b.txt").unlink()
    os.mkfifo("notes/b.txt")

    result = pullquote("import", "notes")

    assert result.code == 1
    assert "0 removed, 1 refused" in result.out
    assert len(pullquote("export").lines) == 2


def test_a_dry_run_counts_and_writes_nothing(pullquote: Pullquote) -> None:
    write("hive.jsonl", {"id": "1", "text": "The bees swarm in May."})

    result = pullquote("import", "hive.jsonl", "--dry-run")

    assert result.out == f"Would be: {counts(new=1)}"
    assert not Path("data").exists()


def test_a_dry_run_names_some_of_the_posts_that_would_change_or_go(pullquote: Pullquote) -> None:
    write("hive.jsonl", {"id": "1", "text": "The bees swarm."}, {"id": "2", "text": "Wax melts."})
    pullquote("import", "hive.jsonl")
    write("hive.jsonl", {"id": "1", "text": "The bees swarm in May."})

    result = pullquote("import", "hive.jsonl", "--dry-run")

    would, *named = result.out.splitlines()
    assert would == f"Would be: {counts(changed=1, removed=1)}".strip()
    assert [line.partition(":")[2].partition(": ")[2] for line in named] == [
        "Wax melts.",
        "The bees swarm in May.",
    ]
    assert [line[0] for line in named] == ["-", "~"]


def test_a_refusal_names_file_and_line_and_the_rest_is_imported(pullquote: Pullquote) -> None:
    Path("hive.jsonl").write_text('{"text": "The bees swarm in May."}\n{"text": \n')

    result = pullquote("import", "hive.jsonl", "absent.txt")

    assert result.code == 1
    assert "hive.jsonl, line 2:" in result.err
    assert "absent.txt: " in result.err
    assert "1 new" in result.out
    assert "2 refused" in result.out


@pytest.mark.usefixtures("examples")
def test_an_export_imported_elsewhere_gives_the_same_posts(
    pullquote: Pullquote, monkeypatch: pytest.MonkeyPatch
) -> None:
    exported = pullquote("export").out
    monkeypatch.setenv("PULLQUOTE_DATA", "elsewhere")

    assert pullquote("import", "-", stdin=exported).out == counts(new=94)
    assert sorted(pullquote("export").out.splitlines()) == sorted(exported.splitlines())


def test_an_import_counts_what_was_forgotten_and_stays_away(pullquote: Pullquote) -> None:
    message = {"id": "5/7/1", "scope": "discord", "source": "#bees", "text": "Bees swarm."}
    write("hive.jsonl", message, {**message, "id": "5/7/2", "text": "Bees hum."})
    assert "left out" not in pullquote("import", "hive.jsonl").out
    pullquote("forget", "--post", "discord:5/7/1", "--yes")

    for again in (("--dry-run",), ()):
        said = pullquote("import", "hive.jsonl", *again).out
        assert counts(unchanged=1) in said
        assert "1 left out: forgotten or deleted earlier" in said
