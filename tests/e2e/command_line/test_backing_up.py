"""`backup` and `restore`, beside something that answers."""

from __future__ import annotations

import asyncio
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from bot.composition import app
from bot.errors import UnavailableError
from bot.question_and_answer import Asker, Question
from tests.e2e.command_line.conftest import write
from tests.fakes.bot.ledgers import NOW

if TYPE_CHECKING:
    from collections.abc import Callable

    import pytest

    from bot.questions.answerer import Answerer
    from tests.e2e.conftest import Result

    Pullquote = Callable[..., Result]

HOLDS = """
import sqlite3, sys
connection = sqlite3.connect(sys.argv[1])
connection.execute("SELECT count(*) FROM posts").fetchone()
print("open", flush=True)
sys.stdin.read()
"""


def quoted(answerer: Answerer, text: str) -> list[str]:
    asker = Asker("x", "1", "Ada")
    question = Question("q1", text, asker, "here", frozenset({"everyone"}), NOW)
    answer = asyncio.run(answerer.ask(question))
    return [each.text for each in answer.excerpts]


def test_a_backup_is_restored_into_the_folder_of_a_bot_that_remembers_more(
    pullquote: Pullquote,
) -> None:
    oven, kiln = "The oven is lit on Fridays.", "The kiln is fired on Mondays."
    write("village.jsonl", {"id": "1", "text": oven})
    pullquote("import", "village.jsonl")
    with app.answering(app.load_settings()) as answerer:
        assert quoted(answerer, "When is the oven lit?") == [oven]
        made = pullquote("backup", "saved")
        write("village.jsonl", {"id": "1", "text": oven}, {"id": "2", "text": kiln})
        pullquote("import", "village.jsonl")
        assert quoted(answerer, "When is the kiln fired?") == [kiln]
        refused = pullquote("restore", "saved", "--force")
        assert quoted(answerer, "When is the kiln fired?") == [kiln]

    newer = pullquote("restore", "saved")
    restored = pullquote("restore", "saved", "--force")
    # What is private now takes the numbers of what was public in the history that ended.
    write("secret.jsonl", {"id": "3", "text": "The cellar is emptied on Sundays."})
    pullquote("import", "secret.jsonl", "--audience", "slack:C1")

    assert made.out.startswith("pullquote.db: copied to saved and checked.")
    assert (refused.code, newer.code, restored.code) == (4, 4, 0)
    assert "stop the bot and every other command" in refused.err
    assert "holds what the backup does not" in newer.err
    with app.answering(app.load_settings()) as answerer:
        assert quoted(answerer, "When is the oven lit?") == [oven]
        assert quoted(answerer, "When is the kiln fired?") == []
        assert quoted(answerer, "When is the cellar emptied?") == []
    assert pullquote("check").code == 0


def test_who_watches_over_a_bot_hears_that_its_posts_were_overwritten_or_are_gone(
    pullquote: Pullquote,
) -> None:
    posts, away = Path("data/pullquote.db"), Path("away.db")
    pullquote("import", "-", "--source", "notes", stdin="The oven is lit on Fridays.")
    pullquote("backup", "saved")
    pullquote("import", "-", "--source", "more", stdin="The kiln is fired on Mondays.")
    with app.answering(app.load_settings()) as answerer:

        def is_answered() -> bool:
            with suppress(UnavailableError):
                return bool(quoted(answerer, "When is the oven lit?"))
            return False

        def can_answer() -> bool:
            return not asyncio.run(answerer.problem())

        assert (is_answered(), can_answer()) == (True, True)
        posts.rename(away)
        assert (is_answered(), can_answer()) == (False, False)
        away.rename(posts)
        assert (can_answer(), is_answered()) == (True, True)
        posts.write_bytes(Path("saved/pullquote.db").read_bytes())
        assert (is_answered(), can_answer()) == (False, False)


def test_nothing_is_restored_while_another_process_has_the_posts_open(
    pullquote: Pullquote,
) -> None:
    pullquote("import", "-", "--source", "notes", stdin="The oven is lit on Fridays.")
    pullquote("backup", "saved")
    command = [sys.executable, "-c", HOLDS, "data/pullquote.db"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as other:
        assert other.stdout
        assert other.stdout.readline() == b"open\n"
        refused = pullquote("restore", "saved")
        other.communicate()

    assert refused.code == 4
    assert "another process has data/pullquote.db open, and nothing was" in refused.err
    assert pullquote("restore", "saved").code == 0


def test_what_is_there_is_not_written_over_and_what_is_missing_is_named(
    pullquote: Pullquote, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PULLQUOTE_LANGUAGE", "fr")
    nothing = pullquote("backup", "saved")
    pullquote("import", "-", "--source", "notes", stdin="The oven is lit on Fridays.")
    Path("full").mkdir()
    taken = pullquote("backup", "full")
    made = pullquote("backup", "saved")
    restored = pullquote("restore", "saved")

    assert (nothing.code, taken.code, made.code, restored.code) == (4, 2, 0, 0)
    assert list(Path("full").iterdir()) == []
    assert "pullquote.db : copié dans saved et vérifié." in made.out
    assert "oubliez-le de nouveau" in restored.out
