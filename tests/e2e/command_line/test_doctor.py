"""A bundle holds what helps, and nothing that is nobody's business."""

from __future__ import annotations

import json
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from index.private_files import mode_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.e2e.conftest import Result

    Pullquote = Callable[..., Result]

POST = '{"id": "canary-id", "text": "Canarytext sings.", "author": "Canary", "title": "Canary"}\n'


def subjects(result: Result) -> list[list[str]]:
    return [line.split()[:2] for line in result.out.splitlines()]


def test_a_bundle_says_what_a_maintainer_needs_and_no_secret_text_or_name(
    pullquote: Pullquote, monkeypatch: pytest.MonkeyPatch
) -> None:
    Path("canary.jsonl").write_text(POST, encoding="utf-8")
    pullquote("import", "canary.jsonl", "--source", "canary-source")
    Path("data/canary-notes.txt").touch()
    monkeypatch.setenv("DISCORD_TOKEN", "canary.discord.token")
    monkeypatch.setenv("DISCORD_API_URL", "http://127.0.0.1:1")
    monkeypatch.setenv("SLACK_ADMINS", "UCANARY")

    result = pullquote("doctor", "bundle.json")

    assert result.code == 1  # Discord is not there
    assert subjects(result)[:-1] == subjects(pullquote("check"))
    assert mode_of(Path("bundle.json")) == 0o600
    text = Path("bundle.json").read_text(encoding="utf-8")
    assert "canary" not in text.lower()
    assert str(Path().absolute()) not in text
    assert str(Path.home()) not in text
    found = json.loads(text)
    assert found["stored"]["posts"] == 1
    assert found["settings"]["discord"] is True
    assert found["files"]["others"] == 1
    assert found["files"]["pullquote.db"][1] == "600"
    assert {"python", "pullquote", "aiohttp", "lxml"} <= found["versions"].keys()
    checked = {each["subject"]: each for each in found["checks"]}
    assert "DATA" in checked["settings"]["text"]
    assert not all(each["is_fine"] for each in found["checks"])


CANARY = "UPDATE posts SET text = 'Other words'"
LABEL = "UPDATE passages SET audience_key = audience_key + 1"
BYTES = "UPDATE posts SET text = CAST(X'63616E617279FF' AS TEXT)"


@pytest.mark.parametrize("damage", [CANARY, LABEL, BYTES])
def test_a_bundle_on_damaged_posts_names_none_and_no_reader(
    pullquote: Pullquote, damage: str
) -> None:
    post = POST.replace('"title"', '"audience": "slack:CCANARYCHAN", "title"')
    Path("canary.jsonl").write_text(post, encoding="utf-8")
    pullquote("import", "canary.jsonl", "--source", "canary-source")
    with closing(sqlite3.connect("data/pullquote.db", isolation_level=None)) as connection:
        connection.execute(damage)
    upload = Path("data/canary-notes.db")
    shutil.copy("data/pullquote.db", upload)
    upload.chmod(0o644)

    assert pullquote("doctor", "bundle.json").code == 1

    text = Path("bundle.json").read_text(encoding="utf-8")
    assert "canary" not in text.lower()
    checks = {each["subject"]: each for each in json.loads(text)["checks"]}
    assert "pullquote.db is damaged (" in checks["database"]["text"]
    assert "text" not in checks["rights"]


@pytest.mark.parametrize("home", ["/", "data"])
def test_a_home_folder_that_holds_everything_or_is_no_path_is_not_written_short(
    pullquote: Pullquote, monkeypatch: pytest.MonkeyPatch, home: str
) -> None:
    monkeypatch.setenv("HOME", home)
    pullquote("doctor", "bundle.json")
    found = json.loads(Path("bundle.json").read_text(encoding="utf-8"))
    assert "~" not in json.dumps(found)
    assert found["checks"][0]["text"].startswith("data in DATA")


def test_wrong_settings_are_in_the_bundle_and_what_is_there_is_not_written_over(
    pullquote: Pullquote, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PULLQUOTE_KEEP_DAYS", "never")
    assert pullquote("doctor", "bundle.json").code == 1
    (check,) = json.loads(Path("bundle.json").read_text(encoding="utf-8"))["checks"]
    assert check["text"].startswith("PULLQUOTE_KEEP_DAYS: found 'never'")
    again = pullquote("doctor", "bundle.json")
    assert again.code == 2
    assert "something at bundle.json already: name a file that is not" in again.err


def test_an_empty_installation_has_a_bundle_too(pullquote: Pullquote) -> None:
    assert pullquote("doctor", "bundle.json").code == 0
    found = json.loads(Path("bundle.json").read_text(encoding="utf-8"))
    assert found["stored"] is None
    assert found["settings"]["log_level"] == "WARNING"
