"""What became of one message, told by command."""

from __future__ import annotations

import json
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from bot.ledger.channels import Channel
from bot.ledger.ledger import Ledger
from bot.ledger.offers import Offer
from index.clock import utc_now
from tests.fakes.documents import ROOT

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.e2e.conftest import Result

    Pullquote = Callable[..., Result]

DISCORD = "https://discord.com/channels/1/{}/{}"
SLACK = "https://nets.slack.com/archives/C0000022/p{}?thread_ts=1.5"

ARCHIVED = "https://garden-club.slack.com/archives/C0COMPOST/p1709370060000200"


@pytest.fixture
def stored(pullquote: Pullquote) -> None:
    """A stored post, and two watched channels."""
    Path("notes.md").write_text("Nets hang in the harbour.")
    assert pullquote("import", "notes.md").code == 0
    with closing(Ledger.open(Path("data/ledger.db"), timedelta(days=90), utc_now)) as opened:
        opened.channels.put(Channel("discord:11", "discord", "discord:1", "#news", "20", "90"))
        opened.channels.put(Channel("slack:T1/C0000022", "slack", "T1", "#nets", "1600000000.0"))


@pytest.mark.usefixtures("stored")
@pytest.mark.parametrize(
    ("link", "said"),
    [
        (DISCORD.format(11, 55), "read beyond it"),
        (DISCORD.format(11, 10), "back to a later message"),
        (DISCORD.format(11, 95), "newer than what was read"),
        (DISCORD.format(13, 55), "its channel is not watched"),
        (SLACK.format("1700000099000005"), "read beyond it"),
        (SLACK.replace("C0000022", "C0000099").format("1700000099000005"), "is not watched"),
        ("https://example.org/nets", "no link to a message"),
    ],
)
def test_why_a_message_is_not_stored_is_said(pullquote: Pullquote, link: str, said: str) -> None:
    told = pullquote("why", link)
    assert (told.code, said in told.out) == (1, True), told.out


def test_an_imported_archive_s_message_is_found_though_no_link_tells_its_workspace(
    pullquote: Pullquote,
) -> None:
    other = {"scope": "slack", "id": "T0BARN/C0BARN/1709370060.000200", "text": "Nets dry."}
    Path("barn.jsonl").write_text(json.dumps(other))
    assert pullquote("import", "barn.jsonl").code == 0
    assert pullquote("import", str(ROOT / "tests/payloads/archives/slack")).code == 0
    told = pullquote("why", ARCHIVED)
    assert (told.code, told.out[:7]) == (0, "Stored,"), told.out
    assert pullquote("forget", "--post", "slack:T0GARDEN/C0COMPOST/1709370060.000200", "--yes")
    again = pullquote("why", ARCHIVED)
    assert (again.code, "was forgotten" in again.out) == (1, True), again.out


def test_the_whole_of_it_is_said_before_any_chat_was_served(pullquote: Pullquote) -> None:
    Path("notes.md").write_text("Nets hang in the harbour.")
    pullquote("import", "notes.md")
    assert "is not watched" in pullquote("why", DISCORD.format(11, 55)).out


@pytest.mark.usefixtures("stored")
def test_a_status_tells_what_was_offered_unasked_and_what_came_of_it(pullquote: Pullquote) -> None:
    with closing(Ledger.open(Path("data/ledger.db"), timedelta(days=90), utc_now)) as opened:
        for name, channel in (("a", "slack:T1/C0000022"), ("b", "slack:T1/C0000022")):
            opened.offers.claim(Offer(name, "slack", "T1", channel, "slack:T1/U1"))
            opened.offers.shown(name, f"{channel}/{name}")
        opened.offers.note("a", "helped")
    said = " ".join(pullquote("status").out.split())
    assert "Offered unasked in #nets: 2 answers; 1 helped, 0 did not fit." in said
    assert pullquote("status", "--json").json["offers"] == [
        {"channel_id": "slack:T1/C0000022", "offered": 2, "helped": 1, "refused": 0}
    ]


@pytest.mark.usefixtures("stored")
def test_a_status_names_the_watched_channels_and_what_is_missing_of_them(
    pullquote: Pullquote,
) -> None:
    said = pullquote("status").out
    assert "#nets" in said
    assert "Gap: what is older than 2020-09-13" in said
    channels = {each["id"]: each for each in pullquote("status", "--json").json["channels"]}
    nets = channels["slack:T1/C0000022"]
    assert (nets["read_back_to"][:10], nets["is_whole"], nets["is_cut"]) == (
        "2020-09-13",
        False,
        False,
    )
