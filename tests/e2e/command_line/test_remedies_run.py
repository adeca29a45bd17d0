"""Every command of ours that a sentence names as a remedy does what it is named for."""

from __future__ import annotations

import re
import socket
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest

from tests.e2e.command_line.conftest import write
from tests.test_remedies import TYPED, named

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.e2e.command_line.conftest import Pullquote

POST: Final = {"id": "1", "text": "The heap sleeps in winter, under straw.", "author": "Ada"}
TOKEN: Final = "MTIz.abc-def.ghi_jkl"  # noqa: S105 -- nobody's
UNREACHED: Final = 1
"""How `check` ends where a chat cannot be reached."""
LACKING: Final = 3
"""How `run` ends where no chat is set up, and `refine` where its model is off, as in tests."""

RUNS: Final[dict[str, tuple[tuple[str, ...], int, str]]] = {
    "import": (("more.jsonl",), 0, "1 new"),
    "export": ((), 0, "under straw"),
    "search": (("straw",), 0, "under straw"),
    "show": (("posts:1",), 0, "under straw"),
    "status": ((), 0, "1 post"),
    "chat": ((), 0, ""),
    "check": ((), 0, "ok"),
    "reindex": ((), 0, ""),
    "refine": ((), LACKING, "REFINING_MODEL"),
    "report": (("--html", "report.html"), 0, ""),
    "forget": (("--source", "posts", "--yes"), 0, ""),
    "restore": (("kept", "--force"), 0, ""),
    "setup": (("--answers", "answers"), UNREACHED, "Written to .env"),
    "run": ((), LACKING, "DISCORD_TOKEN"),
}
"""By the command: what else is entered, how it ends, and what it says."""


@pytest.fixture(autouse=True)
def _nobody_there(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Have the chats where a connection is refused: a port that is taken, and not listened at."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        address = f"http://127.0.0.1:{taken.getsockname()[1]}"
        monkeypatch.setenv("DISCORD_API_URL", address)
        monkeypatch.setenv("SLACK_API_URL", f"{address}/")
        yield


def test_all_that_are_named_are_run_here() -> None:
    assert {command for command, _ in named("pullquote", TYPED)} == RUNS.keys()


@pytest.mark.parametrize("command", RUNS)
def test_a_command_that_is_named_as_a_remedy_does_its_work(
    pullquote: Pullquote, command: str
) -> None:
    write("posts.jsonl", POST)
    write("more.jsonl", POST | {"id": "2", "text": "The heap wakes in March."})
    Path("answers").write_text(f"DISCORD_TOKEN={TOKEN}\n")
    assert pullquote("import", "posts.jsonl").code == 0
    assert pullquote("backup", "kept").code == 0
    arguments, code, said = RUNS[command]
    result = pullquote(command, *arguments)
    assert result.code == code, result.err
    assert said in result.out + result.err
    if command == "report":
        assert Path("report.html").exists()
    if command == "forget":
        assert "under straw" not in pullquote("export").out


def test_what_apps_wrote_is_imported_as_the_sentence_says(pullquote: Pullquote) -> None:
    author = {"id": "5", "name": "Pumps", "discriminator": "4417", "isBot": True}
    alert = {"id": "1", "type": "Default", "timestamp": "2024-03-01T10:00:00+00:00"}
    channel = {"id": "2", "type": "GuildTextChat", "name": "alerts"}
    message = {**alert, "content": "The pump of lock 3 runs hot.", "author": author}
    export = {"guild": {"id": "7", "name": "Yard"}, "channel": channel, "messages": [message]}
    write("alerts.json", export)
    told = pullquote("import", "alerts.json")
    assert "all of '#alerts'" in " ".join((told.out + told.err).split())
    [remedy] = re.findall(r"`pullquote (import --[a-z]+)`", " ".join((told.out + told.err).split()))

    assert "1 new" in pullquote(*remedy.split(), "alerts.json").out
    assert "runs hot" in pullquote("export").out
