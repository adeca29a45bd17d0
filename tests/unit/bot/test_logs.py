from __future__ import annotations

import asyncio
import json
import logging
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from bot import logs
from bot.logs import question_id

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture(autouse=True)
def _own_question() -> Iterator[None]:
    token = question_id.set("-")
    yield
    question_id.reset(token)


def test_a_record_is_one_line_on_standard_error_with_the_question_s_id(
    capsys: pytest.CaptureFixture[str],
) -> None:
    logs.configure("INFO")
    question_id.set("q42")
    logging.getLogger("bot.test").info("answered %d", 3)

    written = capsys.readouterr()
    assert written.out == ""
    assert written.err.endswith(" INFO bot.test [q42] answered 3\n")
    assert written.err.count("\n") == 1


def test_outside_a_question_there_is_a_dash(capsys: pytest.CaptureFixture[str]) -> None:
    logs.configure("INFO")
    logging.getLogger("bot.test").warning("started")
    assert "[-] started" in capsys.readouterr().err


def test_records_below_the_level_are_not_written(capsys: pytest.CaptureFixture[str]) -> None:
    logs.configure("WARNING")
    logging.getLogger("bot.test").info("detail")
    assert capsys.readouterr().err == ""


def test_configuring_again_replaces_what_was_configured(capsys: pytest.CaptureFixture[str]) -> None:
    logs.configure("WARNING")
    logs.configure("DEBUG")
    logging.getLogger("bot.test").debug("detail")
    assert capsys.readouterr().err.count("detail") == 1


@pytest.mark.parametrize(
    "name", ["sentence_transformers", "httpx", "urllib3", "faiss", "discord.gateway"]
)
def test_what_libraries_say_of_their_insides_is_not_written(
    name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    logs.configure("DEBUG")
    logging.getLogger(name).info("loading weights")
    logging.getLogger(name).warning("weights are missing")
    written = capsys.readouterr().err
    assert "loading weights" not in written
    assert "weights are missing" in written


async def test_two_questions_at_once_keep_their_own_ids(
    capsys: pytest.CaptureFixture[str],
) -> None:
    logs.configure("INFO")
    both_are_set = asyncio.Barrier(2)

    async def answer(name: str) -> None:
        question_id.set(name)
        await both_are_set.wait()
        logging.getLogger("bot.test").info("answer to %s", name)

    await asyncio.gather(answer("q1"), answer("q2"))

    written = capsys.readouterr().err
    assert "[q1] answer to q1" in written
    assert "[q2] answer to q2" in written


def test_as_json_a_record_is_one_object_on_one_line_with_what_was_raised(
    capsys: pytest.CaptureFixture[str],
) -> None:
    logs.configure("INFO", "json")
    question_id.set("q42")
    try:
        int("a word")
    except ValueError:
        logging.getLogger("bot.test").exception("error %s", "\x1b[2J\n")

    (line,) = capsys.readouterr().err.splitlines()
    record = json.loads(line)
    assert datetime.fromisoformat(record.pop("time")).utcoffset() == timedelta(0)
    assert "ValueError" in record.pop("error")
    assert record == {
        "level": "ERROR", "logger": "bot.test", "question": "q42", "message": "error \x1b[2J\n"
    }  # fmt: skip
    assert "\x1b" not in line
