"""Each promise of docs/operations.md is tried by tests that there are."""

from __future__ import annotations

import ast
import re

from tests.fakes.documents import ROOT, read, rows, section, spans

PROMISES = rows(section(read("docs/operations.md"), "## What you can rely on"))


def functions_of(file: str) -> set[str]:
    """Return the names of the functions in a file; none where there is no file."""
    path = ROOT / file
    nodes = ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if path.is_file() else ()
    return {each.name for each in nodes if isinstance(each, ast.FunctionDef | ast.AsyncFunctionDef)}


def test_every_promise_names_tests_and_each_of_them_is_there() -> None:
    assert len(PROMISES) > 10
    for promise, tried in PROMISES:
        named = spans(tried)
        assert named, promise
        for each in named:
            file, _, test = each.partition("::")
            assert re.fullmatch(r"test_\w+", test), each
            assert test in functions_of(file), each


def test_no_test_of_a_promise_is_left_out_of_make_test() -> None:
    left_out = {"second_opinion"}
    for _, tried in PROMISES:
        assert {each.split("/")[1] for each in spans(tried)} & left_out == set()
