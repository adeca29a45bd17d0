from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.e2e.conftest import Result

    Pullquote = Callable[..., Result]


def write(name: str, numbers: range, who: str) -> None:
    lines = [
        {"id": f"{who}{number}", "text": f"The {who} lights oven {number} on day {number * 7}."}
        for number in numbers
    ]
    Path(f"{name}.jsonl").write_text("".join(json.dumps(line) + "\n" for line in lines))


@pytest.mark.parametrize("restored", ["copy", "removed first"])
def test_no_private_channel_is_quoted_to_everyone_after_a_copy_of_the_database_was_put_back(
    pullquote: Pullquote, restored: str
) -> None:
    database, copy = Path("data/pullquote.db"), Path("copy.db")
    write("first", range(300), "baker")
    write("more", range(300, 1_600), "baker")
    write("board", range(300, 1_690), "board")
    pullquote("import", "first.jsonl")
    shutil.copyfile(database, copy)
    pullquote("import", "more.jsonl")
    pullquote("ask", "who lights oven 7?")
    if restored == "removed first":
        database.unlink()
    shutil.copyfile(copy, database)
    pullquote("import", "board.jsonl", "--audience", "slack:T1/BOARD")

    questions = "".join(f"who lights oven {number}?\n" for number in range(300, 1_550, 50))
    for line in pullquote("ask", "-", "--json", "--audience", "everyone", stdin=questions).lines:
        assert [each for each in line["excerpts"] if "board" in each["text"]] == []
        assert line["found"] is bool(line["excerpts"])
    found = pullquote("search", "-", "--json", "--audience", "everyone", stdin=questions).lines
    assert {hit["post_id"] for line in found for hit in line["hits"]} <= {
        f"first:baker{number}" for number in range(300)
    }
    assert pullquote("check").code == 0
