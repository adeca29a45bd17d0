from __future__ import annotations

import json
import os
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.e2e.command_line.conftest import write
from tests.fakes.crashes import Crash

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.e2e.conftest import Result

    Pullquote = Callable[..., Result]


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
    environment["PYTHONPATH"] = str(Path(__file__).parents[3])
    command = [sys.executable, "-m", "bot", "--show-completion", "bash"]
    told = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    assert "_COMPLETE" in told.stdout


@pytest.mark.parametrize(
    "command",
    [
        ("ask", "-"), ("search", "-"), ("import", "-"), ("import", "hive.jsonl", "-"),
        ("eval", "-"), ("chat",), ("mcp",), ("setup",), ("forget", "--source", "hive"),
    ],
)  # fmt: skip
def test_a_closed_input_is_said_in_a_sentence_by_what_reads_it(
    pullquote: Pullquote, command: tuple[str, ...]
) -> None:
    write("hive.jsonl", {"id": "1", "text": "Bees swarm in May."})
    assert pullquote("import", "hive.jsonl", stdin=None).code == 0

    result = pullquote(*command, stdin=None)

    asked_for = {"setup": "nobody here to ask", "forget": "give --yes"}
    assert (result.code, result.out) == (2, "")
    assert asked_for.get(command[0], "The standard input is closed") in result.err
    assert len(result.err.splitlines()) == 1


@pytest.mark.parametrize("stream", ["0<&-", "0>there.txt"])
def test_an_input_that_cannot_be_read_is_said_whatever_the_process_opens(stream: str) -> None:
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[3])}
    command = ["sh", "-c", f'exec "$@" {stream}', "sh", sys.executable, "-m", "bot", "eval", "-"]
    told = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert (told.returncode, told.stdout) == (2, "")
    assert told.stderr.startswith("The standard input is closed or cannot be read:")


def test_questions_to_measure_with_may_come_from_the_input(pullquote: Pullquote) -> None:
    write("hive.jsonl", {"id": "1", "text": "Bees swarm in May."})
    pullquote("import", "hive.jsonl")
    asked = json.dumps({"question": "When do bees swarm?", "gold": "in May"})
    result = pullquote("eval", "-", "--json", stdin=f"{asked}\r\n")
    assert (result.code, result.json["questions"]) == (0, 1)


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
        (("dance",), 2, "There is no command 'dance'"),
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

    monkeypatch.setattr("bot.composition.app.load_settings", broken)

    result = pullquote("status")

    assert result.code == 70
    error_id = result.err.split("A fault of ours, error ")[1].split(":")[0]
    assert f"error {error_id}" in result.err.split("A fault of ours")[0]


def test_a_filter_with_a_minus_is_told_as_such_and_not_as_an_option(
    pullquote: Callable[..., Result],
) -> None:
    result = pullquote("ask", "-from:Derek", "erg")
    assert (result.code, result.out) == (2, "")
    assert result.err == "-from: leaves nothing out here: name what you want, or leave it out.\n"
