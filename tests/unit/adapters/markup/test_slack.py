from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adapters.markup.slack import (
    escaped,
    link_target,
    mentions,
    named_ids,
    plain_text,
    readable,
    unescaped,
)

PEOPLE = {"U1": "Ada Quill"}
CHANNELS = {"C1": "bees"}
NAMES = {"U1": "Ada Lovelace", "C1": "general", "U2": "Bob"}


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("<@U1> and <@U2|ben> and <@U3>", "@Ada Quill and @ben and @U3"),
        ("<#C1> <#C1|old> <#C9|board> <#C9>", "#bees #bees #private-channel #private-channel"),
        ("<!here> <!channel> <!everyone|x>", "@here @channel @everyone"),
        ("<!subteam^S1|@bakers> <!subteam^S1>", "@bakers @group"),
        ("<!date^1^{date}|1 May>", "1 May"),
        ("<https://a.example/x>", "https://a.example/x"),
        ("<https://a.example/|a.example>", "a.example"),
        ("<https://a.example|the page>", "the page (https://a.example)"),
        ("<mailto:a@b.example|a@b.example>", "a@b.example"),
        ("a &lt;b&gt; &amp;lt;", "a <b> &lt;"),
        ("1 < 2 > 1, <>, <\n>", "1 < 2 > 1, <>, <\n>"),
    ],
)
def test_markup_becomes_what_readers_see(text: str, shown: str) -> None:
    assert plain_text(text, PEOPLE, CHANNELS) == shown


@given(st.text(st.sampled_from("<>|@#!^&;ltgamp U1C\n")))
def test_no_text_raises(text: str) -> None:
    assert isinstance(plain_text(text, PEOPLE, CHANNELS), str)


@pytest.mark.parametrize(
    ("written", "seen"),
    [
        ("a &amp; b &lt;c&gt; &amp;lt;", "a & b <c> &lt;"),
        ("<@U1> and <@U9|eve> and <@U9>", "@Ada Lovelace and @eve and @somebody"),
        ("<#C1> <#C2|news> <#C2>", "#general #news #private"),
        ("<!channel> <!here|here> <!subteam^S1|@team>", "@channel @here @team"),
        ("<https://x.example/?a=1&amp;b=2|the page> <https://x.example>",
         "the page https://x.example"),
        ("from:<@U1> oven in:<#C1>", 'from:"@Ada Lovelace" oven in:#general'),
        ("hi from <@U2>", "hi from @Bob"),
        ("tab\tand\x07bell \u202egnp", "tab\tandbell gnp"),
    ],
)  # fmt: skip
def test_text_is_read_as_its_readers_see_it(written: str, seen: str) -> None:
    assert readable(written, NAMES) == seen


@given(st.text())
def test_escaped_text_is_seen_as_it_was(text: str) -> None:
    assert unescaped(escaped(text)) == text
    assert "<" not in escaped(text)
    assert ">" not in escaped(text)


def test_mentions_are_known_with_and_without_a_label() -> None:
    assert mentions("hi <@U1> there", "U1")
    assert mentions("hi <@U1|ada> there", "U1")
    assert not mentions("hi <@U10> and <#U1>", "U1")


def test_named_accounts_and_channels_are_found() -> None:
    assert named_ids("<@U1> <#C1|general> <!here> <https://x.example>") == {"U1", "C1"}


def test_a_link_is_taken_out_of_its_brackets() -> None:
    assert link_target(" <https://x.example/a?b=1&amp;c=2|there> ") == "https://x.example/a?b=1&c=2"
    assert link_target("notes:1") == "notes:1"
