from __future__ import annotations

from contextlib import closing
from datetime import timedelta
from typing import TYPE_CHECKING

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
