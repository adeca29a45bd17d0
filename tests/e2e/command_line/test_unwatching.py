"""Channels of a chat that are watched no longer by command."""

from __future__ import annotations

from contextlib import closing
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from bot.ledger.channel_groups import ChannelGroup
from bot.ledger.channels import Channel
from bot.ledger.ledger import Ledger
from index.clock import utc_now

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.e2e.conftest import Result

    Pullquote = Callable[..., Result]


def ledger() -> Ledger:
    return Ledger.open(Path("data/ledger.db"), timedelta(days=90), utc_now)


@pytest.fixture
def watched() -> None:
    """Three channels, two of one name, one of them gone; and those that are made later."""
    Path("data").mkdir()
    with closing(ledger()) as opened:
        opened.channels.put(Channel("discord:11", "discord", "discord:1", "#news"))
        opened.channels.put(Channel("slack:T1/C0000022", "slack", "T1", "#news"))
        opened.channels.put(
            Channel("slack:T1/C0000033", "slack", "T1", "#old", error="Slack: gone")
        )
        opened.groups.put(ChannelGroup("discord:1", "discord", "discord:1"))


def left() -> set[str]:
    with closing(ledger()) as opened:
        return {each.id for name in ("discord", "slack") for each in opened.channels.watched(name)}


@pytest.mark.usefixtures("watched")
def test_channels_are_listed_and_unwatched_by_name_or_id(pullquote: Pullquote) -> None:
    assert pullquote("unwatch").out.splitlines() == [
        "11 · #news",
        "C0000022 · #news",
        "C0000033 · #old · the platform says “gone”; I try again by myself",
    ]
    several = pullquote("unwatch", "news", "nowhere")
    assert several.code == 1
    assert several.out.splitlines() == [
        "nowhere is not being watched.",
        "Several channels are called news. Name one by its id: 11, C0000022.",
    ]
    done = pullquote("unwatch", "#OLD", "C0000022")
    assert (done.code, left()) == (0, {"discord:11"})
    assert done.out.startswith("I follow 2 channels no longer: #old, #news.")


@pytest.mark.usefixtures("watched")
def test_all_are_unwatched_with_those_that_would_be_made_later(pullquote: Pullquote) -> None:
    done = pullquote("unwatch", "--all")
    assert (done.code, left()) == (0, set())
    assert done.out.endswith("Channels that are made later are not watched any more.\n")
    with closing(ledger()) as opened:
        assert opened.groups.watched("discord", "discord:1") == []


def test_where_no_chat_was_served_nothing_is_made(pullquote: Pullquote) -> None:
    none = pullquote("unwatch", "news")
    assert (none.code, none.out) == (1, "news is not being watched.\n")
    assert not Path("data/ledger.db").exists()


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "No channel is being watched."),
        ("fr", "Aucun salon n’est suivi."),
        ("es", "No se sigue ningún canal."),
        ("de", "Es wird kein Kanal verfolgt."),
    ],
)
def test_where_nothing_is_watched_it_says_so(
    pullquote: Pullquote, monkeypatch: pytest.MonkeyPatch, language: str, said: str
) -> None:
    monkeypatch.setenv("PULLQUOTE_LANGUAGE", language)
    for words in ((), ("--all",)):
        done = pullquote("unwatch", *words)
        assert (done.code, done.out) == (0, f"{said}\n")
