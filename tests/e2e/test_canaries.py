"""Secrets and texts that are planted everywhere, and looked for in all that is written."""

from __future__ import annotations

import logging
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from bot import logs
from bot.composition import app
from tests.e2e.test_running import Platform, serve, stop

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.e2e.conftest import Result

    Pullquote = Callable[..., Result]

__all__ = ["serve"]

SECRETS = {
    "DISCORD_TOKEN": "canary.discord.token",
    "SLACK_BOT_TOKEN": "xoxb-canary-bot",
    "SLACK_APP_TOKEN": "xapp-canary-app",
    "SLACK_SIGNING_SECRET": "canary-signing",
    "SLACK_CLIENT_SECRET": "canary-client",
    "SLACK_ENCRYPTION_KEY": "canary-key-that-is-long-enough-for-all",
}
POST = (
    '{"id": "canary-id", "text": "The canarytext sings on Fridays at nine.", '
    '"author": "Canary Author", "title": "Canarytitle", "url": "https://canarylink.example/1"}\n'
)
SAID = re.compile(r"canary", re.IGNORECASE)


@pytest.fixture
def _planted(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in SECRETS.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setenv("SLACK_MODE", "http")
    monkeypatch.setenv("REFINING_MODEL", "off")
    for name, value in (("DISCORD_API_URL", "http"), ("SLACK_API_URL", "http")):
        monkeypatch.setenv(name, f"{value}://127.0.0.1:1/")


def secrets_in(text: str) -> list[str]:
    return [each for each in SECRETS.values() if each in text]


@pytest.mark.usefixtures("_planted")
@pytest.mark.parametrize("shape", ["text", "json"])
def test_no_command_and_no_log_line_tells_a_secret_and_none_at_info_tells_a_text(
    pullquote: Pullquote, monkeypatch: pytest.MonkeyPatch, shape: str, tmp_path: Path
) -> None:
    monkeypatch.setenv("PULLQUOTE_LOG_FORMAT", shape)
    monkeypatch.setenv("PULLQUOTE_LOG_LEVEL", "INFO")
    Path("canary.jsonl").write_text(POST, encoding="utf-8")
    backup = tmp_path / "backup"
    commands = (
        ("import", "canary.jsonl", "--source", "canary-source"), ("ask", "when does canarytext?"),
        ("search", "canarytext"), ("status",), ("check",), ("run",), ("export",),
        ("backup", str(backup)), ("report",), ("show", "canary-source:canary-id"),
        ("forget", "--author", "Canary Author", "--yes"),
    )  # fmt: skip
    for command in commands:
        result = pullquote(*command)
        assert secrets_in(result.out + result.err) == [], command
        logged = [line for line in result.err.splitlines() if re.search(r"INFO|WARNING", line)]
        assert [line for line in logged if SAID.search(line.replace("canary.jsonl", ""))] == []
    assert [each.name for each in backup.rglob("*") if SAID.search(each.name)] == []
    written = b"".join(each.read_bytes() for each in backup.rglob("*") if each.is_file())
    assert [each for each in SECRETS.values() if each.encode() in written] == []


@pytest.mark.usefixtures("_planted")
def test_a_served_question_leaves_no_word_of_it_in_the_log_or_the_metrics(
    serve: Callable[..., Result],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("PULLQUOTE_LOG_LEVEL", "INFO")
    result = serve(Platform(stop))
    assert "answered platform=x found=" in result.err
    assert "anything?" not in result.err
    assert secrets_in(result.out + result.err) == []


@pytest.mark.usefixtures("_planted")
def test_settings_tell_no_secret_however_they_are_printed() -> None:
    settings = app.load_settings()
    unused = {SECRETS["SLACK_CLIENT_SECRET"], SECRETS["SLACK_ENCRYPTION_KEY"]}  # no SLACK_CLIENT_ID
    assert {*settings.secrets} == {*SECRETS.values()} - unused
    assert secrets_in(f"{settings!r} {settings}") == []


@pytest.mark.usefixtures("_planted")
@pytest.mark.parametrize("shape", ["text", "json"])
def test_what_a_library_says_of_a_secret_is_taken_out_of_the_log(
    capsys: pytest.CaptureFixture[str], shape: str
) -> None:
    logs.configure("DEBUG", shape, tuple(SECRETS.values()))
    replies = (
        "https://discord.com/api/v10/webhooks/42/canaryreply/messages",
        "https://hooks.slack.com/actions/T1/2/canaryhook",
        "xoxe.xoxp-1-canaryinstalled",
    )
    log = logging.getLogger("discord.http")
    error = OSError(" ".join([*SECRETS.values(), *replies]))
    log.error("lost: %s", replies, exc_info=error)
    written = capsys.readouterr().err
    assert "discord.http" in written
    assert "/webhooks/42/[secret]/messages" in written
    assert SAID.search(written.replace("test_canaries", "")) is None
