"""Slack has one name for a shortcut, and sentences in every language use it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.e2e.slack.conftest import Rig


@pytest.mark.parametrize(
    ("locale", "none", "trusted"),
    [
        ("de-DE", "Nichts ist angeheftet: Wähl Pin as an answer", "„Mark as the answer“"),
        ("fr-FR", "choisissez Pin as an answer dans", "Mark as the answer disent"),
        ("es-ES", "elige Pin as an answer en", "Mark as the answer dicen"),
        ("en-US", "choose Pin as an answer in", "Mark as the answer, say"),
    ],
)
async def test_a_menu_is_named_as_slack_shows_it(
    rig: Rig, locale: str, none: str, trusted: str
) -> None:
    slack = rig.slack
    slack.ada.locale = locale
    async with rig.running():
        await slack.uses_command(slack.ada, slack.general, "/posts", "pinned")
        await rig.hears(slack.general, none)
        trust = f"trust {slack.benoit.mention}"
        await slack.uses_command(slack.ada, slack.general, "/posts", trust)
        await rig.hears(slack.general, trusted)
