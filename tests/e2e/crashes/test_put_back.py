from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from bot.cli.exit_codes import Exit

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.e2e.conftest import Result

    Pullquote = Callable[..., Result]

ROOT = Path(__file__).parents[3]


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


def test_a_process_whose_database_is_overwritten_says_so_and_the_copy_stays_whole(
    pullquote: Pullquote,
) -> None:
    database, copy = Path("data/pullquote.db"), Path("copy.db")
    write("first", range(3), "baker")
    write("more", range(3, 6), "baker")
    pullquote("import", "first.jsonl")
    shutil.copyfile(database, copy)
    pullquote("import", "more.jsonl")
    command = [sys.executable, "-m", "bot", "ask", "-"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    pipe = subprocess.PIPE
    with subprocess.Popen(
        command, stdin=pipe, stdout=pipe, stderr=pipe, text=True, env=environment
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write("who lights oven 4?\n")
        process.stdin.flush()
        assert "baker lights oven 4" in process.stdout.readline()
        shutil.copyfile(copy, database)  # as cp: the same file with other content
        out, err = process.communicate("who lights oven 5?\n", timeout=60)
    assert (process.returncode, out) == (Exit.INDEX, "")
    assert "pullquote.db was overwritten while it was in use: restart this process" in err
    assert "Traceback" not in err
    assert database.read_bytes() == copy.read_bytes()

    assert pullquote("check").code == Exit.DONE
    questions = "who lights oven 1?\nwho lights oven 4?\n"
    answers = pullquote("ask", "-", stdin=questions).lines
    quoted = {each["text"] for answer in answers for each in answer["excerpts"]}
    assert "The baker lights oven 1 on day 7." in quoted
    assert "The baker lights oven 4 on day 28." not in quoted
