"""What is said of a call to Slack that failed."""

from __future__ import annotations

import pytest
from slack_sdk.errors import SlackApiError

from adapters.slack.api.web_api import reason
from bot.errors import UnavailableError
from index.error_sentences import Told


def refused(response: object) -> SlackApiError:
    """What the SDK raises; its text holds the whole response."""
    return SlackApiError("The request failed.", response)  # type: ignore[no-untyped-call]


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (refused({"error": "ratelimited", "text": "a secret"}), "ratelimited"),
        (refused("<html>a secret</html>"), "SlackApiError"),
        (TimeoutError("a secret"), "TimeoutError"),
        (UnavailableError(Told("another process writes")), "another process writes"),
    ],
)
def test_a_failure_is_told_by_its_name_alone(error: Exception, said: str) -> None:
    assert reason(error) == said
