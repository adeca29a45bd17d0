from __future__ import annotations

from pathlib import Path

import pytest

from bot.errors import ConfigError
from bot.settings.loading import load
from bot.settings.values import SlackHttp, SlackInstalling

NO_FILE = Path("absent.env")
BOT, APP = "xoxb-1-two", "xapp-3-four"
KEY = "0123456789abcdef0123456789abcdef"
INSTALLING = {
    "SLACK_MODE": "http",
    "SLACK_SIGNING_SECRET": "signed",
    "SLACK_CLIENT_ID": "1.2",
    "SLACK_CLIENT_SECRET": "shared",
    "SLACK_ENCRYPTION_KEY": KEY,
}


def problems(given: dict[str, str]) -> tuple[str, ...]:
    with pytest.raises(ConfigError) as caught:
        load(NO_FILE, given)
    return caught.value.problems


def test_two_tokens_are_enough_for_socket_mode() -> None:
    slack = load(NO_FILE, {"SLACK_BOT_TOKEN": BOT, "SLACK_APP_TOKEN": APP}).slack
    assert slack is not None
    assert (slack.http, slack.installing, slack.admins) == (None, None, frozenset())


def test_admins_are_separated_by_commas_or_spaces() -> None:
    given = {"SLACK_BOT_TOKEN": BOT, "SLACK_APP_TOKEN": APP, "SLACK_ADMINS": "U1, U2 U3,"}
    slack = load(NO_FILE, given).slack
    assert slack is not None
    assert slack.admins == {"U1", "U2", "U3"}


def test_over_http_a_signing_secret_takes_the_place_of_the_app_token() -> None:
    given = {"SLACK_BOT_TOKEN": BOT, "SLACK_MODE": "http", "SLACK_SIGNING_SECRET": "signed"}
    slack = load(NO_FILE, given | {"SLACK_HOST": "0.0.0.0", "SLACK_PORT": "80"}).slack  # noqa: S104 - a setting
    assert slack is not None
    assert slack.http == SlackHttp("signed", "0.0.0.0", 80)  # noqa: S104 - a setting
    assert "signed" not in repr(slack)
    assert problems(given | {"SLACK_PORT": "65536"}) == (
        "SLACK_PORT: found '65536', expected a whole number from 1 to 65535",
    )
    del given["SLACK_SIGNING_SECRET"]
    assert problems(given) == (
        "SLACK_SIGNING_SECRET: found nothing, expected the one under “Basic Information”",
    )


def test_several_workspaces_need_no_token_but_a_key() -> None:
    slack = load(NO_FILE, INSTALLING).slack
    assert slack is not None
    assert slack.installing == SlackInstalling("1.2", "shared", KEY)
    assert KEY not in repr(slack)
    assert "shared" not in repr(slack)


def test_what_several_workspaces_lack_is_named_at_once() -> None:
    given = {"SLACK_CLIENT_ID": "1.2", "SLACK_ENCRYPTION_KEY": "short", "SLACK_BOT_TOKEN": BOT}
    said = "\n".join(problems(given))
    assert "SLACK_CLIENT_SECRET: found nothing" in said
    assert "SLACK_ENCRYPTION_KEY: found 5 characters, expected at least 32 characters" in said
    assert "SLACK_BOT_TOKEN: found a token, expected none beside SLACK_CLIENT_ID" in said
    assert "SLACK_MODE: found socket, expected http beside SLACK_CLIENT_ID" in said
    assert "short" not in said


def test_the_parts_of_another_way_alone_set_up_nothing() -> None:
    assert (
        load(NO_FILE, {"SLACK_SIGNING_SECRET": "signed", "SLACK_ENCRYPTION_KEY": KEY}).slack is None
    )
