"""A command that is typed into a message is told from a question about one."""

from __future__ import annotations

import pytest

from bot.questions.parsing.typed_commands import is_typed_command, without_ask

COMMANDS = ["/posts", "/posts status", " /POSTS watch #oven", "please /forget-me", "“/posts why”",
            "</posts status:42>", "ok /posts\nstatus"]  # fmt: skip
QUESTIONS = ["what does /posts status do?", "where is /posts/2024 kept?", "/postscript or pdf?",
             "/etc/hosts on the server?", "posts", "Ada wrote /posts", "/posts-old",
             "/forget-me-not seeds?", "</other:42> now", "/help", ""]  # fmt: skip


@pytest.mark.parametrize("text", COMMANDS)
def test_a_command_is_known_where_a_message_begins_with_it(text: str) -> None:
    assert is_typed_command(text)
    assert without_ask(text) == text


@pytest.mark.parametrize("text", QUESTIONS)
def test_what_only_speaks_of_a_command_is_a_question(text: str) -> None:
    assert not is_typed_command(text)
    assert without_ask(text) == text


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("/ask kiln", "kiln"),
        ("/ask  question: kiln?", "kiln?"),
        ("/ask Frage: Ofen", "Ofen"),
        ("hello, /ask kiln", "kiln"),
        ("/ask", ""),
        ("/asking prices", "/asking prices"),
        ("what does /ask do?", "what does /ask do?"),
        ("/ask /posts status", "/posts status"),
    ],
)
def test_what_is_asked_by_a_command_is_a_question_like_any_other(text: str, asked: str) -> None:
    assert not is_typed_command(text)
    assert without_ask(text) == asked
