from __future__ import annotations

from pathlib import Path

import pytest

from bot.errors import ConfigError
from bot.settings import load

NO_FILE = Path("absent.env")


def test_without_anything_set_the_defaults_hold() -> None:
    settings = load(NO_FILE, {})

    assert (settings.data, settings.model, settings.language) == (Path("data"), "bundled", "auto")
    assert settings.log_level is None
    assert settings.database == Path("data/pullquote.db")
    assert settings.cache == Path("data/pullquote.cache")


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
        "PULLQUOTE_LANGUAGE: found 'german', expected auto, en or fr",
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
