"""The documents say what is true of the code, and leave nothing of it out."""

from __future__ import annotations

import re
import tomllib
from dataclasses import replace
from importlib import import_module
from importlib.util import find_spec
from pkgutil import walk_packages
from typing import TYPE_CHECKING, cast, get_args

import discord
import pytest
import yaml  # type: ignore[import-untyped]
from discord import app_commands
from dotenv import dotenv_values
from typer.main import get_command

import adapters.sources
from adapters.chat.wording import ENGLISH
from adapters.discord.checks import nobody_asks
from adapters.discord.client import Client
from adapters.slack.api.scopes import SCOPES
from adapters.sources.detection import Format
from adapters.sources.messengers.chat_files import READERS
from bot.__main__ import command_line
from bot.cli.exit_codes import Exit
from bot.composition import chat_app
from bot.settings.loading import VARIABLES, load
from tests.fakes import documents
from tests.fakes.documents import ALL, ROOT, anchors, name_of, read, rows, section, spans

if TYPE_CHECKING:
    from pathlib import Path
    from types import ModuleType

FORMATS = {
    "discord_table": "DiscordChatExporter CSV", "discord_text": "DiscordChatExporter TXT",
    "hacker_news": "Hacker News text", "sheets": "Excel, OpenDocument", "linkedin": "LinkedIn text",
    "message_page": "HTML of chats", "copied_page": "copied pages", "subtitles": "subtitles",
    "reddit": "Reddit text", "document": "documents", "markdown": "Markdown", "plain": "plain text",
    "web_archive": "MHTML", "whatsapp": "WhatsApp", "feed": "RSS, Atom", "mail": "e-mails",
    "jsonl": "JSONL", "table": "CSV", "json": "JSON", "page": "HTML",
}  # fmt: skip
"""What each format of a file is called in docs/importing.md."""

ARCHIVES = {
    "slack": "Slack export", "discord": "DiscordChatExporter", "mastodon": "Mastodon archive",
    "linkedin_archive": "LinkedIn archive", "twitter": "X archive", "whatsapp_zip": "WhatsApp zip",
    "monthly_tweets": "Twitter archive", "discord_package": "Discord data package",
    "zulip": "Zulip", "mattermost": "Mattermost",
}  # fmt: skip
"""What each kind of archive is called there, by its module."""

CHATS = {"telegram": "Telegram", "matrix": "Matrix", "slackdump": "slackdump"}
"""What each kind of export that is one file a chat is called there, by its module."""

DIALECT = re.compile(
    r"\b(?:backroom|furniture|likeness(?:es)?|rarit(?:y|ies)|census|shel(?:f|ves)|withdrawn|"
    r"mend(?:s|ed|ing)?|anew|whoever|somebody|for good|of ours)\b",
    re.IGNORECASE,
)
"""What the glossary has other words for."""

OLD_NAMES = frozenset(
    "Backroom Office Parts Desk Shelf Watching Sweeping Vanishing Meanwhile Daily Asking Pressing "
    "Working Managing Hearing Listening Leaving Pane Press Typed Form Seeing People Briefly "
    "Patience InFlight Corrector Standing Struck Restated Wish Meant bearers refusing "
    "bring_in read_back hear lose Builder comparing census journal conversing measuring "
    "claims bounds tarred recognising likeness subjects cues scales rarity Moment".split()
)
"""What classes, functions and modules are no longer called."""

PATH = re.compile(r"(?:adapters|bench|bot|docs|examples|index|tests|training)/[\w./-]*")
"""Where a file of the project stands; NAME in it is for the reader to fill in."""

COMMAND_LINE = read("docs/command-line.md")
SETTINGS = read("docs/settings.md")


def commands() -> dict[str, set[str]]:
    """The options of each command."""
    found = get_command(command_line()).commands  # type: ignore[attr-defined]
    return {
        name: {
            option
            for parameter in command.params
            for option in parameter.opts
            if option.startswith("--")
        }
        for name, command in found.items()
    }


def of_command(name: str) -> str:
    """What docs/command-line.md says of a command."""
    (heading,) = re.findall(rf"^### `pullquote {name}\b.*`$", COMMAND_LINE, re.MULTILINE)
    return section(COMMAND_LINE, heading)


def first_cells(text: str) -> list[str]:
    return [row[0] for row in rows(text)]


def test_every_command_has_a_section_and_a_line_in_the_list_and_no_other_has() -> None:
    headings = re.findall(r"^### `pullquote ([a-z]+)", COMMAND_LINE, re.MULTILINE)
    table = COMMAND_LINE.split("\n## Commands\n")[1].split("\n### ")[0]
    listed = re.findall(r"^\| \[`pullquote ([a-z]+)", table, re.MULTILINE)
    assert sorted(headings) == sorted(listed) == sorted(commands())


