from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from bot.errors import ConfigError
from bot.logs import without_secrets
from bot.settings.data_folder import default_data_folder
from bot.settings.loading import VARIABLES, load
from bot.settings.values import DiscordSettings, SlackSettings

NO_FILE = Path("absent.env")
DISCORD = "MTAx.Gx-y.z_0"
BOT, APP = "xoxb-1-two", "xapp-3-four"


def test_without_anything_set_the_defaults_hold() -> None:
    settings = load(NO_FILE, {})

    assert (settings.data, settings.model) == (default_data_folder({}), "bundled")
    assert (settings.language, settings.log_level) == ("auto", None)
    settings = load(NO_FILE, {"PULLQUOTE_DATA": "data"})
    assert settings.database == Path("data/pullquote.db")
    assert settings.cache == Path("data/pullquote.cache")
    assert settings.ledger == Path("data/ledger.db")
    assert settings.imports == Path("data/imports")
    assert (settings.keep, settings.questions_a_minute) == (timedelta(days=90), 10)
    assert (settings.discord, settings.slack) == (None, None)


def test_the_environment_wins_over_the_file(tmp_path: Path) -> None:
    env_file = tmp_path / ".env"
    env_file.write_text("PULLQUOTE_DATA=from-file\nPULLQUOTE_LANGUAGE=fr\n")

    settings = load(env_file, {"PULLQUOTE_DATA": "from-environment"})

    assert settings.data == Path("from-environment")
    assert settings.language == "fr"


def test_an_empty_value_is_the_default(tmp_path: Path) -> None:
    env_file = tmp_path / ".env"
    env_file.write_text("PULLQUOTE_LOG_LEVEL=\nEMBEDDING_MODEL\n")

    settings = load(env_file, {})

    assert (settings.log_level, settings.model) == (None, "bundled")


def test_all_problems_are_named_at_once_with_what_is_expected() -> None:
    wrong = {"PULLQUOTE_LANGUAGE": "german", "PULLQUOTE_LOG_LEVEL": "loud"}

    with pytest.raises(ConfigError) as caught:
        load(NO_FILE, wrong)

    assert caught.value.problems == (
        "PULLQUOTE_LANGUAGE: found 'german', expected auto, en, fr, es or de",
        "PULLQUOTE_LOG_LEVEL: found 'loud', expected DEBUG, INFO, WARNING or ERROR",
    )


def test_an_unknown_setting_is_named_with_the_nearest_known_one() -> None:
    with pytest.raises(ConfigError, match="PULLQUOTE_DTA: not a setting: did you mean PULLQUOTE_D"):
        load(NO_FILE, {"PULLQUOTE_DTA": "x"})


