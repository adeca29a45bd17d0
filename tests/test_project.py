"""The project is laid out as it is meant to be."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PYPROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())
SOURCES = [
    path
    for folder in ("bot", "adapters", "index", "training", "bench")
    for path in sorted((ROOT / folder).rglob("*.py"))
]


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
