"""Whose a channel is, where one token reads several workspaces."""

from __future__ import annotations

from typing import Any

import pytest

from adapters.slack.access.directory import conversation_of

HERE, ELSEWHERE = "T0ORCHARD", "T0MEADOW"


@pytest.mark.parametrize(
    ("channel", "is_open"),
    [
        ({"context_team_id": HERE, "shared_team_ids": [HERE]}, True),
        ({"context_team_id": ELSEWHERE, "shared_team_ids": [ELSEWHERE]}, False),
        ({"context_team_id": ELSEWHERE, "shared_team_ids": [ELSEWHERE, HERE]}, True),
        ({"context_team_id": ELSEWHERE, "is_global_shared": True}, True),
        ({}, True),
        ({"context_team_id": HERE, "is_private": True}, False),
    ],
)
def test_a_channel_is_public_in_the_workspaces_that_it_is_a_channel_of(
    channel: dict[str, Any], *, is_open: bool
) -> None:
    """An organisation's token is shown the channels of all its workspaces."""
    assert conversation_of({"id": "C1"} | channel).is_open_in(HERE) == is_open
