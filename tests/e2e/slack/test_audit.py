"""`pullquote audit` shows what a question on Slack could cite."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from bot.composition import chat_app
from bot.errors import PlatformError
from bot.settings.values import Settings, SlackSettings
from index.embedding.encoder import BUNDLED
from tests.e2e.slack.conftest import OVEN
from tests.fakes.index.posts import post

if TYPE_CHECKING:
    from tests.e2e.slack.conftest import Rig


def settings_for(rig: Rig) -> Settings:
    slack = rig.slack
    tokens = SlackSettings(slack.bot_token, slack.app_token, slack.api_url)
    return Settings(rig.folder, BUNDLED, "en", None, timedelta(days=9), 9, slack=tokens)


async def test_it_names_what_the_readers_may_see_and_nothing_else(rig: Rig) -> None:
    slack = rig.slack
    await rig.stores(
        post(OVEN, "1", source="village"),
        post("Nets.", "2", source="square", audience=f"slack:{slack.team.id}"),
        post("Hush.", "3", source="whispers", audience=f"slack:{slack.secret.id}"),
    )
    seen = {
        slack.ada.id: ["square", "village", "whispers"],
        slack.gil.id: ["village"],
        slack.secret.id: ["square", "village", "whispers"],
        slack.partners.id: ["village"],
    }
    for id_, sources in seen.items():
        (found,) = await chat_app.audits(settings_for(rig), id_)
        assert [each.name for each in found.statistics.sources] == sources
        assert sum(count for _, count in found.labels) == len(sources)


async def test_a_slack_that_fails_is_said(rig: Rig) -> None:
    settings = settings_for(rig)
    assert settings.slack
    rig.slack.faults.error("users.info", "fatal_error", times=9)
    with pytest.raises(PlatformError, match="fatal_error"):
        await chat_app.audits(settings, rig.slack.ada.id)
    away = replace(settings.slack, api_url="http://127.0.0.1:1/api/")
    with pytest.raises(PlatformError):
        await chat_app.audits(replace(settings, slack=away), rig.slack.ada.id)


async def test_an_id_that_no_workspace_knows_is_nobody_s(rig: Rig) -> None:
    assert await chat_app.audits(settings_for(rig), "C0NOSUCH") == []
    assert await chat_app.audits(settings_for(rig), "U0NOSUCH") == []
