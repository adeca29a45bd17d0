"""A quote looks on Discord as its message did, and does nothing else."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as some

from adapters.chat.quotes import Credit, Quote
from adapters.discord.rendering.lengths import size
from adapters.discord.rendering.quotes import quotation
from index.text.parts.spoilers import covered

if TYPE_CHECKING:
    from adapters.markup.styled import Markup

NOBODY = Credit("Ada", None, "", "#square", "post", None)
SIGNS = "*_~`|\\<>[]()@#-+1.: \n/ab"


def quote(text: str, markup: Markup = "discord") -> Quote:
    spans = covered(text, "discord:1") if markup == "discord" else ()
    return Quote(1, text, NOBODY, post_id=f"{markup}:1", covered=spans)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("**a** *b* __c__ ~~d~~ `e`", "> **a** *b* __c__ ~~d~~ `e`"),
        ("***both*** and **a *b***", "> **_both_** and **a _b_**"),
        ("It is ||under the mat||.", "> It is ||under the mat||."),
        ("- one\n- two\n1. three", "> - one\n> - two\n> 1. three"),
        ("so:\n```py\nx = [1]\n```", "> so:\n> ```\n> x = [1]\n> ```"),
        ("# big\n-# small", "> \\# big\n> \\-# small"),
        ("<@1> [a](https://b.example)", r"> \<\@1\> \[a\](https\://b.example)"),
        ("**open", r"> \*\*open"),
    ],
)
def test_discord_s_styles_are_shown_and_nothing_else(text: str, shown: str) -> None:
    assert quotation(quote(text), 1000) == shown


def test_slack_s_styles_are_discord_s_here() -> None:
    assert quotation(quote("*a* _b_ ~c~ `d` :tada:", "slack"), 1000) == (
        "> **a** *b* ~~c~~ `d` :tada:"
    )


def bare(shown: str) -> str:
    """Return what Discord reads marks in: neither code nor what a backslash stands before."""
    return re.sub(r"```.*?```|``.+?``|`[^`]+`|\\[!-/:-@\[-`{-~]", " ", shown, flags=re.DOTALL)


@given(some.text(some.sampled_from(SIGNS)), some.sampled_from(["discord", "slack"]))
def test_no_mark_is_left_open_and_nothing_pings_or_links(text: str, markup: Markup) -> None:
    shown = quotation(quote(text, markup), 1000)
    assert all(line.startswith(">") for line in shown.split("\n"))
    assert not re.search(r"[<\[@`]|[a-z]://", bare(shown))
    assert bare(shown).count("||") % 2 == 0


@given(some.text(some.sampled_from("*_~|`ab \n"), max_size=400), some.integers(20, 200))
def test_what_is_cut_is_cut_before_it_is_laid_out(text: str, longest: int) -> None:
    shown = quotation(quote(text), longest)
    assert size(shown) <= longest
    assert bare(shown).count("||") % 2 == 0
