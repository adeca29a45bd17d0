from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from bot.text import one_line, plain


def test_control_characters_go_and_the_rest_stays() -> None:
    assert plain("a\x1b[2Jb\u202ec\td\ne :smile: [red]") == "a[2Jbc\td\ne :smile: [red]"


@given(st.text())
def test_one_line_is_one_line_of_printable_signs(text: str) -> None:
    line = one_line(text)
    assert len(line.splitlines()) <= 1
    assert one_line(line) == line
