from __future__ import annotations

from typing import TYPE_CHECKING

import aiohttp
import pytest
from slack_sdk.oauth.installation_store import Installation

from adapters.slack.api.oauth import STATE_SECONDS, Installations, States
from adapters.slack.api.workspaces import InstalledWorkspaces
from bot.errors import LoginError, UnavailableError
from bot.ledger.ledger import REPEATED, Ledger
from index.clock import utc_now
from tests.fakes.slack.server import FakeSlack

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

KEY = "a-key-that-is-long-enough-for-everybody"


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    """An empty ledger."""
    opened = Ledger.open(tmp_path / "ledger.db", REPEATED, utc_now)
    yield opened
    opened.close()


def installation(token: str = "xoxb-1", team: str | None = "T1") -> Installation:  # noqa: S107 - opens nothing
    return Installation(
        app_id="A1",
        enterprise_id=None if team else "E1",
        team_id=team,
        bot_token=token,
        bot_id="B1",
        bot_user_id="U9",
        user_id="U1",
        is_enterprise_install=team is None,
    )


async def test_an_installation_is_kept_encrypted_and_found_again(ledger: Ledger) -> None:
    store = Installations(ledger, KEY)
    await store.async_save(installation("xoxb-old"))
    await store.async_save(installation("xoxb-new"))
    bot = await store.async_find_bot(enterprise_id=None, team_id="T1")
    assert bot is not None
    assert (bot.bot_token, bot.bot_user_id) == ("xoxb-new", "U9")
    found = await store.async_find_installation(enterprise_id=None, team_id="T1", user_id="U1")
    assert found is not None
    assert (found.bot_token, found.user_id) == ("xoxb-new", "U1")
    assert store.teams() == ["T1"]
    assert "xoxb" not in str(ledger.notes(""))


async def test_an_installation_of_a_whole_organisation_is_kept_under_its_id(ledger: Ledger) -> None:
    store = Installations(ledger, KEY)
    await store.async_save(installation(team=None))
    assert await store.async_find_bot(enterprise_id="E1", team_id=None)
    assert store.teams() == []  # which workspaces those are is not known yet
    assert store.organisations() == ["E1"]
    store.note_workspace("E2", "T2")  # of another organisation
    store.note_workspace("E1", "T1")
    assert await store.async_find_bot(enterprise_id=None, team_id="T1")
    assert await store.async_find_bot(enterprise_id=None, team_id="T2") is None
    assert store.teams() == ["T1"]
    await store.async_delete_all(enterprise_id=None, team_id="T1")
    assert await store.async_find_bot(enterprise_id="E1", team_id="T1") is None
    assert store.teams() == []


async def test_an_own_installation_goes_before_that_of_the_organisation(ledger: Ledger) -> None:
    store = Installations(ledger, KEY)
    await store.async_save(installation("xoxb-all", team=None))
    await store.async_save(installation("xoxb-own"))
    store.note_workspace("E1", "T1")
    found = await store.async_find_bot(enterprise_id="E1", team_id="T1")
    assert found is not None
    assert found.to_dict()["bot_token"].endswith("own")
    await store.async_delete_all(enterprise_id=None, team_id="T1")
    assert await store.async_find_bot(enterprise_id="E1", team_id=None)


async def test_another_key_opens_nothing(ledger: Ledger) -> None:
    await Installations(ledger, KEY).async_save(installation())
    with pytest.raises(LoginError, match="SLACK_ENCRYPTION_KEY does not open"):
        await Installations(ledger, KEY[::-1]).async_find_bot(enterprise_id=None, team_id="T1")


async def test_a_key_that_opens_no_stored_token_is_refused_before_anything_is_served(
    ledger: Ledger,
) -> None:
    Installations(ledger, KEY[::-1]).check_key()  # nothing is stored yet
    await Installations(ledger, KEY).async_save(installation())
    Installations(ledger, KEY).check_key()
    with pytest.raises(LoginError, match="SLACK_ENCRYPTION_KEY does not open"):
        Installations(ledger, KEY[::-1]).check_key()
    await Installations(ledger, KEY[::-1]).async_save(installation("xoxb-new", "T2"))
    Installations(ledger, KEY[::-1]).check_key()  # the other one is told by itself


async def test_a_deleted_installation_is_gone(ledger: Ledger) -> None:
    store = Installations(ledger, KEY)
    await store.async_save(installation())
    await store.async_delete_installation(enterprise_id=None, team_id="T1")
    assert await store.async_find_bot(enterprise_id=None, team_id="T1") is None
    assert await store.async_find_installation(enterprise_id=None, team_id="T1") is None
    assert store.teams() == []
    assert store.logger.name == States(ledger).logger.name


async def test_a_workspace_whose_token_is_good_no_more_still_shares_the_index(
    ledger: Ledger,
) -> None:
    store = Installations(ledger, KEY)
    await store.async_save(installation("xoxb-revoked"))
    await store.async_save(installation("xoxb-good", "T2"))
    async with aiohttp.ClientSession() as nowhere:
        assert InstalledWorkspaces(store, "http://127.0.0.1:1/", nowhere).count() == 2


async def test_a_state_is_good_once_and_for_ten_minutes(
    ledger: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    states = States(ledger)
    state = await states.async_issue()
    assert [await states.async_consume(state), await states.async_consume(state)] == [True, False]
    assert not await states.async_consume("forged")
    late = await states.async_issue()
    began = float(ledger.noted(f"slack.state:{late}"))
    monkeypatch.setattr("adapters.slack.api.oauth.time", lambda: began + STATE_SECONDS)
    assert not await states.async_consume(late)


async def test_states_that_nobody_used_are_dropped_in_time(
    ledger: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    states = States(ledger)
    abandoned = f"slack.state:{await states.async_issue()}"
    began = float(ledger.noted(abandoned))
    assert f"slack.state:{await states.async_issue()}" != abandoned
    assert len(ledger.notes("slack.state:")) == 2
    monkeypatch.setattr("adapters.slack.api.oauth.time", lambda: began + STATE_SECONDS)
    last = await states.async_issue()
    assert list(ledger.notes("slack.state:")) == [f"slack.state:{last}"]


async def test_a_workspace_that_is_known_is_served_while_the_ledger_cannot_be_read(
    ledger: Ledger,
) -> None:
    store = Installations(ledger, KEY)
    async with FakeSlack() as slack, aiohttp.ClientSession() as session:
        await store.async_save(installation(slack.bot_token))
        workspaces = InstalledWorkspaces(store, slack.api_url, session)
        known = await workspaces.of("T1")
        ledger.close()
        assert await workspaces.of("T1") is known
        with pytest.raises(UnavailableError):
            await workspaces.of("T2")
