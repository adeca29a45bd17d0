from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from bot.ledger.conversations import Conversations
from tests.fakes.bot.ledgers import ADA, BEN, NOW

if TYPE_CHECKING:
    from bot.ledger.ledger import Ledger
    from tests.fakes.bot.ledger_places import LedgerPlace


def test_a_thread_that_was_noted_is_known_also_after_a_restart(place: LedgerPlace) -> None:
    with closing(place.open()) as ledger:
        ledger.conversations.note_thread(["q1", "discord:10/7"], "discord", "discord:42")
        ledger.conversations.note_thread(["q1"], "discord", "discord:42")
    with closing(place.open()) as ledger:
        assert ledger.conversations.has_thread({"q1", "other"})
        assert ledger.conversations.has_thread({"discord:10/7"})
        assert not ledger.conversations.has_thread({"other"})


def test_a_conversation_is_forgotten_with_its_workspace_and_by_age(ledger: Ledger) -> None:
    for id_, workspace in (("q1", "discord:42"), ("q2", "discord:43"), ("q3", "discord:44")):
        ledger.conversations.note_thread([id_], "discord", workspace)
    ledger.conversations.forget_workspace("discord", "discord:42")
    ledger.conversations.forget_older(timedelta(days=-1), "discord", "discord:43")
    ledger.conversations.forget_older(timedelta(days=1))
    known = [id_ for id_ in ("q1", "q2", "q3") if ledger.conversations.has_thread({id_})]
    assert known == ["q3"]
    ledger.conversations.forget_older(timedelta(days=-1))
    assert not ledger.conversations.has_thread({"q3"})


def test_the_direct_conversations_of_a_platform_come_last_first_till_they_are_forgotten(
    ledger: Ledger,
) -> None:
    ledger.conversations.note_direct("discord:10", ADA)
    ledger.conversations.note_direct("discord:11", BEN)
    ledger.conversations.note_direct("slack:T1/D1", replace(ADA, platform="slack"))
    ledger.conversations.note_thread(["q1"], "discord", "discord:42")
    assert ledger.conversations.direct("discord", 9) == ["discord:10", "discord:11"]
    later = Conversations(ledger.database, lambda: NOW + timedelta(days=1))
    later.note_direct("discord:11", BEN)
    assert later.direct("discord", 9) == ["discord:11", "discord:10"]
    assert later.direct("discord", 1) == ["discord:11"]
    ledger.conversations.forget_asker(BEN.account)
    assert ledger.conversations.direct("discord", 9) == ["discord:10"]
    assert ledger.conversations.has_thread({"q1"})
