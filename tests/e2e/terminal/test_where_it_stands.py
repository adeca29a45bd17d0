"""An excerpt says where it stands, and the way there is short."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.e2e.conftest import Result

    Pullquote = Callable[..., Result]

OVEN = "The oven is lit on Fridays, and everybody brings a dough of their own to the square. "
BEES = OVEN + "The bees swarm in May."
ROOT = Path(__file__).parents[3]


@pytest.fixture(autouse=True)
def _village(pullquote: Pullquote) -> None:
    """A post with a title, a comment, and messages of a chat."""
    posts = [
        {"id": "1", "title": "Our year", "text": BEES, "author": "Ada", "url": "https://e.org/1"},
        {"id": "2", "text": "Bring a veil.", "author": "Max", "parent_id": "1"},
        *(
            {"id": f"5/7/{n}", "scope": "discord", "source": "#hive", "text": f"Frame {n} is full."}
            for n in range(1, 10)
        ),
    ]
    Path("village.jsonl").write_text("".join(json.dumps(each) + "\n" for each in posts))
    assert pullquote("import", "village.jsonl").code == 0


def test_an_excerpt_is_shown_with_title_source_and_an_id_that_show_takes(
    pullquote: Pullquote,
) -> None:
    out = pullquote("ask", "when do the bees swarm?", "--limit", "1").out

    assert out == (
        "1  The bees swarm in May.\n"
        "   Our year\n"
        "   Ada · village · post\n"
        "   pullquote show village:1\n"
        "   https://e.org/1\n"
    )
    shown = pullquote(*out.splitlines()[3].split()[1:]).out
    assert shown.startswith(f"Our year\nAda · village · post\nhttps://e.org/1\n\n{BEES}\n")
    assert "Comments\n   Max · Bring a veil.\n   village:2\n" in shown


def test_a_title_is_not_said_again_where_the_excerpt_begins_with_it(pullquote: Pullquote) -> None:
    out = pullquote("ask", "who brings a veil?", "--limit", "1", "--kind", "comment").out
    assert out.splitlines()[:2] == ["1  Bring a veil.", "   Max · village · comment"]


def test_in_a_pipe_no_line_is_folded_or_filled_up(
    pullquote: Pullquote, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    out = pullquote("show", "village:1").out
    assert BEES in out.splitlines()
    assert all(line == line.rstrip() for line in out.splitlines())
    (found,) = pullquote("search", "when do the bees swarm", "--limit", "1").out.splitlines()
    assert found.split("  ", 1)[1].startswith("village:1  (")
    assert found.endswith(BEES)


def test_titles_stand_in_the_json(pullquote: Pullquote) -> None:
    asked = pullquote("ask", "when do the bees swarm?", "--json").json
    found = pullquote("search", "bring a veil", "--kind", "comment", "--json").json
    assert asked["excerpts"][0]["title"] == "Our year"
    assert found["hits"][0]["title"] == "Bring a veil."


def test_a_comment_is_shown_with_its_post_and_a_message_with_those_beside_it(
    pullquote: Pullquote,
) -> None:
    assert "It comments on\n   Ada · Our year\n   village:1\n" in pullquote("show", "village:2").out
    shown = pullquote("show", "discord:5/7/5").out.splitlines()
    before, after = shown.index("Before it"), shown.index("After it")
    assert [line.strip() for line in shown[before + 2 : after : 2]] == [
        f"discord:5/7/{n}" for n in (2, 3, 4)
    ]
    assert [line.strip() for line in shown[after + 2 :: 2]] == [
        f"discord:5/7/{n}" for n in (6, 7, 8)
    ]


def test_a_post_can_be_had_as_json_as_an_export_has_it(pullquote: Pullquote) -> None:
    assert pullquote("show", "village:1", "--json").json in pullquote("export").lines


def test_what_is_not_there_is_said(pullquote: Pullquote) -> None:
    result = pullquote("show", "village:3")
    assert (result.code, result.out) == (1, "")
    assert "There is no post 'village:3' here" in result.err


def test_a_link_is_opened_in_the_browser_and_nothing_else_is(
    tmp_path: Path, pullquote: Pullquote
) -> None:
    browser = tmp_path / "browser"
    browser.write_text('#!/bin/sh\necho "$1" > opened\n')
    browser.chmod(0o700)

    def opened(id_: str) -> int:
        environment = {"PATH": "/usr/bin:/bin", "PYTHONPATH": str(ROOT), "PULLQUOTE_DATA": "data"}
        environment["BROWSER"] = f"{browser} %s"
        command = [sys.executable, "-m", "bot", "show", id_, "--open"]
        return subprocess.run(command, check=False, env=environment, capture_output=True).returncode

    assert opened("village:1") == 0
    assert Path("opened").read_text() == "https://e.org/1\n"
    Path("opened").unlink()
    Path("other.jsonl").write_text('{"id": "1", "text": "Hi.", "url": "file:///etc/hostname"}\n')
    pullquote("import", "other.jsonl")
    assert opened("other:1") == opened("village:2") == 1
    assert not Path("opened").exists()


@pytest.mark.parametrize(
    ("typed", "code", "said"),
    [
        ("bees in:villag", 2, "did you mean in:village?"),
        ("bees in:vill", 2, "did you mean in:village?"),
        ("bees in:quarry", 2, "in:quarry – nothing here has that name."),
        ("bees from:adda", 2, "did you mean from:Ada?"),
        ("bees from:ad", 2, "did you mean from:Ada?"),
        ("bees from:ada", 0, ""),
    ],
)
def test_a_name_that_nothing_has_is_told_with_the_one_that_was_meant(
    pullquote: Pullquote, typed: str, code: int, said: str
) -> None:
    for command in ("ask", "search"):
        result = pullquote(command, typed)
        assert result.code == code
        assert result.err.strip().endswith(said)
        assert bool(result.out) == (code == 0)


@pytest.mark.parametrize("typed", ["Hellen", "hellen", "Marsch"])
def test_one_word_of_a_name_that_is_typed_wrong_is_told_with_the_name(
    pullquote: Pullquote, typed: str
) -> None:
    Path("more.jsonl").write_text('{"id": "1", "author": "Helen Marsh", "text": "Bees swarm."}\n')
    pullquote("import", "more.jsonl")
    result = pullquote("ask", f"bees from:{typed}")
    assert result.code == 2
    assert result.err.strip().endswith('did you mean from:"Helen Marsh"?')


def test_an_answer_of_a_form_is_called_by_its_own_question(pullquote: Pullquote) -> None:
    Path("form.csv").write_text(
        "respondent,what did you like?,what could be better?\n"
        "Ada,The kiln was always warm and ready for use.,"
        "The lathe needs a new belt because it squeaks a lot.\n"
        "Ben,The people at the counter were friendly.,"
        "The opening hours on Sunday are too short for families.\n"
    )
    assert pullquote("import", "form.csv").code == 0

    asked = pullquote("ask", "why does the lathe need a new belt?").out.splitlines()
    record = pullquote("ask", "--json", "was the kiln warm and ready?").json

    assert asked[:2] == [
        "1  The lathe needs a new belt because it squeaks a lot.",
        "   what could be better?",
    ]
    assert record["excerpts"][0]["title"] == "what did you like?"
