"""The manifest makes the app that the code needs, and asks for nothing more."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml  # type: ignore[import-untyped]

from adapters.slack.api import scopes
from adapters.slack.api.scopes import EVENTS, SCOPES
from adapters.slack.events.membership import CHANNELS, MEMBERS, PEOPLE

MANIFEST: dict[str, Any] = yaml.safe_load(
    (Path(scopes.__file__).parents[1] / "manifest.yaml").read_text()
)


def test_its_scopes_are_those_that_the_code_needs() -> None:
    assert MANIFEST["oauth_config"]["scopes"]["bot"] == sorted(SCOPES)


def test_its_events_are_those_that_the_code_hears() -> None:
    events = MANIFEST["settings"]["event_subscriptions"]["bot_events"]
    assert events == sorted(EVENTS)
    assert {*MEMBERS, *PEOPLE, *CHANNELS} < set(events)


def test_its_commands_and_its_shortcut_are_those_that_the_code_knows() -> None:
    features = MANIFEST["features"]
    commands = [each["command"] for each in features["slash_commands"]]
    assert commands == ["/ask", "/posts", "/forget-me"]
    assert [each["callback_id"] for each in features["shortcuts"]] == [
        "related",
        "earlier",
        "mark_answer",
        "pin_answer",
        "is_stored",
    ]
    assert len(MANIFEST["display_information"]["description"]) <= 140