@pytest.mark.parametrize("name", sorted(commands()))
def test_every_option_of_a_command_is_in_its_section_and_no_other_is(name: str) -> None:
    listed = [cell.strip("`") for cell in first_cells(of_command(name))]
    assert sorted(listed) == sorted(commands()[name])


def test_every_exit_code_is_listed_and_no_other_is() -> None:
    codes = first_cells(section(read("docs/operations.md"), "## Exit codes"))
    assert codes == [str(int(code)) for code in Exit]


def test_every_setting_is_in_the_list_and_in_the_example_and_no_other_is() -> None:
    listed = [cell.strip("`") for cell in first_cells(SETTINGS)]
    assert sorted(listed) == sorted(VARIABLES)
    assert set(dotenv_values(ROOT / ".env.example")) == set(VARIABLES)


def test_the_defaults_that_are_listed_are_those_of_the_example_and_of_the_code() -> None:
    listed = {row[0].strip("`"): row[1].strip("`") for row in rows(SETTINGS)}
    example = dotenv_values(ROOT / ".env.example")
    assert {name: value or "none" for name, value in example.items()} == listed
    given, default = load(ROOT / ".env.example", {}), load(ROOT / "no such file", {})
    assert replace(given, log_level=None) == default


def archive_modules() -> set[str]:
    """The modules that tell which files are an archive's, and read its posts."""
    modules = walk_packages(adapters.sources.__path__, "adapters.sources.")
    loaded = [import_module(each.name) for each in modules]
    return {
        each.__name__.rpartition(".")[2]
        for each in loaded
        if {"claims", "posts"} <= vars(each).keys() and callable(vars(each)["claims"])
    }


def test_every_format_is_listed_and_no_other_is() -> None:
    listed = first_cells(section(read("docs/importing.md"), "## Formats"))
    assert sorted(listed) == sorted([*FORMATS.values(), *ARCHIVES.values(), *CHATS.values()])
    assert set(FORMATS) == set(get_args(Format))
    assert {*ARCHIVES, "chat_files"} == archive_modules()
    assert set(CHATS) == {
        cast("ModuleType", reader).__name__.rpartition(".")[2] for reader in READERS
    }


def test_the_versions_that_each_reader_was_written_for_are_listed_and_no_others() -> None:
    modules = walk_packages(adapters.sources.__path__, "adapters.sources.")
    known = [vars(import_module(each.name)).get("VERSIONS") for each in modules]
    listed = [row[1] for row in rows(section(read("docs/importing.md"), "## Versions"))]
    assert sorted(listed) == sorted({each for each in known if each})


async def test_every_command_and_field_on_discord_is_listed_and_no_other_is(
    tmp_path: Path,
) -> None:
    settings = load(tmp_path / ".env", {"PULLQUOTE_DATA": str(tmp_path)})
    async with chat_app.opened_services(settings) as services:
        questions = services.question_service(nobody_asks)
        tree = Client(questions, services, tmp_path, "en", guilds_seconds=0).tree
        menus = (discord.AppCommandType.message, discord.AppCommandType.user)
        fields = {
            f"`/{each.qualified_name}`": {field.display_name for field in each.parameters}
            for each in tree.walk_commands()
            if isinstance(each, app_commands.Command)
        }
        named = [f"*Apps → {each.name}*" for menu in menus for each in tree.get_commands(type=menu)]
    table = rows(section(read("docs/discord.md"), "## Commands"))
    listed = {row[0]: row[1] for row in table if row[0].startswith(("`/", "*Apps"))}
    assert sorted(listed) == sorted([*fields, *named])
    for name, wanted in fields.items():
        assert wanted <= set(spans(listed[name])), name


def test_every_command_and_shortcut_in_slack_is_listed_and_no_other_is() -> None:
    features = yaml.safe_load(read("adapters/slack/manifest.yaml"))["features"]
    slash = {each["command"]: each.get("usage_hint", "") for each in features["slash_commands"]}
    verbs = [key.partition(".")[2] for key in ENGLISH.commands if key.startswith("posts.")]
    assert slash.pop("/posts").split(" | ") == verbs
    cells = first_cells(section(read("docs/slack.md"), "## Commands"))
    typed = [cell.strip("`").split() for cell in cells if cell.startswith("`/")]
    assert sorted(words[1] for words in typed if words[0] == "/posts") == sorted(verbs)
    assert sorted(words[0] for words in typed if words[0] != "/posts") == sorted(slash)
    assert {f"*{each['name']}*" for each in features["shortcuts"]} <= set(cells)


def test_every_scope_in_slack_is_listed_and_no_other_is() -> None:
    cells = first_cells(section(read("docs/slack.md"), "## Scopes"))
    assert [cell.strip("`") for cell in cells] == sorted(SCOPES)