def test_a_data_folder_that_is_a_file_is_a_problem(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.touch()

    with pytest.raises(ConfigError, match=r"PULLQUOTE_DATA: found .* expected a folder"):
        load(NO_FILE, {"PULLQUOTE_DATA": str(file)})


def test_a_database_on_a_server_is_named_by_an_address_that_nothing_shows() -> None:
    address = "postgresql://ada:secret@host/posts"
    settings = load(NO_FILE, {"PULLQUOTE_DATABASE": f" {address} "})
    assert settings.address == address
    assert "secret" not in repr(settings)
    assert load(NO_FILE, {}).address == ""


@pytest.mark.parametrize(
    ("address", "written"),
    [
        ("postgresql://ada:canary%2Fbird@host/posts", "canary/bird canary%2Fbird :canary%2Fbird@"),
        ("postgresql://ada@host/posts?password=canarybird", "password=canarybird"),
        ("postgresql://ada:canary@host/posts", "postgresql://ada:canary@host"),
    ],
)
def test_the_password_of_a_server_is_in_no_log_line(address: str, written: str) -> None:
    hidden = load(NO_FILE, {"PULLQUOTE_DATABASE": address}).secrets
    assert "canary" not in without_secrets(written, hidden)


@pytest.mark.parametrize("address", ["", "postgresql://ada@host/posts", "postgresql://[::1/posts"])
def test_an_address_without_a_password_hides_no_word(address: str) -> None:
    assert load(NO_FILE, {"PULLQUOTE_DATABASE": address}).secrets == ()


def test_what_is_no_address_of_a_database_is_refused_without_being_shown() -> None:
    with pytest.raises(ConfigError) as caught:
        load(NO_FILE, {"PULLQUOTE_DATABASE": "mysql://ada:secret@host/posts"})
    (problem,) = caught.value.problems
    assert problem == (
        "PULLQUOTE_DATABASE: found something else, expected an address that begins with"
        " postgresql://"
    )


def test_a_file_in_another_encoding_is_a_problem_with_a_remedy(tmp_path: Path) -> None:
    env_file = tmp_path / ".env"
    env_file.write_bytes("PULLQUOTE_DATA=é".encode("latin-1"))

    with pytest.raises(ConfigError, match="save it as UTF-8"):
        load(env_file, {})


def test_the_environment_itself_is_left_alone(tmp_path: Path) -> None:
    env_file = tmp_path / ".env"
    env_file.write_text("PULLQUOTE_LANGUAGE=fr\n")
    environ: dict[str, str] = {}

    load(env_file, environ)

    assert environ == {}


def test_a_platform_is_set_up_where_its_token_is() -> None:
    settings = load(
        NO_FILE, {"DISCORD_TOKEN": f" {DISCORD}\n", "SLACK_BOT_TOKEN": BOT, "SLACK_APP_TOKEN": APP}
    )

    assert settings.discord == DiscordSettings(
        DISCORD, "https://discord.com/api/v10", "wss://gateway.discord.gg/"
    )
    assert settings.slack == SlackSettings(BOT, APP, "https://slack.com/api/")


def test_a_platform_can_be_elsewhere() -> None:
    settings = load(
        NO_FILE,
        {
            "DISCORD_TOKEN": DISCORD,
            "DISCORD_API_URL": "http://127.0.0.1:1/api/",
            "DISCORD_GATEWAY_URL": "ws://127.0.0.1:2",
            "SLACK_BOT_TOKEN": BOT,
            "SLACK_APP_TOKEN": APP,
            "SLACK_API_URL": "http://127.0.0.1:3/api",
        },
    )

    assert settings.discord
    assert settings.discord.api_url == "http://127.0.0.1:1/api"
    assert settings.discord.gateway_url == "ws://127.0.0.1:2"
    assert settings.slack
    assert settings.slack.api_url == "http://127.0.0.1:3/api/"


def test_a_secret_is_in_no_repr() -> None:
    settings = load(
        NO_FILE, {"DISCORD_TOKEN": DISCORD, "SLACK_BOT_TOKEN": BOT, "SLACK_APP_TOKEN": APP}
    )

    shown = f"{settings!r} {settings} {settings.discord!r} {settings.slack!r}"
    assert not [each for each in (DISCORD, BOT, APP) if each in shown]


@pytest.mark.parametrize(
    ("name", "value", "expected"),
    [
        ("DISCORD_TOKEN", "Bot hunter2", "one without spaces"),
        ("SLACK_BOT_TOKEN", "hunter2", "one that begins with xoxb-"),
        ("SLACK_APP_TOKEN", "xoxb-hunter2", "one that begins with xapp-"),
        ("SLACK_BOT_TOKEN", "xoxb-1 hunter2", "one that begins with xoxb-"),
    ],
)
def test_a_token_of_another_shape_is_a_problem_that_does_not_show_it(
    name: str, value: str, expected: str
) -> None:
    both = {"SLACK_BOT_TOKEN": BOT, "SLACK_APP_TOKEN": APP}

    with pytest.raises(ConfigError) as caught:
        load(NO_FILE, both | {name: value})

    assert caught.value.problems == (
        f"{name}: found something else than a token, expected {expected}",
    )


@pytest.mark.parametrize(
    ("given", "missing"),
    [
        ({"SLACK_BOT_TOKEN": BOT}, "SLACK_APP_TOKEN: found nothing, expected one beside the bot"),
        ({"SLACK_APP_TOKEN": APP}, "SLACK_BOT_TOKEN: found nothing, expected one beside the app"),
    ],
)
def test_slack_needs_both_tokens(given: dict[str, str], missing: str) -> None:
    with pytest.raises(ConfigError) as caught:
        load(NO_FILE, given)

    assert str(caught.value) == f"{missing} token"


@pytest.mark.parametrize(
    "value", ["0", "-1", "1.5", "ten", "100001", "9" * 5_000, "٣", "1 000", "+5", "007"]
)
def test_a_count_is_a_whole_number_in_reason(value: str) -> None:
    with pytest.raises(ConfigError, match="expected a whole number from 1 to 100000"):
        load(NO_FILE, {"PULLQUOTE_KEEP_DAYS": value})


def test_counts_are_taken_to_their_ends() -> None:
    settings = load(NO_FILE, {"PULLQUOTE_KEEP_DAYS": "100000", "PULLQUOTE_QUESTIONS_A_MINUTE": "1"})

    assert (settings.keep, settings.questions_a_minute) == (timedelta(days=100_000), 1)


def test_every_wrong_variable_is_named_at_once_in_one_line_each() -> None:
    wrong = {
        "PULLQUOTE_DATA": __file__,
        "PULLQUOTE_LANGUAGE": "german",
        "PULLQUOTE_LOG_LEVEL": "loud",
        "PULLQUOTE_KEEP_DAYS": "forever",
        "PULLQUOTE_QUESTIONS_A_MINUTE": "many",
        "DISCORD_TOKEN": "hunter two",
        "DISCORD_API_URL": "discord.com",
        "DISCORD_GATEWAY_URL": "https://gateway.discord.gg",
        "SLACK_BOT_TOKEN": "hunter2",
        "SLACK_APP_TOKEN": "hunter3",
        "SLACK_API_URL": "slack.com",
    }

    with pytest.raises(ConfigError) as caught:
        load(NO_FILE, wrong)

    named = [problem.split(":")[0] for problem in caught.value.problems]
    assert named == [name for name in VARIABLES if name in wrong]
    assert "hunter" not in str(caught.value)
    assert "DISCORD_API_URL: found 'discord.com', expected an address that begins with" in str(
        caught.value
    )


@pytest.mark.parametrize("name", ["DISCORD_API_URL", "DISCORD_GATEWAY_URL", "SLACK_API_URL"])
@pytest.mark.parametrize("rest", ["ada:hunter2@127.0.0.1:9/", "[::1"])
def test_a_platform_s_address_holds_no_password_and_can_be_read(name: str, rest: str) -> None:
    tokens = {"DISCORD_TOKEN": "a.b.c", "SLACK_BOT_TOKEN": "xoxb-1", "SLACK_APP_TOKEN": "xapp-1"}
    scheme = "ws" if name == "DISCORD_GATEWAY_URL" else "http"

    with pytest.raises(ConfigError) as caught:
        load(NO_FILE, {**tokens, name: f"{scheme}://{rest}"})

    assert str(caught.value).startswith(f"{name}: found something else, expected an address")
    assert str(caught.value).endswith(", without a password")
    assert "hunter" not in str(caught.value)


def test_another_program_s_variables_have_no_place_in_our_own_file_only(tmp_path: Path) -> None:
    env_file = tmp_path / ".env"
    env_file.write_text("SLACK_TOKEN=xoxb-hunter2\nDISCORD_TOKN=hunter2\nOTHER=1\n")

    load(NO_FILE, {"SLACK_TOKEN": "x", "DISCORD_TOKN": "y"})
    with pytest.raises(ConfigError) as caught:
        load(env_file, {})

    assert caught.value.problems == (
        "SLACK_TOKEN: not a setting: did you mean SLACK_BOT_TOKEN?",
        "DISCORD_TOKN: not a setting: did you mean DISCORD_TOKEN?",
    )
