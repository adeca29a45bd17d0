from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adapters.chat.lines.pages import LONGEST_PAGE, Page, page_of, status_page
from adapters.chat.wording import ENGLISH
from adapters.discord.rendering.lengths import size


@given(st.lists(st.text(alphabet="ab\\ é字", max_size=2_000), max_size=12))
def test_pages_hold_all_that_is_told_and_none_is_too_long(lines: list[str]) -> None:
    first = page_of([lines], 1, size)
    pages = [page_of([lines], each, size) for each in range(1, first.of + 1)]
    told = "".join(line for page in pages for line in page.lines)
    assert told.replace(" ", "") == "".join(lines).replace(" ", "")
    assert all(size("\n".join(page.lines)) <= LONGEST_PAGE for page in pages)


def test_each_part_begins_a_page() -> None:
    parts = [["a", "b"], ["c"]]
    assert page_of(parts, 1, len) == Page(["a", "b"], 1, 2)
    assert page_of(parts, 2, len) == page_of(parts, 9, len) == Page(["c"], 2, 2)
    assert page_of([], 1, len) == Page([], 1, 1)


@pytest.mark.parametrize("before", range(4))
def test_a_long_line_is_cut_at_a_space_or_else_behind_no_sign_that_escapes(before: int) -> None:
    line = "word " * LONGEST_PAGE
    page = page_of([[line]], 2, len)
    assert {word for each in page.lines for word in each.split()} == {"word"}
    escaped = "x" * before + "\\*" * LONGEST_PAGE
    pages = [page_of([[escaped]], each, len).lines[0] for each in (1, 2, 3)]
    assert "".join(pages) == escaped
    assert not any(each.endswith("\\") for each in pages)


def test_the_number_of_a_page_stands_above_it_where_there_are_several() -> None:
    assert status_page(["a"], 1, len, ENGLISH) == Page(["a"], 1, 1)
    lines = ["a" * (LONGEST_PAGE - 1)] * 2
    assert status_page(lines, 2, len, ENGLISH).lines[0] == "/posts status: 2 of 2"
