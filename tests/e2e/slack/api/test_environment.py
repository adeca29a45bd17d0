from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.e2e.slack.api.test_http_mode import install, listening
from tests.e2e.slack.conftest import OVEN, Rig

if TYPE_CHECKING:
    from pathlib import Path


async def test_what_bolt_reads_from_the_environment_changes_nothing(
    stored: Rig, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    slack = stored.slack
    monkeypatch.setenv("SLACK_BOT_TOKEN", slack.bot_token)
    monkeypatch.setenv("SLACK_APP_TOKEN", slack.app_token)
    monkeypatch.setenv("SLACK_SIGNING_SECRET", "another")
    async with stored.running():
        await slack.direct_message(slack.ada, "when is the oven lit?")
        await stored.hears(slack.direct_channel(slack.ada), OVEN)
    assert caplog.records == []


@pytest.mark.filterwarnings("ignore:BasicAuth is deprecated")  # the SDK's way to say who we are
async def test_installations_are_kept_in_the_ledger_and_nowhere_else(
    stored: Rig, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    slack = stored.slack
    monkeypatch.setenv("SLACK_CLIENT_ID", slack.site.client_id)
    monkeypatch.setenv("SLACK_CLIENT_SECRET", slack.site.client_secret)
    monkeypatch.setenv("HOME", str(tmp_path))
    async with listening(stored, installing=True) as address:
        assert await install(stored, address, slack.grants(slack.team)) == 200
        await slack.direct_message(slack.ada, "when is the oven lit?")
        await stored.hears(slack.direct_channel(slack.ada), OVEN)
    assert caplog.records == []
    assert not (tmp_path / ".bolt-app-installation").exists()
