"""Names of channels that stand among others, with spaces in them."""

from __future__ import annotations

import pytest

from bot.admin.watched_names import all_named
from bot.ledger.channels import Channel

CHANNELS = [
    Channel("discord:111111", "discord", "discord:1", "#square"),
    Channel("discord:222222", "discord", "discord:1", "#square / old oven talk"),
]


@pytest.mark.parametrize(
    ("said", "found", "unknown"),
    [
        ("archived talk", [], ["archived talk"]),
        ("#archived talk", [], ["#archived talk"]),
        ("archived talk #square", ["111111"], ["archived talk"]),
        ("square old oven talk", ["111111", "222222"], []),
        ("old oven talk nonsense", ["222222"], ["nonsense"]),
        ("nonsense, more of it", [], ["nonsense", "more of it"]),
        ("nonsense <#1> 999999 #square", ["111111"], ["nonsense", "<#1>", "999999"]),
        ("#one two #three", [], ["#one two", "#three"]),
        ("<#222222> 111111", ["222222", "111111"], []),
    ],
)
def test_a_name_with_spaces_is_read_as_one(said: str, found: list[str], unknown: list[str]) -> None:
    named = all_named(CHANNELS, said)
    assert [each.id.partition(":")[2] for each in named.channels] == found
    assert [each.strip() for each in named.unknown] == unknown
