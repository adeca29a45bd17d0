from __future__ import annotations

import json
import os
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tests.fakes.crashes import Crash

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.e2e.conftest import Result

    Pullquote = Callable[..., Result]

POSTS = Path(__file__).parents[2] / "examples" / "posts"
EXCERPT = {
    "number", "text", "post_id", "title", "start", "end", "author", "posted_at", "url", "source",
    "kind", "score",
}  # fmt: skip


@pytest.fixture
def examples(pullquote: Pullquote) -> Result:
    """The example posts, imported."""
    return pullquote("import", str(POSTS))


def counts(new: int = 0, changed: int = 0, unchanged: int = 0, removed: int = 0) -> str:
    return f"{new} new, {changed} changed, {unchanged} unchanged, {removed} removed, 0 refused\n"


def write(path: str, *records: dict[str, Any]) -> None:
    Path(path).write_text("".join(json.dumps(record) + "\n" for record in records))


def test_the_example_posts_answer_the_first_question_with_a_citation(
    examples: Result, pullquote: Pullquote
) -> None:
    answer = pullquote("ask", "why did Ilya Sutskever leave?")

    assert examples.code == answer.code == 0
    first = answer.out.split("\n2  ")[0]
    assert "Ilya Sutskever" in first
    assert "parce qu’il" in first
    assert "posts · post" in first


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((), "Usage: pullquote"),
        (("-h",), "Usage: pullquote"),
        (("ask", "-h"), "Usage: pullquote ask"),
        (("--version",), f"pullquote {version('pullquote')}\n"),
    ],
)
def test_the_command_tells_how_it_is_used_and_which_version_it_is(
    pullquote: Pullquote, arguments: tuple[str, ...], said: str
) -> None:
    result = pullquote(*arguments)

    assert (result.code, result.err) == (0, "")
    assert said in result.out


def test_a_shell_is_told_how_to_complete() -> None:
    # Which shell it is, the library asks of the processes above; here there may be none.
    environment = {**os.environ, "_TYPER_COMPLETE_TEST_DISABLE_SHELL_DETECTION": "1"}
    environment["PYTHONPATH"] = str(Path(__file__).parents[2])
    command = [sys.executable, "-m", "bot", "--show-completion", "bash"]
    told = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    assert "_COMPLETE" in told.stdout


def test_a_question_may_stand_without_quotes(pullquote: Pullquote) -> None:
    post = {"text": "Clara sells the kiln.", "author": "Mira Lopez", "posted_at": "2024-05-07"}
    write("hive.jsonl", {"id": "1", **post})
    pullquote("import", "hive.jsonl")

    asked = pullquote("ask", "who", "sells", "the", "kiln", "from:Mira Lopez", "--json").json
    of_month = pullquote("search", "kiln", "since:2024-05", "until:2024-05", "--json").json
    of_yesterday = pullquote("search", "kiln", "--since", "yesterday", "--json").json

    assert (asked["question"], asked["found"]) == ("who sells the kiln", True)
    assert (len(of_month["hits"]), of_yesterday["hits"]) == (1, [])


@pytest.mark.usefixtures("examples")
def test_ask_json_is_exactly_as_promised(pullquote: Pullquote) -> None:
    answer = pullquote("ask", "Which company did Jan Leike join?", "--json", "--limit", "2").json
    exported = {
        f"{record['source']}:{record['id']}": record["text"] for record in pullquote("export").lines
    }

    assert set(answer) == {
        "question", "found", "confidence", "excerpts", "unsure", "narrowed", "elapsed_seconds",
    }  # fmt: skip
    assert 0.5 <= answer["confidence"] <= 1
    assert answer["question"] == "Which company did Jan Leike join?"
    assert answer["found"] is True
    assert 1 <= len(answer["excerpts"]) <= 2
    for number, excerpt in enumerate(answer["excerpts"], start=1):
        assert set(excerpt) == EXCERPT
        assert excerpt["number"] == number
        assert excerpt["kind"] in {"post", "comment"}
        text = exported[excerpt["post_id"]]
        assert excerpt["text"] == text[excerpt["start"] : excerpt["end"]]


