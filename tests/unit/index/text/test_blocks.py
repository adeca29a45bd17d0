from __future__ import annotations

from index.text.blocks import LONGEST_CODE, code_blocks, lists, whole_block
from index.text.sentences import Span

CODE = "```sh\npip install oven\noven --lit\n```"
LIST = "- flour\n- water\n- salt"


def span_of(text: str, part: str) -> Span:
    start = text.index(part)
    return Span(start, start + len(part))


def whole(text: str, part: str, most: int = 320) -> str | None:
    span = whole_block(text, span_of(text, part), most)
    return span and text[span.start : span.end]


def test_code_is_quoted_with_its_fences() -> None:
    text = f"To install:\n{CODE}\nDone."
    assert [text[start:end] for start, end in code_blocks(text)] == [CODE]
    assert whole(text, "oven --lit") == CODE
    assert whole(text, "Done.") == "Done."


def test_code_that_is_too_long_is_not_quoted_at_all() -> None:
    text = f"```\n{'x = 1' * LONGEST_CODE}\ny = 2\n```"
    assert whole(text, "y = 2") is None


def test_a_short_list_is_quoted_with_its_marks() -> None:
    text = f"You need:\n{LIST}\n\nMix."
    assert [text[start:end] for start, end in lists(text)] == [LIST]
    assert whole(text, "water") == LIST
    assert whole(text, "Mix.") == "Mix."


def test_an_item_of_a_longer_list_stands_for_itself() -> None:
    assert whole(f"You need:\n{LIST}", "water", most=10) == "water"


def test_one_line_with_a_dash_is_no_list() -> None:
    assert lists("- flour") == ()


def test_blanks_in_a_line_are_looked_at_once() -> None:
    items = [f"-{' ' * 100_000}x"] * 2
    assert lists("\n".join(["Mix:", *items])) == (Span(5, 5 + 2 * 100_002 + 1),)
