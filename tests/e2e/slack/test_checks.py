from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from adapters.chat.wording import ENGLISH, GERMAN
from adapters.slack.api.oauth import Installations
from adapters.slack.checks import findings
from bot.composition import chat_app
from bot.errors import PlatformError
from bot.ledger.channels import Channel
from bot.settings.values import Settings, SlackHttp, SlackInstalling, SlackSettings

if TYPE_CHECKING:
    from pathlib import Path

    from bot.checks.diagnostics import Finding
    from tests.e2e.slack.conftest import Rig


KEY = "a-key-that-is-long-enough-for-everybody"

SAID = ENGLISH.chat_checks


async def found(rig: Rig) -> list[Finding]:
    slack = rig.slack
    settings = SlackSettings(slack.bot_token, slack.app_token, slack.api_url)
    return await findings(settings, rig.services, SAID)


async def test_nothing_is_wrong_where_everything_is_granted(rig: Rig) -> None:
    lines = await found(rig)
    assert [each.is_fine for each in lines] == [True, True]
    assert lines[0].text == "Orchard: the token is accepted, with every scope that is needed"


async def test_each_missing_scope_is_named_with_what_it_costs(rig: Rig) -> None:
    rig.slack.team.scopes.remove("files:read")
    rig.slack.team.scopes.remove("commands")
    wrong = [each.text for each in await found(rig) if not each.is_fine]
    assert len(wrong) == 2
    assert "the scope commands is missing, so there is no /ask, /posts" in wrong[0]
    assert "the scope files:read is missing, so there is no importing files" in wrong[1]


async def test_what_a_scope_is_for_is_said_in_the_reader_s_language(rig: Rig) -> None:
    rig.slack.team.scopes.remove("groups:read")
    slack = rig.slack
    settings = SlackSettings(slack.bot_token, slack.app_token, slack.api_url)
    lines = await findings(settings, rig.services, GERMAN.chat_checks)
    (wrong,) = [each.text for each in lines if not each.is_fine]
    assert "der Scope groups:read fehlt (in privaten Kanälen antworten)" in wrong


async def test_tokens_that_are_not_accepted_are_said(rig: Rig) -> None:
    slack = rig.slack
    wrong_bot = SlackSettings("xoxb-no", slack.app_token, slack.api_url)
    (line,) = await findings(wrong_bot, rig.services, SAID)
    assert not line.is_fine
    assert line.text.startswith("Slack does not accept SLACK_BOT_TOKEN")
    wrong_app = SlackSettings(slack.bot_token, "xapp-no", slack.api_url)
    line = (await findings(wrong_app, rig.services, SAID))[-1]
    assert "SLACK_APP_TOKEN does not open Socket Mode" in line.text
    slack.faults.lost("apps.connections.open", times=9)
    assert "cannot be reached" in (await found(rig))[-1].text


async def test_what_fails_on_the_way_is_blamed_on_no_token(rig: Rig) -> None:
    slack = rig.slack
    slack.faults.html("apps.connections.open", status=403)
    assert "try again later" in (await found(rig))[-1].text
    slack.faults.html("auth.test", status=403)
    (line,) = await found(rig)
    assert "does not answer as Slack does: see what stands between" in line.text
    slack.faults.html("auth.test", status=503, times=4)
    (line,) = await found(rig)
    assert line.text.startswith("Slack cannot be reached")
    team, channel = slack.team.id, slack.general.id
    rig.services.ledger.channels.put(Channel(f"slack:{team}/{channel}", "slack", team, "#general"))
    slack.faults.html("conversations.info", status=403)
    line = (await found(rig))[-1]
    assert line.text == "#general cannot be looked at: Slack fails, try again later"


PAGES = [
    (403, b"Acc\xe8s refus\xe9", "text/plain"),
    (403, b"Acc\xe8s refus\xe9", "text/plain; charset=utf-8"),
    (403, b'{"fault": "refus\xe9"}', "application/json"),
    (403, b"Acc\xe8s refus\xe9", "text/html; charset=utf-8"),
    (200, b"[1, 2]", "application/json"),
    (200, b'"ok"', "application/json"),
    (200, b"ok", "text/plain"),
    (200, b'{"ok": true}', "application/json"),
    (200, b'{"ok": true, "team_id": 7, "user_id": []}', "application/json"),
]
"""What stands between may answer so."""


@pytest.mark.parametrize(("status", "body", "content_type"), PAGES)
async def test_any_page_in_slack_s_place_is_called_that(
    rig: Rig, status: int, body: bytes, content_type: str
) -> None:
    slack, faults = rig.slack, rig.slack.faults
    faults.page("auth.test", body, content_type, status)
    (line,) = await found(rig)
    assert "does not answer as Slack does: see what stands between" in line.text
    faults.page("apps.connections.open", body, content_type, status)
    assert "try again later" in (await found(rig))[-1].text
    team, channel = slack.team.id, slack.general.id
    rig.services.ledger.channels.put(Channel(f"slack:{team}/{channel}", "slack", team, "#general"))
    faults.page("conversations.info", body, content_type, status)
    line = (await found(rig))[-1]
    assert line.text == "#general cannot be looked at: Slack fails, try again later"