@pytest.mark.usefixtures("examples")
def test_search_json_is_exactly_as_promised(pullquote: Pullquote) -> None:
    found = pullquote("search", "slugs in the salad", "--json", "--limit", "4").json

    assert set(found) == {"question", "hits", "elapsed_seconds"}
    assert len(found["hits"]) == 4
    for hit in found["hits"]:
        assert set(hit) == {"post_id", "title", "start", "end", "text", "score", "found_by"}
        assert set(hit["found_by"]) <= {"words", "meaning", "post"}
    scores = [hit["score"] for hit in found["hits"]]
    assert scores == sorted(scores, reverse=True)


@pytest.mark.usefixtures("examples")
def test_questions_from_standard_input_are_answered_a_line_each_in_order(
    pullquote: Pullquote,
) -> None:
    questions = "who left?\n\nslugs since:never\nWas hilft gegen Schnecken?\n"

    for command in ("ask", "search"):
        lines = pullquote(command, "-", stdin=questions).lines
        assert [line["question"] for line in lines] == [
            "who left?", "", "slugs since:never", "Was hilft gegen Schnecken?",
        ]  # fmt: skip
        assert "error" in lines[1]
        assert "write it as since:2024-09-26" in lines[2]["error"]


def test_importing_the_same_folder_twice_changes_nothing(
    examples: Result, pullquote: Pullquote
) -> None:
    assert examples.out == counts(new=94)
    assert pullquote("import", str(POSTS)).out == counts(unchanged=94)


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


def test_only_what_the_audience_may_see_is_found(pullquote: Pullquote) -> None:
    write("open.jsonl", {"id": "1", "text": "The bees swarm in May."})
    write("board.jsonl", {"id": "1", "text": "The bees were sold in secret for 300 euros."})
    pullquote("import", "open.jsonl")
    pullquote("import", "board.jsonl", "--audience", "slack:BOARD")

    def sources(*options: str) -> set[str]:
        hits = pullquote("search", "the bees", "--json", *options).json["hits"]
        return {hit["post_id"] for hit in hits}

    assert sources() == {"open:1", "board:1"}
    assert sources("--audience", "everyone") == {"open:1"}
    assert sources("--audience", "slack:OTHER") == {"open:1"}
    assert sources("--audience", "slack:BOARD") == {"open:1", "board:1"}


def test_a_private_post_that_comes_again_without_an_audience_stays_private(
    pullquote: Pullquote,
) -> None:
    write("board.jsonl", {"id": "1", "text": "The bees were sold for 300 euros."})
    pullquote("import", "board.jsonl", "--audience", "slack:BOARD")

    again = pullquote("import", "board.jsonl")
    write("board.jsonl", {"id": "1", "text": "The bees were sold for 400 euros."})
    edited = pullquote("import", "board.jsonl")
    hidden = pullquote("search", "bees", "--json", "--audience", "everyone").json["hits"]
    opened = pullquote("import", "board.jsonl", "--audience", "everyone")

    assert again.out == counts(unchanged=1)
    assert edited.out == counts(changed=1)
    assert hidden == []
    assert opened.out == counts(changed=1)
    assert pullquote("search", "bees", "--json", "--audience", "everyone").json["hits"] != []


def test_a_new_post_in_a_private_file_or_folder_is_private_too(pullquote: Pullquote) -> None:
    Path("board").mkdir()
    write("board/a.jsonl", {"text": "The bees were sold for 300 euros."})
    pullquote("import", "board", "--audience", "slack:BOARD")
    write("board/a.jsonl", {"text": "The bees were sold for 400 euros."})
    Path("board/b.txt").write_text("The bees were bought by the mayor.")

    again = pullquote("import", "board")
    one = pullquote("import", "board/b.txt")

    assert again.out == counts(new=2, removed=1)
    assert one.code == 0
    assert pullquote("search", "bees", "--json", "--audience", "everyone").json["hits"] == []
    assert {post["audience"] for post in pullquote("export").lines} == {"slack:BOARD"}


