from __future__ import annotations

import asyncio
import json
import logging
import os
import signal
import socket
import subprocess
import sys
import threading
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.request import urlopen

import pytest

from bot.composition import chat_app, words_app
from bot.errors import LoginError, PlatformError
from bot.question_and_answer import Asker, Question
from index.error_sentences import Told
from index.private_files import HAS_RIGHTS
from tests.fakes.bot.ledgers import NOW
from tests.fakes.crashes import Crash

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from bot.ports import Ask
    from bot.question_and_answer import Answer
    from tests.e2e.conftest import Result

    Pullquote = Callable[..., Result]


ROOT = Path(__file__).parents[2]
SERVES = """
import sys
from pathlib import Path
from bot.running.folder_lock import served_from
with served_from(Path(sys.argv[1])):
    print("serves", flush=True)
    sys.stdin.read()
"""


@dataclass
class Platform:
    """A platform on which one thing happens, and which then serves until it is cancelled.

    Attributes:
        happens: What happens.
        cleaned_up: It was cancelled, and has ended as it should.
    """

    happens: Callable[[], None] = lambda: None
    name: str = "pretended"
    is_shared: bool = False
    cleaned_up: bool = False
    answer: Answer | None = None
    opened: asyncio.Event = field(default_factory=asyncio.Event)
    opens: bool = True

    async def run(self, ask: Ask) -> None:
        if self.opens:
            self.opened.set()
        question = Question("q1", "anything?", Asker("x", "1", "Ada"), "here", None, NOW)
        try:
            self.answer = await ask(question)
            self.happens()
            await asyncio.Event().wait()
        finally:
            self.cleaned_up = True


@pytest.fixture
def serve(pullquote: Pullquote, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Result]:
    """Run the bot with these platforms."""

    def run(*platforms: Platform) -> Result:
        pullquote("import", "-", "--source", "notes", stdin="The oven is lit on Fridays.")
        monkeypatch.setenv("DISCORD_TOKEN", "a.b.c")
        monkeypatch.setattr(chat_app, "platforms", lambda *_: list(platforms))
        return pullquote("run")

    return run


def stop() -> None:
    os.kill(os.getpid(), signal.SIGTERM)


def test_a_supervisor_s_stop_ends_the_platforms_and_is_no_failure(
    serve: Callable[..., Result],
) -> None:
    quiet, stopping = Platform(), Platform(stop)
    result = serve(quiet, stopping)
    assert result.code == 0
    assert result.err == "Serving pretended and pretended. Ctrl-C ends it.\n"
    assert quiet.cleaned_up
    assert stopping.cleaned_up
    assert stopping.answer is not None


def test_nothing_is_called_served_before_all_of_it_is(serve: Callable[..., Result]) -> None:
    assert serve(Platform(opens=False), Platform(stop)).err == ""


def lines_of_json(result: Result) -> list[dict[str, str]]:
    assert result.out == ""
    return [json.loads(line) for line in result.err.splitlines()]