async def test_a_fault_of_the_way_is_one_in_any_letters(rig: Rig) -> None:
    body = b"Indisponible, r\xe9essayez"
    rig.slack.faults.page("auth.test", body, "text/plain; charset=utf-8", 503, times=4)
    (line,) = await found(rig)
    assert line.text.startswith("Slack cannot be reached")


@pytest.mark.parametrize(
    ("name", "said"),
    [("general", "#general can be read"), ("random", "I am no member"), ("hidden", "invite me")],
)
async def test_a_watched_channel_that_cannot_be_read_is_named(
    rig: Rig, name: str, said: str
) -> None:
    team = rig.slack.team.id
    channel = getattr(rig.slack, name).id
    rig.services.ledger.channels.put(Channel(f"slack:{team}/{channel}", "slack", team, f"#{name}"))
    line = (await found(rig))[-1]
    assert said in line.text
    assert line.is_fine == (name == "general")


@pytest.mark.parametrize(
    ("problem", "remedy"),
    [
        ("missing_scope", "(my app lacks a right for it): add the scope"),
        ("token_revoked", "(my token is not accepted): renew SLACK_BOT_TOKEN"),
        ("some_new_word", "(the platform says “some_new_word”): try again later"),
        ("channel_not_found", "(it is gone or hidden from me): invite me there"),
    ],
)
async def test_what_helps_against_an_unreadable_channel_fits_the_reason(
    rig: Rig, problem: str, remedy: str
) -> None:
    team, channel = rig.slack.team.id, rig.slack.general.id
    rig.services.ledger.channels.put(Channel(f"slack:{team}/{channel}", "slack", team, "#general"))
    rig.slack.faults.error("conversations.info", problem)
    line = (await found(rig))[-1]
    assert not line.is_fine
    assert line.text.startswith(f"#general cannot be read {remedy}")


async def test_an_archived_channel_is_said_to_be_so(rig: Rig) -> None:
    team, channel = rig.slack.team.id, rig.slack.general.id
    rig.services.ledger.channels.put(Channel(f"slack:{team}/{channel}", "slack", team, "#general"))
    rig.slack.general.is_archived = True
    line = (await found(rig))[-1]
    assert line.is_fine
    assert line.text.startswith("#general is archived: nothing new comes from it")


async def test_an_app_that_is_installed_nowhere_is_told_where_to_begin(rig: Rig) -> None:
    slack = rig.slack
    http = SlackHttp("secret", "127.0.0.1", 0)
    installing = SlackInstalling("client", "secret", KEY)
    settings = SlackSettings("", "", slack.api_url, http=http, installing=installing)
    (line,) = await findings(settings, rig.services, SAID)
    assert line.is_fine  # nothing serves that page before `run`
    assert "once `pullquote run` runs, open /slack/install" in line.text
    store = Installations(rig.services.ledger, KEY)
    rig.services.ledger.note("slack.installation:T1", store._cipher.encrypt(b"{}").decode())  # noqa: SLF001
    other = SlackInstalling("client", "secret", KEY[::-1])
    settings = SlackSettings("", "", slack.api_url, http=http, installing=other)
    (line,) = await findings(settings, rig.services, SAID)
    assert not line.is_fine
    assert line.text.startswith("SLACK_ENCRYPTION_KEY does not open the stored tokens: set the key")


async def test_slack_is_served_and_checked_where_it_is_set_up(rig: Rig, tmp_path: Path) -> None:
    slack = rig.slack
    settings = Settings(
        tmp_path / "data",
        "bundled",
        "auto",
        None,
        slack=SlackSettings(slack.bot_token, slack.app_token, slack.api_url),
    )
    assert [each.name for each in chat_app.platforms(settings, rig.services)] == ["slack"]
    assert [each.subject for each in await chat_app.check_platforms(settings)] == ["slack", "slack"]


async def test_no_address_of_socket_mode_is_said_by_run_as_well(rig: Rig) -> None:
    rig.slack.faults.page("apps.connections.open", b'{"ok": true}', "application/json")
    with pytest.raises(PlatformError, match="Slack does not open Socket Mode"):
        await rig.adapter().run(rig.ask)
    rig.slack.faults.page("auth.test", b"Acc\xe8s refus\xe9", "text/plain", 403)
    with pytest.raises(PlatformError, match="does not answer as Slack does"):
        await rig.adapter().run(rig.ask)
