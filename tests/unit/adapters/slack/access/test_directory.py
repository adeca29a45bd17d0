"""Whose a channel is, where one token reads several workspaces."""

from __future__ import annotations

from typing import Any

import pytest

from adapters.slack.access.directory import conversation_of, person_of

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


@pytest.mark.parametrize(
    ("user", "is_member"),
    [
        ({}, True),
        ({"team_id": HERE}, True),
        ({"team_id": HERE, "enterprise_user": {"teams": [HERE, ELSEWHERE]}}, True),
        ({"team_id": HERE, "enterprise_user": {}}, True),
        ({"team_id": ELSEWHERE, "enterprise_user": {"teams": [HERE, ELSEWHERE]}}, True),
        ({"team_id": ELSEWHERE, "enterprise_user": {"teams": [ELSEWHERE]}}, False),
        ({"team_id": ELSEWHERE, "enterprise_user": {"teams": None}}, False),
        ({"team_id": ELSEWHERE, "enterprise_user": "E1"}, False),
        ({"team_id": ELSEWHERE}, False),
        ({"team_id": HERE, "is_stranger": True}, False),
        (
            {"team_id": ELSEWHERE, "enterprise_user": {"teams": [HERE]}, "is_restricted": True},
            False,
        ),
        ({"team_id": ELSEWHERE, "enterprise_user": {"teams": [HERE]}, "deleted": True}, False),
    ],
)
def test_a_member_of_several_workspaces_of_an_organisation_is_one_of_each(
    user: dict[str, Any], *, is_member: bool
) -> None:
    person = person_of({"id": "U1", "name": "ada", "is_admin": True} | user, HERE)
    assert person.is_member == is_member
    # Which workspace they are an admin of is sure of their own alone.
    assert person.is_admin == (is_member and user.get("team_id", HERE) == HERE)


@pytest.mark.parametrize(
    ("user", "is_bot"),
    [({"id": "U1"}, False), ({"id": "U1", "is_bot": True}, True), ({"id": "USLACKBOT"}, True)],
)
def test_slack_s_own_program_is_a_bot(user: dict[str, Any], *, is_bot: bool) -> None:
    assert person_of(user, HERE).is_bot == is_bot