def test_what_posts_hold_never_reaches_the_screen_as_a_control_character(
    pullquote: Pullquote,
) -> None:
    write("hive.jsonl", {"id": "1", "text": "The bees \x1b[2J swarm :smile: [bold]in[/bold] May."})
    pullquote("import", "hive.jsonl")

    for command in ("ask", "search"):
        shown = " ".join(pullquote(command, "when do the bees swarm?").out.split())
        assert "The bees [2J swarm :smile: [bold]in[/bold] May." in shown


def test_what_a_reader_kept_in_the_files_is_taken_out_by_the_next_forget(
    pullquote: Pullquote, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("index.sqlite.database.LOCK_SECONDS", 0)
    write("hive.jsonl", {"id": "1", "text": "The bees swarm in May."})
    pullquote("import", "hive.jsonl")
    with closing(sqlite3.connect("data/pullquote.db")) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM posts").fetchone()
        blocked = pullquote("forget", "--source", "hive", "--yes")

    finished = pullquote("forget", "--source", "hive", "--yes")

    assert blocked.code == 4
    assert "give the same command again later" in " ".join(blocked.err.split())
    assert "now gone from the files too" in " ".join(finished.out.split())
    assert all(b"swarm in May" not in file.read_bytes() for file in Path("data").iterdir())


def test_a_damaged_database_is_named_by_every_command(pullquote: Pullquote) -> None:
    write("hive.jsonl", *({"id": str(n), "text": f"Bee {n} swarms. " * 30} for n in range(200)))
    pullquote("import", "hive.jsonl")
    file = Path("data/pullquote.db")
    whole = file.read_bytes()
    file.write_bytes(whole[:8_192] + b"\xff" * (len(whole) - 8_192))

    for command in (("import", "hive.jsonl"), ("export",), ("status",), ("ask", "bees")):
        result = pullquote(*command)
        assert result.code == 4
        assert "pullquote.db" in result.err


def test_filters_work_typed_and_as_options(pullquote: Pullquote) -> None:
    write(
        "hive.jsonl",
        {"id": "1", "text": "The bees swarm in May.", "author": "Zoé", "posted_at": "2024-05-01"},
        {"id": "2", "text": "The bees sleep.", "author": "Max", "parent_id": "1"},
    )
    pullquote("import", "hive.jsonl")

    def ids(*arguments: str) -> list[str]:
        hits = pullquote("search", *arguments, "--json").json["hits"]
        return [hit["post_id"] for hit in hits]

    assert ids("the bees from:zoe") == ids("the bees", "--from", "ZOE") == ["hive:1"]
    assert ids("the bees kind:comment") == ids("the bees", "--kind", "comment") == ["hive:2"]
    assert ids("the bees since:2024-05-01 until:2024-05-01") == ["hive:1"]
    assert ids("the bees", "--since", "2024-05-02") == []
    assert ids("the bees in:hive", "--until", "2024-04-30") == []


@pytest.mark.usefixtures("examples")
def test_status_tells_what_is_stored(pullquote: Pullquote) -> None:
    status = pullquote("status", "--json").json

    assert status["posts"] == 94
    assert [source["name"] for source in status["sources"]] == ["posts"]
    assert status["passages"] >= 94
    assert status["model"].startswith("bundled@")
    assert status["age_seconds"] >= 0
    assert "94 posts and comments" in pullquote("status").out


@pytest.mark.usefixtures("examples")
def test_forget_asks_first_and_then_leaves_nothing(pullquote: Pullquote) -> None:
    refused = pullquote("forget", "--author", "tomasz wielgosik", stdin="n\n")
    forgotten = pullquote("forget", "--author", "tomasz wielgosik", "--yes")

    assert refused.code == 1
    assert "from the database and all its files?" in refused.out
    assert forgotten.code == 0
    assert "Wielgosik" not in pullquote("export").out
    for file in Path("data").iterdir():
        assert b"Wielgosik" not in file.read_bytes()
    assert (
        "nothing of 'tomasz wielgosik'" in pullquote("forget", "--author", "tomasz wielgosik").out
    )


def test_forget_asks_which_account_is_meant_where_several_bear_a_name(
    pullquote: Pullquote,
) -> None:
    write(
        "hive.jsonl",
        {"id": "1", "text": "Bees swarm.", "author": "Sam", "author_id": "discord:1"},
        {"id": "2", "text": "Bees sleep.", "author": "sam", "author_id": "slack:T1/U1"},
        {"id": "3", "text": "Bees hum.", "author": "Sam", "author_id": "slack:T1/U1"},
        {"id": "4", "text": "Bees rest.", "author": "Samuel", "author_id": "slack:T1/U1"},
    )
    pullquote("import", "hive.jsonl")

    asked = pullquote("forget", "--author", "Sam", "--yes")
    said = " ".join(asked.err.split())
    assert (asked.code, asked.out) == (2, "")
    assert "called 'Sam'" in said
    assert "--author one of their accounts: slack:T1/U1 (2), discord:1 (1)" in said

    by_account = pullquote("forget", "--author", "slack:T1/U1", "--yes")
    assert (by_account.code, by_account.out) == (0, "Removed: 3.\n")
    assert pullquote("forget", "--author", "Sam", "--yes").out == "Removed: 1.\n"


def test_an_import_counts_what_was_forgotten_and_stays_away(pullquote: Pullquote) -> None:
    message = {"id": "5/7/1", "scope": "discord", "source": "#bees", "text": "Bees swarm."}
    write("hive.jsonl", message, {**message, "id": "5/7/2", "text": "Bees hum."})
    assert "left out" not in pullquote("import", "hive.jsonl").out
    pullquote("forget", "--post", "discord:5/7/1", "--yes")

    for again in (("--dry-run",), ()):
        said = pullquote("import", "hive.jsonl", *again).out
        assert counts(unchanged=1) in said
        assert "1 left out: forgotten or deleted earlier" in said


@pytest.mark.usefixtures("examples")
def test_forget_wants_exactly_one_of_its_options(pullquote: Pullquote) -> None:
    result = pullquote("forget", "--author", "a", "--source", "b")

    assert result.code == 2
    assert "name one of --author, --source or --post" in result.err


@pytest.mark.usefixtures("examples")
def test_another_model_is_tested_on_the_posts_and_answers_after_a_reindex(
    pullquote: Pullquote, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(POSTS.parents[1] / "index" / "embedding" / "model", "other")
    monkeypatch.setenv("EMBEDDING_MODEL", "other")
    assert pullquote("reindex").code == 0
    with closing(sqlite3.connect("data/pullquote.db")) as database:
        noted = database.execute("SELECT value FROM state WHERE name = 'scale'").fetchone()[0]
    # The same model under another name needs another scale by nothing.
    assert json.loads(noted)[1:] == pytest.approx([1, 0], abs=1e-4)
    assert pullquote("ask", "Which company did Jan Leike join?", "--json").json["found"]


@pytest.mark.usefixtures("examples")
def test_reindex_says_when_there_is_nothing_to_do(pullquote: Pullquote) -> None:
    before = pullquote("search", "slugs", "--json").json["hits"]

    assert pullquote("reindex").out == "Everything is up to date.\n"
    assert pullquote("reindex", "--full").out == "Embedded again: 94.\n"
    assert pullquote("search", "slugs", "--json").json["hits"] == before


@pytest.mark.usefixtures("examples")
def test_check_says_in_one_line_each_what_is_fine(pullquote: Pullquote) -> None:
    result = pullquote("check")

    assert result.code == 0
    assert [line[:14].split() for line in result.out.splitlines()] == [
        ["ok", "settings"], ["ok", "model"], ["ok", "refining"], ["ok", "database"],
        ["ok", "disk"], ["ok", "ledger"], ["ok", "rights"],
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("name", "value", "subject"),
    [
        ("PULLQUOTE_LANGUAGE", "klingon", "settings"),
        ("EMBEDDING_MODEL", ".", "model"),
        ("REFINING_MODEL", ".", "refining"),
    ],
)
def test_check_names_what_is_wrong(
    pullquote: Pullquote, monkeypatch: pytest.MonkeyPatch, name: str, value: str, subject: str
) -> None:
    monkeypatch.setenv(name, value)

    result = pullquote("check")

    assert result.code == 1
    assert f"FAIL  {subject}" in result.out
    assert name in result.out


def test_check_says_that_the_database_is_not_ours(pullquote: Pullquote) -> None:
    Path("data").mkdir()
    Path("data/pullquote.db").write_text("a shopping list " * 100)

    result = pullquote("check")

    assert result.code == 1
    assert "FAIL  database" in result.out


@pytest.mark.usefixtures("examples")
def test_a_chat_answers_each_line_until_an_empty_one(pullquote: Pullquote) -> None:
    result = pullquote("chat", stdin="why did Ilya Sutskever leave?\nslugs since:x\n\nmore\n")

    assert result.code == 0
    assert "parce qu’il" in result.out
    assert "write it as since:2024-09-26" in result.out


@pytest.mark.parametrize(
    ("arguments", "code", "sentence"),
    [
        (("ask", "  "), 2, "There is no question"),
        (("ask", "x since:soon"), 2, "write it as since:2024-09-26"),
        (("ask", "x", "--kind", "poem"), 2, "write kind:post or kind:comment"),
        (("ask", "x" * 2_001), 2, "2,000 are the most"),
        (("ask", "anything"), 4, "pullquote import"),
        (("status",), 4, "pullquote import"),
        (("import", ""), 2, "name a file or folder, or `.` for this one"),
        (("import", "posts", " "), 2, "(an unset variable?)"),
        (("import", ".", "--audience", ""), 2, "--audience"),
        (("import", ".", "--audience", " "), 2, "name an audience, or `everyone`"),
        (("import", ".", "--source", ""), 2, "leave the option out"),
        (("ask", "x", "--audience", "slack:C1", "--audience", ""), 2, "(an unset variable?)"),
        (("search", "x", "--audience", ""), 2, "(an unset variable?)"),
        (("dance",), 2, "No such command"),
        (("run",), 3, "set DISCORD_TOKEN, or SLACK_BOT_TOKEN and SLACK_APP_TOKEN"),
    ],
)
def test_a_mistake_gets_one_sentence_and_its_exit_code(
    pullquote: Pullquote, arguments: tuple[str, ...], code: int, sentence: str
) -> None:
    result = pullquote(*arguments)

    assert result.code == code
    assert sentence in result.err
    assert "Traceback" not in result.err


def test_wrong_settings_are_all_named_and_end_with_their_own_code(
    pullquote: Pullquote, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PULLQUOTE_LANGUAGE", "klingon")
    monkeypatch.setenv("PULLQUOTE_LOG_LEVEL", "loud")

    result = pullquote("status")

    assert result.code == 3
    assert "PULLQUOTE_LANGUAGE: found 'klingon'" in result.err
    assert "PULLQUOTE_LOG_LEVEL: found 'loud'" in result.err


@pytest.mark.parametrize("fault", [RuntimeError("the roof leaks"), Crash()], ids=repr)
def test_a_fault_of_ours_ends_with_an_error_id_that_is_in_the_log(
    pullquote: Pullquote, monkeypatch: pytest.MonkeyPatch, fault: BaseException
) -> None:
    def broken() -> None:
        raise fault

    monkeypatch.setattr("bot.app.load_settings", broken)

    result = pullquote("status")

    assert result.code == 70
    error_id = result.err.split("A fault of ours, error ")[1].split(":")[0]
    assert f"error {error_id}" in result.err.split("A fault of ours")[0]