def test_where_the_log_is_json_nothing_else_stands_there(
    serve: Callable[..., Result], pullquote: Pullquote, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PULLQUOTE_LOG_FORMAT", "json")
    (served,) = lines_of_json(serve(Platform(stop)))
    assert (served["level"], served["message"]) == ("INFO", "Serving pretended. Ctrl-C ends it.")

    def fail() -> None:
        raise LoginError(Told("the token is not accepted: copy it again"))

    (refused,) = lines_of_json(serve(Platform(fail, opens=False)))
    assert (refused["level"], refused["message"]) == (
        "ERROR",
        "the token is not accepted: copy it again",
    )
    monkeypatch.delenv("DISCORD_TOKEN")
    (nothing,) = lines_of_json(pullquote("run"))
    assert nothing["level"] == "WARNING"
    with monkeypatch.context() as wrong:
        wrong.setenv("PULLQUOTE_KEEP_DAYS", "never")
        (named,) = lines_of_json(pullquote("run"))
    assert named["message"].startswith("PULLQUOTE_KEEP_DAYS: found 'never'")
    assert pullquote("show", "nothing").err.startswith("There is no post")


@pytest.fixture
def heard() -> Iterator[None]:
    """Hear Ctrl-C also where whoever started the tests made them deaf to it, as `&` does."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.usefixtures("heard")
def test_ctrl_c_ends_the_platforms_and_says_so_by_its_code(serve: Callable[..., Result]) -> None:
    platform = Platform(lambda: os.kill(os.getpid(), signal.SIGINT))
    assert serve(platform).code == 130
    assert platform.cleaned_up


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (LoginError(Told("the token is not accepted: copy it again")), 5),
        (PlatformError(Told("the far side is gone")), 5),
        (ZeroDivisionError("a fault"), 70),
        (Crash("a library's"), 70),
    ],
)
def test_the_failure_of_one_platform_at_the_start_or_a_fault_ends_them_all(
    serve: Callable[..., Result], error: BaseException, code: int
) -> None:
    def fail() -> None:
        raise error

    quiet = Platform()
    result = serve(quiet, Platform(fail, opens=code != 5))
    assert result.code == code
    assert quiet.cleaned_up
    told = str(error) if code == 5 else "A fault of ours, error "
    assert told in result.err


def test_a_platform_that_fails_while_it_is_served_is_served_again_without_a_restart(
    serve: Callable[..., Result], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.outages.FIRST_SECONDS", 0)
    errors = [PlatformError(Told("the far side is gone"))] * 3

    def fail() -> None:
        if errors:
            raise errors.pop()
        stop()

    quiet = Platform()
    result = serve(quiet, Platform(fail))
    assert result.code == 0
    assert errors == []
    assert quiet.cleaned_up


def test_a_port_for_monitoring_that_is_taken_is_named_and_ends_the_start(
    serve: Callable[..., Result], monkeypatch: pytest.MonkeyPatch
) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        monkeypatch.setenv("PULLQUOTE_MONITORING_PORT", str(port))
        quiet = Platform()
        result = serve(quiet)
    assert result.code == 3
    assert f"PULLQUOTE_MONITORING_PORT: found {port}, where nothing can listen" in result.err
    assert quiet.cleaned_up


def test_while_it_runs_loopback_is_told_how_it_is(
    serve: Callable[..., Result], monkeypatch: pytest.MonkeyPatch, free_tcp_port: int
) -> None:
    monkeypatch.setenv("PULLQUOTE_MONITORING_PORT", str(free_tcp_port))
    told: list[str] = []

    def look() -> None:  # on a thread, since the server answers on this one
        def read() -> None:
            address = f"http://127.0.0.1:{free_tcp_port}"
            for path in ("healthz", "readyz", "metrics"):
                if path == "metrics":
                    words_app.usage_words()  # read anew, with the settings of the log
                    logging.getLogger("adapters").warning("something odd")
                with urlopen(f"{address}/{path}") as page:  # noqa: S310 - loopback
                    told.append(page.read().decode())
            stop()

        threading.Thread(target=read).start()

    assert serve(Platform(look)).code == 0
    assert told[:2] == ["ok\n", "ready\n"]
    assert "pullquote_posts 1.0" in told[2].splitlines()
    warned = 'pullquote_log_records_total{level="warning"} 1.0'
    assert warned in told[2].splitlines()


@pytest.mark.skipif(not HAS_RIGHTS, reason="only POSIX has the lock")
def test_a_second_bot_on_one_folder_is_refused_until_the_first_is_no_more(
    serve: Callable[..., Result],
) -> None:
    command = [sys.executable, "-c", SERVES, "data"]
    Path("data").mkdir()
    with subprocess.Popen(
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    ) as other:
        assert other.stdout
        assert other.stdout.readline() == b"serves\n"
        platform = Platform()
        refused = serve(platform)
        other.kill()
    assert refused.code == 4
    assert "another `pullquote run` serves from data: stop it first" in refused.err
    assert platform.answer is None
    assert serve(Platform(stop)).code == 0


def test_a_ledger_that_is_not_ours_is_named_before_anything_starts(
    serve: Callable[..., Result],
) -> None:
    os.mkdir("data")  # noqa: PTH102 - as a person would
    with open("data/ledger.db", "w", encoding="utf-8") as file:  # noqa: PTH123 - the same
        file.write("a shopping list " * 100)
    platform = Platform()
    result = serve(platform)
    assert result.code == 4
    assert "ledger.db is damaged (file is not a database): put a backup" in result.err
    assert platform.answer is None
