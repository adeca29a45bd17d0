from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adapters.markup.discord import plain_text

PEOPLE = {"1": "Ada Quill"}
CHANNELS = {"5": "bees"}
ROLES = {"7": "keepers"}


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("<@1> <@!1> <@2>", "@Ada Quill @Ada Quill @somebody"),
        ("<#5> <#6>", "#bees #channel"),
        ("<@&7> <@&8>", "@keepers @role"),
        ("<:fork:8> <a:dance:9>", ":fork: :dance:"),
        ("<t:0> <t:1709337600:R>", "1970-01-01 00:00 UTC 2024-03-02 00:00 UTC"),
        ("<https://a.example> 1 < 2 > 1 <@x>", "<https://a.example> 1 < 2 > 1 <@x>"),
    ],
)
def test_markup_becomes_what_readers_see(text: str, shown: str) -> None:
    assert plain_text(text, PEOPLE, CHANNELS, ROLES) == shown


@given(st.text(st.sampled_from("<>@#!&:at019 ")))
def test_no_text_raises(text: str) -> None:
    assert isinstance(plain_text(text, PEOPLE, CHANNELS), str)


def test_a_name_without_end_is_cut() -> None:
    assert plain_text("<@1> <#2>", {"1": "a" * 999}, {"2": "b" * 999}) == (
        f"@{'a' * 100} #{'b' * 100}"
    )
