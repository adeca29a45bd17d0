from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.ledger.channels import Channel
from tests.fakes.bot.ledgers import NOW

if TYPE_CHECKING:
    from bot.ledger.ledger import Ledger


SQUARE = Channel("discord:1/2", "discord", "discord:1", "square")


def test_a_channel_is_read_back_as_it_was_kept(ledger: Ledger) -> None:
    far = replace(
        SQUARE, oldest="5", newest="9", is_whole=True, read_at=NOW, error="it may not be read"
    )
    ledger.channels.put(SQUARE)
    assert ledger.channels.get(SQUARE.id) == SQUARE
    ledger.channels.put(far)
    assert ledger.channels.get(SQUARE.id) == far


def test_the_watched_channels_of_a_platform_or_room_come_by_name(ledger: Ledger) -> None:
    attic = Channel("discord:1/3", "discord", "discord:1", "attic")
    away = Channel("discord:2/4", "discord", "discord:2", "bakery")
    slack = Channel("slack:C1", "slack", "slack:T1", "cellar")
    for each in (SQUARE, attic, away, slack):
        ledger.channels.put(each)
    assert ledger.channels.watched("discord") == [attic, away, SQUARE]
    assert ledger.channels.watched("discord", "discord:1") == [attic, SQUARE]
    assert ledger.channels.watched("discord", "slack:T1") == []


def test_a_channel_that_was_removed_is_watched_no_longer(ledger: Ledger) -> None:
    ledger.channels.put(SQUARE)
    ledger.channels.remove(SQUARE.id)
    ledger.channels.remove("discord:404")
    assert ledger.channels.get(SQUARE.id) is None
    assert ledger.channels.watched("discord") == []


def test_a_channel_of_several_workspaces_is_found_by_its_id_within_them(ledger: Ledger) -> None:
    here = Channel("slack:T1/C1", "slack", "T1", "attic")
    there = Channel("slack:T2/C1", "slack", "T2", "cellar")
    others = [
        SQUARE, Channel("slack:T1/C11", "slack", "T1", "lane"),
        Channel("slack:T3/c1", "slack", "T3", "mews"), Channel("discord:9/C1", "discord", "9", "n"),
    ]  # fmt: skip
    for each in (here, there, *others):
        ledger.channels.put(each)
    assert ledger.channels.shared("slack", "C1") == [here, there]
    assert ledger.channels.shared("slack", "%") == []
    assert ledger.channels.shared("slack", "_1") == []
    assert ledger.channels.shared("slack", "") == []
    assert ledger.channels.shared("discord", "2") == [SQUARE]
