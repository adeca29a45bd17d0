"""The project is laid out as it is meant to be."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import tomllib
from itertools import chain
from pathlib import Path

import pytest
import yaml  # type: ignore[import-untyped]

ROOT = Path(__file__).parents[1]
PYPROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())
ASSERTING = frozenset("raises warns fail check check_message".split()) | frozenset(
    "until_stored hears holds becomes assert_nothing_is_read_into".split()
)
"""What fails, and says what was expected, where something is not so."""

TESTS = sorted((ROOT / "tests").rglob("test_*.py"))
SOURCES = [
    path
    for folder in ("bot", "adapters", "index", "training", "bench")
    for path in sorted((ROOT / folder).rglob("*.py"))
]

RIM = (
    "adapters/",
    "bot/cli/",
    "bot/composition/",
    "index/clock.py",
    "training/",
    "bench/",
)
BELOW_THE_RIM = [path for path in SOURCES if not str(path.relative_to(ROOT)).startswith(RIM)]
CLOCKS = frozenset("time monotonic perf_counter process_time now utcnow utc_now today".split())
"""What tells the time: it may be the default of an argument, and not be called itself."""


def normalized(requirement: str) -> str:
    """Return the name of what is required, as indexes compare names."""
    return re.sub(r"[-_.]+", "-", re.split(r"[<>= \[]", requirement)[0]).lower()


def pins(file: str) -> dict[str, str]:
    """Return the versions in a file, in its order."""
    text = (ROOT / file).read_text()
    found = re.findall(r"^([\w.-]+)==([\w.]+)", text, re.MULTILINE)
    return {normalized(name): version for name, version in found}


def test_torch_comes_first_in_the_constraints_and_every_dependency_is_pinned() -> None:
    lines = (ROOT / "constraints.txt").read_text().splitlines()
    written = [line for line in lines if not line.startswith("#")]
    assert lines[0] == written[0] == "torch==2.13.0"
    assert all(re.fullmatch(r"[\w.-]+==[\w.]+", each) for each in written)
    wanted = [
        *PYPROJECT["build-system"]["requires"],
        *PYPROJECT["project"]["dependencies"],
        *chain(*PYPROJECT["project"].get("optional-dependencies", {}).values()),
        *chain(*PYPROJECT["dependency-groups"].values()),
    ]
    assert {normalized(each) for each in wanted} - pins("constraints.txt").keys() == set()


def test_whatever_is_pinned_has_hashes_and_no_index_is_named() -> None:
    text = (ROOT / "hashes.txt").read_text()
    hashed, constrained = pins("hashes.txt"), pins("constraints.txt")
    assert next(iter(hashed)) == "torch"
    assert {name: hashed.get(name) for name in constrained} == constrained
    line = r"[\w.-]+==[\w.]+( ; [^\\\n]+)?( \\\n    --hash=sha256:[0-9a-f]{64})+\n"
    assert re.sub(line, "", re.sub(r"^#.*\n", "", text, flags=re.MULTILINE)) == ""


def functions(path: Path) -> list[ast.FunctionDef | ast.AsyncFunctionDef]:
    """Return the functions and methods of a file."""
    nodes = ast.walk(ast.parse(path.read_text()))
    return [each for each in nodes if isinstance(each, ast.FunctionDef | ast.AsyncFunctionDef)]


def names_called(function: ast.AST) -> set[str]:
    """Return what a function calls or hands on, by the last part of its name."""
    nodes = list(ast.walk(function))
    return {node.attr for node in nodes if isinstance(node, ast.Attribute)} | {
        node.id for node in nodes if isinstance(node, ast.Name)
    }


def asserts(function: ast.AST) -> bool:
    """Say whether a function itself says what it expects."""
    return any(isinstance(node, ast.Assert) for node in ast.walk(function))


def test_every_test_says_what_it_expects() -> None:
    assert {str(path.relative_to(ROOT)): each for path in TESTS if (each := silent_in(path))} == {}


def silent_in(path: Path) -> set[str]:
    """Return the tests of a file that expect nothing."""
    inside = functions(path)
    asserting = ASSERTING | {each.name for each in inside if asserts(each)}
    called = [(each.name, names_called(each)) for each in inside if each.name not in asserting]
    while more := {name for name, names in called if names & asserting} - asserting:
        asserting |= more
    tests = {each.name for each in inside if each.name.startswith("test_")}
    return tests - asserting


def test_no_file_is_over_300_lines_and_no_function_over_40() -> None:
    assert [str(path) for path in SOURCES if len(path.read_text().splitlines()) > 300] == []
    long = [
        f"{path}: {node.name}"
        for path in SOURCES
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and (node.end_lineno or 0) - node.lineno + 1 > 40
    ]
    assert long == []


def test_no_file_of_tests_or_scripts_is_over_300_lines() -> None:
    files = chain((ROOT / "tests").rglob("*.py"), (ROOT / ".ci").rglob("*.py"))
    lines = {str(file.relative_to(ROOT)): len(file.read_text().splitlines()) for file in files}
    assert lines
    assert {file: count for file, count in lines.items() if count > 300} == {}


def test_below_the_rim_no_clock_is_read_that_was_not_handed_in() -> None:
    read = {str(path): CLOCKS.intersection(called_in(path)) for path in BELOW_THE_RIM}
    assert {path: clocks for path, clocks in read.items() if clocks} == {}


def called_in(path: Path) -> list[str]:
    """Return the names of what a file calls."""
    calls = [
        node.func for node in ast.walk(ast.parse(path.read_text())) if isinstance(node, ast.Call)
    ]
    return [each.attr if isinstance(each, ast.Attribute) else ast.unparse(each) for each in calls]


def test_the_model_that_ships_is_small_enough_for_the_repository() -> None:
    files = (ROOT / "index" / "embedding" / "model").rglob("*")
    assert sum(file.stat().st_size for file in files if file.is_file()) <= 25_000_000


def test_help_loads_nothing_heavy() -> None:
    code = (
        "import sys; from bot.__main__ import command_line; command_line();"
        "heavy = {'torch', 'faiss', 'numpy', 'sentence_transformers', 'mcp', 'pydantic'};"
        "print(*heavy & {*sys.modules})"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], check=False, capture_output=True, text=True, cwd=ROOT
    )
    assert done.stdout == "\n"


def test_the_checks_on_the_host_are_those_of_every_other_machine() -> None:
    workflow = yaml.safe_load((ROOT / ".github/workflows/ci.yml").read_text())
    (job,) = workflow["jobs"].values()
    assert [step["run"] for step in job["steps"] if "run" in step] == [".ci/run"]
    project = PYPROJECT["project"]
    assert project["requires-python"] == f">={job['strategy']['matrix']['python'][0]}"


def test_servers_that_others_wrote_are_asked_every_week_and_never_skipped_then() -> None:
    workflow = yaml.safe_load((ROOT / ".github/workflows/second-opinion.yml").read_text())
    assert "schedule" in workflow[True]  # YAML takes "on" for a truth
    last = workflow["jobs"]["test"]["steps"][-1]
    assert last == {"run": "make second-opinion", "env": {"SECOND_OPINION": "required"}}
    makefile = (ROOT / "Makefile").read_text()
    assert "pytest -m second_opinion tests/second_opinion" in makefile


@pytest.mark.parametrize("name", ["fault", "request"])
def test_every_form_for_an_issue_asks_something(name: str) -> None:
    form = yaml.safe_load((ROOT / f".github/ISSUE_TEMPLATE/{name}.yml").read_text())
    assert {"name", "description", "labels", "body"} == form.keys()
    asked = [each for each in form["body"] if each["type"] != "markdown"]
    assert all(each["attributes"]["label"] for each in asked)
    assert len({each["id"] for each in asked}) == len(asked) >= 2


def instructions(name: str) -> list[list[str]]:
    """Return the instructions of a Containerfile as words, lines that go on joined."""
    text = re.sub(r"\\\n", " ", (ROOT / name).read_text())
    return [line.split() for line in text.splitlines() if line and not line.startswith("#")]


def test_a_container_is_made_of_files_that_are_there_and_serves_as_nobody_but_its_own_user() -> (
    None
):
    lines = instructions("Containerfile")
    stages = {line[3]: line[1] for line in lines if line[0] == "FROM"}
    assert (stages["table"], stages["bot"], [*stages][-1]) == ("runtime", "runtime", "bot")
    runtime = lines[lines.index(["FROM", "base", "AS", "runtime"]) :]
    assert [each[1] for each in runtime if each[0] == "USER"] == ["10001"]
    copied = [
        name
        for line in lines
        if line[0] == "COPY" and not line[1].startswith("--from=")
        for name in line[1:-1]
    ]
    kept = re.findall(r"^!(\S+)$", (ROOT / ".dockerignore").read_text(), re.MULTILINE)
    assert sorted(copied) == sorted(kept)
    assert all((ROOT / name).exists() for name in copied)


def test_a_container_s_packages_are_installed_by_options_that_there_are() -> None:
    runs = [line for line in instructions("Containerfile") if ".ci/install.py" in line]
    assert len(runs) == 2
    for line in runs:
        arguments = line[line.index(".ci/install.py") + 1 :]
        assert arguments[0] == "--only-bot"
        extras = arguments[2::2]
        assert {*arguments[1::2]} <= {"--extra"}
        assert {*extras} <= PYPROJECT["project"]["optional-dependencies"].keys() - {"models"}
        assert {"files", "tables"} <= {*extras}  # nobody can install their readers in a container
