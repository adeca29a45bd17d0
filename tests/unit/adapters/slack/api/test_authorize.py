"""Which workspace an event is for, where bolt does not find it."""

from __future__ import annotations

from typing import Any

import pytest
from slack_bolt.request.async_request import AsyncBoltRequest

from adapters.slack.api.authorize import name_workspace

WHOLE = {"enterprise_id": "E1", "is_enterprise_install": True}
ONE = {"enterprise_id": "E1", "team_id": "T9", "is_enterprise_install": False}


@pytest.mark.parametrize(
    ("body", "team"),
    [
        ({"team_id": "T1", "authorizations": [{**WHOLE, "team_id": None}]}, "T1"),
        ({"team_id": "T1", "authorizations": [WHOLE]}, "T1"),
        ({"team_id": "T1", "context_team_id": "T2", "authorizations": [WHOLE]}, "T2"),
        ({"team_id": "T1", "context_team_id": None, "authorizations": [WHOLE]}, "T1"),
        ({"team_id": "T1", "context_team_id": "E1", "authorizations": [WHOLE]}, "T1"),
        ({"team_id": "E1", "authorizations": [WHOLE]}, None),
        ({"team_id": None, "enterprise_id": "E1"}, None),
        ({"team_id": ["T1"], "authorizations": [WHOLE]}, None),
        ({"team_id": "T1", "context_team_id": "T2", "authorizations": [ONE]}, "T9"),
        ({"team_id": "T1"}, "T1"),
        ({"team": None, "user": {"id": "U1", "team_id": "T3"}}, "T3"),
    ],
)
async def test_an_event_of_an_organisation_is_for_the_workspace_it_names_beside(
    body: dict[str, Any], team: str | None
) -> None:
    request = AsyncBoltRequest(body=body, mode="socket_mode")
    went_on: list[bool] = []

    async def next_() -> None:
        went_on.append(True)

    await name_workspace(request.body, request.context, next_)
    found = request.context.team_id
    assert (found if isinstance(found, str) else None) == team
    assert went_on
