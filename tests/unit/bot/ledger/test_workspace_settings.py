from __future__ import annotations

from dataclasses import fields, replace
from typing import TYPE_CHECKING, get_args

import pytest

from bot.admin.workspace_settings import ALL, SETTINGS, Setting, set_back
from bot.ledger.workspace_settings import DEFAULTS, WorkspaceSettings

if TYPE_CHECKING:
    from bot.ledger.ledger import Ledger

CHOSEN = WorkspaceSettings(
    language="de",
    answers_in=frozenset({"discord:1", "discord:2"}),
    quiet_in=frozenset({"discord:2"}),
    goes_on=False,
    admins=frozenset({"discord:7"}),
    keep_days=5,
    digest_in="discord:1",
)


def test_settings_are_kept_apart_by_workspace_and_platform(ledger: Ledger) -> None:
    ledger.settings.put("discord", "discord:42", CHOSEN)
    assert ledger.settings.of("discord", "discord:42") == CHOSEN
    assert ledger.settings.of("slack", "discord:42") == DEFAULTS
    assert ledger.settings.all() == {("discord", "discord:42"): CHOSEN}


def test_what_is_set_back_is_not_stored(ledger: Ledger) -> None:
    ledger.settings.put("discord", "discord:42", CHOSEN)
    ledger.settings.put("discord", "discord:42", DEFAULTS)
    assert ledger.settings.all() == {}


def test_every_setting_can_be_set_back_alone() -> None:
    assert {each.name for each in fields(WorkspaceSettings)} == set(get_args(Setting))
    for name in SETTINGS:
        assert set_back(CHOSEN, name) == replace(CHOSEN, **{name: getattr(DEFAULTS, name)})
    assert set_back(CHOSEN, ALL) == DEFAULTS
    with pytest.raises(KeyError):
        set_back(CHOSEN, "loudness")


def test_a_channel_that_is_quiet_is_so_where_it_was_chosen_too() -> None:
    assert CHOSEN.answers("discord:1")
    assert not CHOSEN.answers("discord:2")
    assert not CHOSEN.answers("discord:3")
    assert DEFAULTS.answers("discord:3")