@pytest.mark.parametrize("path", ALL, ids=name_of)
def test_every_link_leads_to_a_file_and_a_heading_that_are_there(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    broken = []
    for link in documents.links(text):
        file, _, anchor = link.partition("#")
        target = path.parent / file if file else path
        if link.startswith(("https://", "http://")):
            continue
        if not target.exists() or (
            anchor and anchor not in anchors(target.read_text(encoding="utf-8"))
        ):
            broken.append(link)
    assert broken == []


def test_the_readme_is_short_and_leads_to_every_document() -> None:
    text = read("README.md")
    assert len(text.splitlines()) <= 150
    linked = {(ROOT / link.partition("#")[0]).resolve() for link in documents.links(text)}
    pages = {*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")} - {ROOT / "README.md"}
    assert {name_of(page) for page in pages - linked} == set()


def test_every_decision_is_listed_dated_and_tells_context_decision_and_consequence() -> None:
    folder = ROOT / "docs" / "decisions"
    pages = sorted(folder.glob("[0-9]*.md"))
    listed = []
    for page in pages:
        title, date, *parts = page.read_text(encoding="utf-8").strip().split("\n\n")
        number = page.name[:4]  # one may be left out, where several are written at a time
        assert title.startswith(f"# {number}. ")
        assert re.fullmatch(r"Date: \d{4}-\d\d-\d\d", date)
        assert [part.partition(" ")[0] for part in parts[:3]] == [
            "**Context.**", "**Decision.**", "**Consequence.**",
        ]  # fmt: skip
        link = f"[{title.partition('. ')[2]}]({page.name})"
        listed.append([number, link, date.removeprefix("Date: ")])
    assert listed
    assert rows((folder / "README.md").read_text(encoding="utf-8")) == listed


def test_every_make_target_and_every_module_that_a_document_runs_exists() -> None:
    text = "\n".join(path.read_text(encoding="utf-8") for path in ALL)
    targets = set(re.findall(r"^([a-z-]+):", read("Makefile"), re.MULTILINE))
    named = set(re.findall(r"(?:`|^\$ )make ([a-z-]+)", text, re.MULTILINE))
    assert {"demo", "test", "setup"} <= named <= targets
    modules = set(re.findall(r"python -m ([\w.]+)", text))
    assert {"bot", "training"} <= modules
    assert [module for module in modules if find_spec(module) is None] == []


def folders_in_the_tree() -> set[str]:
    """The folders that docs/architecture.md draws, each by its path."""
    (tree,) = (
        each for each in documents.blocks(read("docs/architecture.md")) if each.startswith("index/")
    )
    above: list[str] = []
    found = set()
    for line in tree.splitlines():
        depth = (len(line) - len(line.lstrip())) // 2
        above = [*above[:depth], line.split()[0].rstrip("/")]
        found.add("/".join(above))
    return found


def test_the_tree_of_folders_names_every_folder_of_code_and_none_that_is_not_there() -> None:
    drawn = folders_in_the_tree()
    assert [each for each in sorted(drawn) if not (ROOT / each).is_dir()] == []
    modules = (each for top in ("adapters", "bot", "index") for each in (ROOT / top).rglob("*.py"))
    assert {name_of(each.parent) for each in modules} - drawn == set()


@pytest.mark.parametrize("container", ["adapters", "bot", "index"])
def test_the_layers_that_are_named_are_those_of_the_contracts(container: str) -> None:
    contracts = tomllib.loads(read("pyproject.toml"))["tool"]["importlinter"]["contracts"]
    (layers,) = (each["layers"] for each in contracts if each.get("containers") == [container])
    text = section(read("docs/architecture.md"), "## Contracts")
    (line,) = re.findall(rf"^\* Inside the {container}: (.*?)\.(?= |$)", text, re.MULTILINE)
    named = [sorted(spans(part)) for part in line.split(" > ")]
    # A bar forbids the modules of a layer to import each other; a colon would let them.
    assert named == [sorted(layer.split(" | ")) for layer in layers]


@pytest.mark.parametrize("path", ALL, ids=name_of)
def test_every_path_that_a_document_names_exists(path: Path) -> None:
    named = {each for each in spans(path.read_text(encoding="utf-8")) if PATH.fullmatch(each)}
    given = sorted(each for each in named if "NAME" not in each)
    assert [each for each in given if not (ROOT / each).exists()] == []


@pytest.mark.parametrize("path", ALL, ids=name_of)
def test_no_document_speaks_the_old_dialect(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert DIALECT.findall(documents.prose(text)) == []
    names = {re.sub(r"\.py$|\(\)$", "", span).rpartition("/")[2] for span in spans(text)}
    assert names & OLD_NAMES == set()
