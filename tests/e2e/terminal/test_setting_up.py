"""`pullquote setup` makes a `.env` that works, and keeps what stood in it."""

from __future__ import annotations

import os
import pty
import socket
import stat
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from bot.settings.loading import load
from tests.e2e.terminal.test_at_a_terminal import ROOT, read

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from tests.e2e.conftest import Result

    Pullquote = Callable[..., Result]

ENV = Path(".env")
TOKEN = "MTIz.abc-def.ghi_jkl"  # noqa: S105 - nobody's


@pytest.fixture(autouse=True)
def _nobody_there(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Have the chats where a connection is refused: a port that is taken, and not listened at."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{taken.getsockname()[1]}"
        monkeypatch.setenv("DISCORD_API_URL", f"http://{address}")
        monkeypatch.setenv("SLACK_API_URL", f"http://{address}/")
        yield


def test_the_answers_of_a_file_are_written_for_their_owner_alone(pullquote: Pullquote) -> None:
    ENV.write_text("# ours\nPULLQUOTE_LANGUAGE=en\n")
    ENV.chmod(0o644)
    Path("answers").write_text(f'DISCORD_TOKEN={TOKEN}\nPULLQUOTE_DATA="our posts"\nSLACK_MODE=\n')

    result = pullquote("setup", "--answers", "answers")

    first, *checked = result.out.splitlines()
    assert first == "Written to .env, which only you can read: DISCORD_TOKEN, PULLQUOTE_DATA."
    assert any(line.startswith("ok    settings") for line in checked)
    assert any(line.startswith("FAIL  discord") for line in checked)
    assert result.code == 1  # as `check` ends where a chat cannot be reached
    assert TOKEN not in result.out + result.err
    assert ENV.read_text() == (
        f"# ours\nPULLQUOTE_LANGUAGE=en\nDISCORD_TOKEN={TOKEN}\nPULLQUOTE_DATA='our posts'\n"
    )
    assert stat.S_IMODE(ENV.stat().st_mode) == 0o600
    settings = load(ENV, {})
    assert (str(settings.data), settings.language) == ("our posts", "en")


def test_the_same_answers_change_nothing(pullquote: Pullquote) -> None:
    Path("answers").write_text(f"DISCORD_TOKEN={TOKEN}\n")
    pullquote("setup", "--answers", "answers")
    written = ENV.stat()

    again = pullquote("setup", "--answers", "answers")

    assert again.out.startswith("There is nothing new to write to .env.\n")
    assert ENV.stat().st_mtime_ns == written.st_mtime_ns
    assert stat.S_IMODE(written.st_mode) == 0o600


@pytest.mark.parametrize(
    ("answers", "problem"),
    [
        ("SLACK_BOT_TOKEN=a-secret", "SLACK_BOT_TOKEN: found something else than a token"),
        ("DISCORD_TOKN=a-secret", "DISCORD_TOKN: not a setting: did you mean DISCORD_TOKEN?"),
        ("EMBEDING_MODEL=a-secret", "EMBEDING_MODEL: not a setting: did you mean EMBEDDING_MODEL?"),
        ("POSTGRES_PORT=a-secret", "POSTGRES_PORT: not a setting: leave it out"),
    ],
)
def test_wrong_answers_are_refused_by_name_and_none_is_written(
    pullquote: Pullquote, answers: str, problem: str
) -> None:
    Path("answers").write_text(f"PULLQUOTE_LANGUAGE=fr\n{answers}\n")

    result = pullquote("setup", "--answers", "answers")

    assert result.code == 3
    assert problem in result.err
    assert "a-secret" not in result.err
    assert not ENV.exists()


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "OTHER in .env is no setting, and nothing reads it.\n"),
        ("fr", "OTHER dans .env n’est pas un réglage, et rien ne le lit.\n"),
        ("de", "OTHER in .env ist keine Einstellung, und nichts liest es.\n"),
        ("es", "OTHER en .env no es ninguna opción, y nada la lee.\n"),
    ],
)
def test_what_stands_in_the_file_and_is_no_setting_is_named(
    pullquote: Pullquote, language: str, said: str
) -> None:
    ENV.write_text(f"PULLQUOTE_LANGUAGE={language}\nEMBEDING_MODEL=a-secret\nOTHER=a-secret\n")
    Path("answers").write_text("PULLQUOTE_KEEP_DAYS=30\n")

    result = pullquote("setup", "--answers", "answers")

    assert said in result.err
    assert "EMBEDING_MODEL" in result.err
    assert "EMBEDDING_MODEL" in result.err
    assert "a-secret" not in result.out + result.err
    assert "PULLQUOTE_KEEP_DAYS=30" in ENV.read_text()


