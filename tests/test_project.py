"""The documents say what is true of the code."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from dotenv import dotenv_values
from typer.main import get_command

from bot.__main__ import command_line
from bot.settings import VARIABLES, load

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text()
PYPROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())
SOURCES = [
    path
    for folder in ("bot", "adapters", "index", "training")
    for path in sorted((ROOT / folder).rglob("*.py"))
]


def commands() -> dict[str, list[str]]:
    found = get_command(command_line()).commands  # type: ignore[attr-defined]
    return {
        name: [option for parameter in command.params for option in parameter.opts]
        for name, command in found.items()
    }


def section(title: str) -> str:
    return README.split(f"\n## {title}\n")[1].split("\n## ")[0]


def test_the_readme_lists_every_command_and_no_other() -> None:
    listed = set(re.findall(r"`pullquote ([a-z]+)", section("Commands")))
    assert listed == set(commands())


@pytest.mark.parametrize("name", sorted(commands()))
def test_the_readme_lists_every_option_of_a_command(name: str) -> None:
    (row,) = (line for line in section("Commands").splitlines() if f"`pullquote {name}" in line)
    options = {option for option in commands()[name] if option.startswith("--")}
    assert set(re.findall(r"--[a-z-]+", row)) == options


def test_the_readme_lists_every_setting_and_no_other() -> None:
    assert set(re.findall(r"^\| `([A-Z_]+)`", section("Settings"), re.MULTILINE)) == set(VARIABLES)


def test_the_example_settings_name_exactly_the_variables_that_are_read() -> None:
    assert set(dotenv_values(ROOT / ".env.example")) == set(VARIABLES)


def test_the_example_settings_are_valid() -> None:
    assert load(ROOT / ".env.example", {}).model == "bundled"


def test_every_make_target_that_the_readme_names_exists() -> None:
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(), re.MULTILINE))
    named = set(re.findall(r"`make ([a-z-]+)", README))
    assert {"demo", "test"} <= named <= targets


def test_every_file_that_the_readme_names_exists() -> None:
    named = re.findall(r"`((?:bot|adapters|index|tests|training|examples)/[\w/.-]*)`", README)
    assert named
    given = [name for name in named if "NAME" not in name]  # NAME is for the reader to fill in
    assert [name for name in given if not (ROOT / name).exists()] == []


def test_torch_comes_first_in_the_constraints_and_every_dependency_is_pinned() -> None:
    lines = (ROOT / "constraints.txt").read_text().splitlines()
    pins = [line for line in lines if not line.startswith("#")]
    assert pins[0] == "torch==2.13.0"
    assert all(re.fullmatch(r"[\w.-]+==[\w.]+", pin) for pin in pins)
    pinned = {re.sub(r"[-_.]+", "-", pin.split("==")[0]).lower() for pin in pins}
    wanted = PYPROJECT["project"]["dependencies"]
    wanted += PYPROJECT["project"]["optional-dependencies"]["dev"]
    names = {re.sub(r"[-_.]+", "-", re.split(r"[<>=]", each)[0]).lower() for each in wanted}
    assert names - pinned == set()


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(ROOT)))
def test_no_file_is_over_300_lines_and_no_function_over_40(path: Path) -> None:
    text = path.read_text()
    assert len(text.splitlines()) <= 300
    long = [
        node.name
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and (node.end_lineno or 0) - node.lineno + 1 > 40
    ]
    assert long == []


def test_the_model_that_ships_is_small_enough_for_the_repository() -> None:
    files = (ROOT / "index" / "embedding" / "model").rglob("*")
    assert sum(file.stat().st_size for file in files if file.is_file()) <= 25_000_000


def test_help_loads_nothing_heavy() -> None:
    code = (
        "import sys; from bot.__main__ import command_line; command_line();"
        "print(*{'torch', 'faiss', 'numpy', 'sentence_transformers'} & {*sys.modules})"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], check=False, capture_output=True, text=True, cwd=ROOT
    )
    assert done.stdout == "\n"
