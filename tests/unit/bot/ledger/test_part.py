"""A ledger that looks after a part of a platform."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from bot.admin.scheduled.departures import Departures
from bot.ledger.channels import Channel
from bot.ledger.jobs import new_job
from bot.ledger.leases import serving
from bot.ledger.workspace_settings import WorkspaceSettings
from tests.fakes.bot.ledgers import NOW
from tests.unit.bot.questions.conftest import opened_services

if TYPE_CHECKING:
    from pathlib import Path

    from bot.ledger.ledger import Ledger
    from tests.fakes.bot.ledger_places import LedgerPlace

OWN, OTHER = "discord:1", "discord:2"


def part_of(ledger: Ledger, name: str = "0/2", own: str = OWN) -> Ledger:
    return ledger.part_of(name, lambda workspace_id: workspace_id == own)


def test_channels_and_settings_of_other_workspaces_are_not_looked_after(ledger: Ledger) -> None:
    for each in (OWN, OTHER):
        ledger.channels.put(Channel(f"{each}9", "discord", each, "square"))
        ledger.settings.put("discord", each, WorkspaceSettings(language="fr"))
    own = part_of(ledger)
    assert [each.workspace_id for each in own.channels.watched("discord")] == [OWN]
    assert [*own.settings.all()] == [("discord", OWN)]
    assert len(ledger.channels.watched("discord")) == len(ledger.settings.all()) == 2


def test_a_job_is_gone_on_with_by_whoever_has_its_workspace(place: LedgerPlace) -> None:
    with closing(place.open()) as ledger:
        one, two = part_of(ledger), part_of(ledger, "1/2", OTHER)
        for holder, each in (("first", one), ("second", two)):
            assert ledger.leases.take(serving("discord", each.part), holder, 60)
        begun = [
            new_job(
                "discord", "watch", f"{each}9", workspace_id=each, audience=each, locale="en",
                started_at=NOW,
            )
            for each in (OWN, OTHER)
        ]  # fmt: skip
        one.jobs.put(begun[0])
        two.jobs.put(begun[1])
        assert one.jobs.left("discord") == [begun[0]]
        # Another process has the range by now.
        ledger.leases.give_back(serving("discord", "0/2"), "first")
        assert ledger.leases.take(serving("discord", "0/2"), "third", 60)
        assert part_of(ledger).jobs.left("discord") == [begun[0]]
        assert two.jobs.left("discord") == [begun[1]]


def test_what_another_part_has_in_hand_is_not_given_back(ledger: Ledger) -> None:
    one, two = part_of(ledger), part_of(ledger, "1/2", OTHER)
    assert ledger.leases.take(serving("discord", "1/2"), "second", 60)
    assert two.deliveries.claim("discord:1/2")
    assert one.deliveries.claim("discord:3/4")
    assert one.deliveries.reopen("discord") == ["discord:3/4"]
    ledger.leases.give_back(serving("discord", "1/2"), "second")
    assert one.deliveries.reopen("discord") == ["discord:1/2"]


def test_which_parts_are_served_is_known(ledger: Ledger) -> None:
    assert ledger.leases.served("discord") == {}
    assert ledger.leases.take("discord", "first", 60)
    assert ledger.leases.take(serving("discord", "0-1/4"), "second", 60)
    assert ledger.leases.take(serving("discord", "2/4"), "third", -1)
    assert ledger.leases.take(serving("slack", "one"), "one", 60)
    assert ledger.leases.served("discord") == {"": "first", "0-1/4": "second"}


@pytest.mark.parametrize("is_part", [True, False])
def test_a_workspace_of_another_part_is_not_taken_for_left(tmp_path: Path, is_part: bool) -> None:
    with opened_services(tmp_path) as services:
        ledger = services.ledger
        ledger.channels.put(Channel("discord:9", "discord", OTHER, "square"))
        Departures(services, tmp_path).note_present("discord", [OWN, OTHER])
        looked = replace(services, ledger=part_of(ledger)) if is_part else services
        Departures(looked, tmp_path).note_present("discord", [OWN])
        assert bool(ledger.notes("left:")) is not is_part
