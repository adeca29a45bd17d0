from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.text import json_line, one_line, plain


def test_control_characters_go_and_the_rest_stays() -> None:
    assert plain("a\x1b[2Jb\u202ec\td\ne :smile: [red]") == "a[2Jbc\td\ne :smile: [red]"


@given(st.text())
def test_one_line_is_one_line_of_printable_signs(text: str) -> None:
    line = one_line(text)
    assert len(line.splitlines()) <= 1
    assert one_line(line) == line


@pytest.mark.parametrize("sign", ["\u115f", "\u1160", "\u3164", "\uffa0", "\u200d"])
def test_letters_that_show_nothing_are_escaped_in_json(sign: str) -> None:
    line = json_line({"author": f"A{sign}da"})
    assert sign not in line
    assert json.loads(line) == {"author": f"A{sign}da"}


def test_what_a_joiner_joins_stays_as_it_is_in_json() -> None:
    assert "👩‍👧" in json_line({"text": "👩‍👧"})
