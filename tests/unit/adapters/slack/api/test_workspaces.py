from __future__ import annotations

from slack_sdk.web.async_client import AsyncWebClient

from adapters.slack.api.workspaces import Workspace


def test_a_workspace_does_not_tell_its_token_however_it_is_printed() -> None:
    token = "xoxb-canary"  # noqa: S105 - planted
    workspace = Workspace("T1", "Quarry", "U1", token, AsyncWebClient(token))
    assert workspace.bot_token == token
    assert token not in f"{workspace!r} {workspace}"
