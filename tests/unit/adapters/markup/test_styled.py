"""What is styled is read as its platform shows it, and every other sign is itself."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as some

from adapters.markup.styled import (
    Code,
    Emoji,
    Markup,
    Node,
    Styled,
    Words,
    markup_of,
    styled,
    title_words,
)
from index.text.parts.sentences import Span


def brief(nodes: tuple[Node, ...]) -> str:
    """Return parts in a notation of their own: `bold(…)`."""
    said = []
    for node in nodes:
        match node:
            case Words(text):
                said.append(text)
            case Code(text, is_block):
                said.append(f"{'block' if is_block else 'code'}({text})")
            case Emoji(name):
                said.append(f"emoji({name})")
            case Styled(style, inside):
                said.append(f"{style}({brief(inside)})")
    return "".join(said)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a **b** *c* _d_ __e__ ~~f~~ g", "a bold(b) italic(c) italic(d) underline(e) strike(f) g"),
        ("**a _b_ c** and 2 * 3 * 4", "bold(a italic(b) c) and 2 * 3 * 4"),
        ("***both***", "bold(italic(both))"),
        ("run `ls **x**` or ``a`b``", "run code(ls **x**) or code(a`b)"),
        ("so:\n```py\nx = 1\n  y\n```\nthat", "so:\nblock(x = 1\n  y)\nthat"),
        ("snake_case_name and \\*stars\\*", "snake_case_name and *stars*"),
        ("**open and `open", "**open and `open"),
        ("- one\n- two", "- one\n- two"),
    ],
)
def test_discord_s_marks_are_read(text: str, shown: str) -> None:
    assert brief(styled(text, "discord")) == shown


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a *b* _c_ ~d~ `e*f*` 2*3*4", "a bold(b) italic(c) strike(d) code(e*f*) 2*3*4"),
        ("*a _b_ c*", "bold(a italic(b) c)"),
        ("```x = 1\ny```", "block(x = 1\ny)"),
        ("well done :tada: at 10:30:00", "well done emoji(tada) at 10:30:00"),
        ("**b** ||c||", "**b** ||c||"),
    ],
)
def test_slack_s_marks_are_read(text: str, shown: str) -> None:
    assert brief(styled(text, "slack")) == shown


def test_what_is_covered_stays_so_where_an_excerpt_begins_within() -> None:
    assert brief(styled("key ||under *it*|| now", "discord", [Span(4, 18)])) == (
        "key spoiler(under italic(it)) now"
    )
    assert brief(styled("the mat|| now", "discord", [Span(0, 9)])) == "spoiler(the mat) now"


@given(some.text(some.sampled_from("*_~`|\\:# ab\n")), some.sampled_from(["", "discord", "slack"]))
def test_no_word_is_lost_or_added(text: str, markup: Markup) -> None:
    read = "".join(_letters(node) for node in styled(text, markup))
    marks = str.maketrans("", "", "*_~`|\\:# \n")
    assert read.translate(marks) in {text.translate(marks), _without_language(text, marks)}
    if not markup:
        assert read == text


def _letters(node: Node) -> str:
    match node:
        case Words(text) | Code(text) | Emoji(text):
            return text
        case Styled(_, inside):
            return "".join(map(_letters, inside))


def _without_language(text: str, marks: dict[int, int | None]) -> str:
    """Return a text without the languages that blocks of code name."""
    return "".join(map(_letters, styled(text, "discord"))).translate(marks)


def test_a_post_has_the_marks_of_where_it_was_written() -> None:
    ids = ("discord:1/2/3", "slack:T1/C1/1.2", "notes:1", "discordant:1")
    assert [markup_of(each) for each in ids] == ["discord", "slack", "", ""]


@pytest.mark.parametrize(
    ("title", "shown"),
    [
        ("To reset it run: ```sh kiln --reset", "To reset it run: sh kiln --reset"),
        ("Run `kiln` **now**", "Run kiln now"),
        ("No marks at all", "No marks at all"),
    ],
)
def test_a_title_has_no_marks_of_styles_be_it_cut_within_a_block(title: str, shown: str) -> None:
    assert title_words(title, "discord:1/2/3") == shown
