"""What a post's marks look like in a terminal, and in a pipe."""

from __future__ import annotations

from datetime import UTC, datetime
from io import StringIO
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as some
from rich.console import Console

from adapters.chat.wording import ENGLISH
from adapters.terminal.answers import show
from adapters.terminal.styled_text import LONGEST_LINE, styled_text
from bot.text import plain
from tests.fakes.bot.answers import answered
from tests.fakes.bot.questions import question
from tests.fakes.index.hits import hit

MARKED: Final = "The **new element** cost *140 euros*, and ~~Tuesday~~ `a * b` stays."
BARE: Final = "The new element cost 140 euros, and ~~Tuesday~~ `a * b` stays."


def styles(text: str, post_id: str = "notes:1") -> dict[str, str]:
    """Return what is shown in which style."""
    shown = styled_text(text, post_id)
    return {str(each.style): shown.plain[each.start : each.end] for each in shown.spans}


def test_marks_are_styles_and_no_signs() -> None:
    assert styled_text(MARKED, "notes:1").plain == BARE
    assert styles(MARKED) == {"bold": "new element", "italic": "140 euros", "strike": "Tuesday"}


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("***Important:*** wear goggles", "Important:"),
        ("it is __5 euros a day__, or less", "5 euros a day"),
    ],
)
def test_words_between_three_stars_or_two_underscores_are_bold(text: str, shown: str) -> None:
    assert styles(text) == {"bold": shown}
    assert styled_text(text, "notes:1").plain == text.replace("*", "").replace("__", "")


@pytest.mark.parametrize(
    "text",
    [
        "def f(*args, **kwargs)",
        "2 * 3 * 4 and 2*3*4 and a**b**c ** d",
        "__init__ and snake_case_name and _private_",
        r"C:\*temp\*x and \*stars",
        "*.txt and *.md",
        "**open and `open",
        "* one\n* two",
        "~~~ and ***",
    ],
)
def test_signs_that_are_no_marks_stay(text: str) -> None:
    assert styled_text(text, "notes:1").plain == text
    assert not styles(text)


def test_a_message_is_styled_as_its_platform_does() -> None:
    assert styles("*closed* today", "slack:T1:C1:1") == {"bold": "closed"}
    assert styles("*closed* __today__", "discord:1:2") == {"italic": "closed", "underline": "today"}


def test_a_very_long_line_is_shown_as_it_is_written() -> None:
    text = "**a** " * LONGEST_LINE
    assert styled_text(text, "notes:1").plain == text


@given(some.text(alphabet="a *_~`\n\\1", max_size=60))
def test_of_the_words_nothing_is_lost(text: str) -> None:
    def words(said: str) -> str:
        return "".join(each for each in said if each not in "*_~`\n\\")

    assert words(styled_text(text, "notes:1").plain) == words(plain(text))


@pytest.mark.parametrize("is_terminal", [True, False])
def test_an_answer_shows_no_stars(is_terminal: bool) -> None:
    screen = StringIO()
    console = Console(
        file=screen,
        width=200,
        force_terminal=is_terminal,
        color_system="standard" if is_terminal else None,
    )
    asked = question("what does it cost?", datetime(2026, 1, 15, tzinfo=UTC))

    show(answered(asked, hit((MARKED, 0.9), title="The **kiln**")), console, ENGLISH)

    assert "**" not in screen.getvalue()
    assert ("\x1b[1;39mnew element" in screen.getvalue()) == is_terminal
    assert (BARE in screen.getvalue()) != is_terminal