def test_answers_that_are_not_there_are_named(pullquote: Pullquote) -> None:
    result = pullquote("setup", "--answers", "nowhere")

    assert (result.code, ENV.exists()) == (3, False)
    assert "nowhere: there is no such file" in result.err


def test_an_answer_without_a_value_is_refused(pullquote: Pullquote) -> None:
    Path("answers").write_text("DISCORD_TOKEN\n")
    result = pullquote("setup", "--answers", "answers")
    assert result.code == 3
    assert "DISCORD_TOKEN: there is no value: write DISCORD_TOKEN=VALUE" in result.err


def test_where_nobody_can_be_asked_it_names_the_way(pullquote: Pullquote) -> None:
    result = pullquote("setup")

    assert (result.code, ENV.exists()) == (2, False)
    assert "pullquote setup --answers FILE" in result.err


def talk(*lines: tuple[str, str]) -> tuple[int, str]:
    """Run `pullquote setup` at a terminal where each question is answered once it is asked.

    What is typed before a password is asked for is thrown away, as at any terminal.
    """
    ours, its = pty.openpty()
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "TERM": "dumb"}
    command = [sys.executable, "-m", "bot", "setup"]
    with subprocess.Popen(
        command, stdin=its, stdout=its, stderr=its, env=environment, start_new_session=True
    ) as process:
        os.close(its)
        shown = answered(ours, lines)
    os.close(ours)
    return process.returncode, " ".join(shown.split())


def answered(terminal: int, lines: Sequence[tuple[str, str]]) -> str:
    """Type each line after its question has come; return all that was shown."""
    shown, seen = "", 0
    for question, line in lines:
        while question not in shown[seen:]:
            chunk = read(terminal)
            assert chunk, f"{question!r} was not asked: {shown}"
            shown += chunk.decode()
        seen = shown.index(question, seen) + len(question)
        os.write(terminal, f"{line}\n".encode())
    while chunk := read(terminal):
        shown += chunk.decode()
    return shown


@pytest.mark.slow
def test_a_person_is_led_from_nothing_to_a_checked_file() -> None:
    # Discord, no; Slack, yes: a bot token that is none, one that is, and the app's.
    code, shown = talk(
        ("Serve Discord? [y/N]: ", "n"),
        ("Serve Slack? [y/N]: ", "y"),
        ("SLACK_BOT_TOKEN (what you type or paste is not shown): ", "nonsense"),
        ("SLACK_BOT_TOKEN (what you type or paste is not shown): ", "xoxb-1"),
        ("SLACK_APP_TOKEN (what you type or paste is not shown): ", "xapp-1"),
    )

    assert code == 1
    assert "From a manifest" in shown
    assert "slash_commands:" in shown
    assert "SLACK_BOT_TOKEN: found something else than a token" in shown
    assert "Written to .env, which only you can read: SLACK_BOT_TOKEN, SLACK_APP_TOKEN." in shown
    assert "FAIL slack" in shown
    assert not {"nonsense", "xoxb-1", "xapp-1"} & {*shown.split()}
    assert ENV.read_text() == "SLACK_BOT_TOKEN=xoxb-1\nSLACK_APP_TOKEN=xapp-1\n"


@pytest.mark.slow
def test_what_is_set_is_kept_unless_a_person_says_otherwise() -> None:
    ENV.write_text(f"DISCORD_TOKEN={TOKEN}\n")

    _, shown = talk(
        ("Discord is set up. Give other tokens? [y/N]: ", "n"), ("Serve Slack? [y/N]: ", "n")
    )

    assert "There is nothing new to write to .env." in shown
    assert ENV.read_text() == f"DISCORD_TOKEN={TOKEN}\n"


@pytest.mark.slow
@pytest.mark.parametrize(("language", "letters"), [("fr", "o/N"), ("es", "s/N"), ("de", "j/N")])
def test_a_person_agrees_in_their_own_language(
    monkeypatch: pytest.MonkeyPatch, language: str, letters: str
) -> None:
    monkeypatch.setenv("PULLQUOTE_LANGUAGE", language)
    asks = f" [{letters}]: "
    unseen = "): "  # the end of what is typed unseen

    # What is neither yes nor no is asked again; the English letter is a habit of hands.
    talk((asks, "?"), (asks, letters[0]), (unseen, TOKEN), (asks, "n"))
    assert ENV.read_text() == f"DISCORD_TOKEN={TOKEN}\n"

    talk((asks, "y"), (unseen, f"{TOKEN}2"), (asks, ""))
    assert ENV.read_text() == f"DISCORD_TOKEN={TOKEN}2\n"
