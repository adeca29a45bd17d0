from __future__ import annotations

import pytest

from index.text.parts.blocks import LONGEST_BLOCK, lists, whole_block
from index.text.parts.sentences import Span, sentences
from index.text.parts.set_apart import code_in, set_apart

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
    assert [text[start:end] for start, end in code_in(text)] == [CODE]
    assert whole(text, "oven --lit") == CODE
    assert whole(text, "Done.") == "Done."


def test_code_that_is_too_long_is_not_quoted_at_all() -> None:
    text = f"```\n{'x = 1' * LONGEST_BLOCK}\ny = 2\n```"
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


TABLE = "| firing | price |\n|---|---:|\n| bisque | 12 €. Pay first. |\n| glaze | 18 € |"
BELOW = "Members pay half of that until May."


def sentences_of(text: str) -> list[str]:
    return [text[start:end] for start, end in sentences(text)]


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
@pytest.mark.parametrize("block", [CODE, TABLE, "~~~\n# stop\n\nkiln stop\n~~~"])
def test_code_and_tables_are_a_sentence_of_their_own(block: str, gap: str) -> None:
    for above in ("Do it like this:", "Do it like this."):
        text = f"{above}{gap}{block}{gap}{BELOW} It ends then."
        assert sentences_of(text) == [above, block, BELOW, "It ends then."]


def test_a_part_of_a_text_that_begins_or_ends_in_a_block_has_pieces_of_it() -> None:
    text = f"Do it.\n{CODE}\n{BELOW}"
    middle = text.index("oven --lit")

    assert [text[start:end] for start, end in sentences(text, Span(middle, len(text)))] == [
        "oven --lit\n```",
        BELOW,
    ]
    assert [text[start:end] for start, end in sentences(text, Span(0, middle))] == [
        "Do it.",
        "```sh\npip install oven",
    ]


def test_a_table_is_quoted_whole_and_alone() -> None:
    text = f"It is cheap.\n{TABLE}\n{BELOW}"
    assert whole(text, "| glaze | 18 € |") == TABLE
    assert whole(text, f"| glaze | 18 € |\n{BELOW}") == TABLE
    assert whole(text, BELOW) == BELOW


def test_a_row_of_a_table_that_is_too_long_stands_for_itself() -> None:
    text = TABLE + "\n| raku | 30 € |" * LONGEST_BLOCK
    assert whole(text, "| glaze | 18 € |") == "| glaze | 18 € |"


@pytest.mark.parametrize("block", [CODE, TABLE])
@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_what_announces_code_or_a_table_is_quoted_with_it(block: str, gap: str) -> None:
    text = f"So it goes:{gap}{block}\n{BELOW}"
    assert whole(text, "So it goes:") == f"So it goes:{gap}{block}"


@pytest.mark.parametrize(
    "text", ["a | b\nno ruler", "a - b\n---\nc | d", f"```\n{TABLE}\n```", "---|---\na | b"]
)
def test_other_bars_are_no_table(text: str) -> None:
    assert set_apart(text) == [*code_in(text)]
