"""Whatever somebody wrote, Discord shows exactly that and does nothing else."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as some

from adapters.discord.rendering.custom_ids import Pressed, custom_id, parsed
from adapters.discord.rendering.escaping import (
    address,
    as_quote,
    escaped,
    escaped_line,
    link,
    web_address,
)
from bot.text import plain

TEXTS = some.text(some.sampled_from("\\*_~`|<>[]()@#-+1.: \n\t/https&!ab\u2028é")) | some.text()
MARKS = set("*_~`|<>[]@")


def unescaped(text: str) -> list[tuple[int, str]]:
    """Return each sign that Discord does not take as it stands, read from the left."""
    found, at = [], 0
    while at < len(text):
        if text[at] == "\\" and re.match(r"[!-/:-@\[-`{-~]", text[at + 1 : at + 2]):
            at += 2
            continue
        found.append((at, text[at]))
        at += 1
    return found


def shown(text: str) -> str:
    """Return what a reader sees of a text without markup."""
    return re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", text)


@given(TEXTS)
def test_no_mark_is_left_and_the_reader_sees_the_text(text: str) -> None:
    safe = escaped(text)
    assert not MARKS & {sign for _, sign in unescaped(safe)}
    assert shown(safe) == plain(text)


@given(TEXTS)
def test_no_line_is_a_heading_a_list_or_small_print(text: str) -> None:
    for line in escaped(text).split("\n"):
        assert not re.match(r"[ \t]*([#+-]|\d+[.)])", line)


@given(TEXTS)
def test_no_address_is_left_that_would_become_a_link(text: str) -> None:
    assert not re.search(r"[A-Za-z]://", escaped(text))


@given(TEXTS)
def test_a_line_is_one_line(text: str) -> None:
    assert len(escaped_line(text).splitlines()) <= 1


@given(TEXTS)
def test_every_line_of_a_quote_stands_after_a_bar(text: str) -> None:
    lines = as_quote(text).split("\n")
    assert len(lines) == len(escaped(text).split("\n"))
    assert all(line == ">" or line.startswith("> ") for line in lines)


@given(TEXTS, some.from_regex(r"https://[a-z]+/[^\s]{0,30}", fullmatch=True))
def test_a_link_ends_where_it_should(title: str, url: str) -> None:
    made = link(title, url)
    inside, _, target = made.rpartition("](")
    assert target == f"{address(url)})"
    assert not set("()<>[]\\ `*_~|") - {"_"} & set(target[:-1])
    assert not {"[", "]"} & {sign for _, sign in unescaped(inside[1:])}


@pytest.mark.parametrize(
    ("url", "is_one"),
    [
        ("https://example.org/a", True),
        ("http://example.org", True),
        ("ftp://example.org", False),
        ("javascript:alert(1)", False),
        ("https://", False),
        ("https://[broken", False),
        ("https://example.org/a b", False),
        ("https://example.org/" + "a" * 90, False),
        ("", False),
        (None, False),
    ],
)
def test_only_addresses_of_web_pages_are_linked(url: str | None, *, is_one: bool) -> None:
    assert (web_address(url, 100) == url and url is not None) is is_one


@given(some.text(min_size=1), some.integers(0, 99))
def test_a_button_s_name_tells_what_it_does(subject: str, page: int) -> None:
    assert parsed(custom_id("page", subject, page)) == Pressed("page", subject, page)


def test_a_button_s_name_fits() -> None:
    assert len(custom_id("answered", "0" * 32, 10**6)) <= 100


@given(some.text())
def test_names_of_other_buttons_are_not_ours(name: str) -> None:
    if not name.startswith("pullquote:"):
        assert parsed(name) is None


@pytest.mark.parametrize("name", ["pullquote", "pullquote:page:x:q", "pullquote:page:1:", ""])
def test_broken_names_are_not_ours(name: str) -> None:
    assert parsed(name) is None
