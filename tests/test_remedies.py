"""Every command of ours that a sentence names as a remedy is one that can be entered."""

from __future__ import annotations

import ast
import re
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest
import typer
from discord import app_commands
from typer.testing import CliRunner

from adapters.discord.checks import nobody_asks
from adapters.discord.client import Client
from bot.__main__ import command_line
from bot.composition import chat_app
from bot.settings.loading import load

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT: Final = Path(__file__).parents[1]
TYPED: Final = re.compile(r"\bpullquote ([a-z]+)((?: --[a-z-]+)*)")
EXTRAS: Final = re.compile(r"pip install 'pullquote\[([a-z0-9]+)\]'")
IN_A_CHAT: Final = re.compile(r"/posts ([a-z-]+)")


def sentences(code: str) -> Iterator[str]:
    """Yield what the code may say: its texts, without what documents it."""
    nodes = [*ast.walk(ast.parse(code))]
    documenting = {id(each.value) for each in nodes if isinstance(each, ast.Expr)}
    for each in nodes:
        if isinstance(each, ast.Constant) and isinstance(each.value, str):
            yield "" if id(each) in documenting else each.value


def named(begins: str, names: re.Pattern[str]) -> list[tuple[str, ...]]:
    """Return the commands that the code names, of those that begin with a word."""
    files = (each for top in ("adapters", "bot", "index") for each in (ROOT / top).rglob("*.py"))
    codes = (code for file in files if begins in (code := file.read_text("utf-8")))
    said = (sentence for code in codes for sentence in sentences(code))
    return sorted({found.groups() for each in said for found in names.finditer(each)})


@pytest.mark.parametrize(("command", "options"), named("pullquote", TYPED))
def test_a_command_that_is_named_as_a_remedy_runs_and_knows_its_options(
    command: str, options: str
) -> None:
    shown = CliRunner().invoke(command_line(), [command, "--help"])
    known = typer.main.get_command(command_line())
    parameters = known.commands[command].params  # type: ignore[attr-defined]

    assert (shown.exit_code, command in shown.output) == (0, True)
    assert set(options.split()) <= {name for each in parameters for name in each.opts}


@pytest.mark.parametrize("extra", [extra for (extra,) in named("pullquote[", EXTRAS)])
def test_a_package_that_is_named_as_a_remedy_is_one_that_pullquote_has(extra: str) -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    assert extra in project["optional-dependencies"]


async def test_a_command_of_a_chat_that_is_named_as_a_remedy_is_one(tmp_path: Path) -> None:
    verbs = {verb for (verb,) in named("/posts", IN_A_CHAT)}
    settings = load(tmp_path / ".env", {"PULLQUOTE_DATA": str(tmp_path)})
    async with chat_app.opened_services(settings) as services:
        questions = services.question_service(nobody_asks)
        tree = Client(questions, services, tmp_path, "en", guilds_seconds=0).tree
        known = {
            each.qualified_name
            for each in tree.walk_commands()
            if isinstance(each, app_commands.Command)
        }

    assert {"watch", "import", "forget"} <= verbs
    assert {f"posts {verb}" for verb in verbs} <= known
