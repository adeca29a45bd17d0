from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adapters.markup.slack import plain_text

PEOPLE = {"U1": "Ada Quill"}
CHANNELS = {"C1": "bees"}


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
