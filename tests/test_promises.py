"""Each promise of docs/operations.md is tried by tests that there are."""

from __future__ import annotations

import ast
import re
from typing import TYPE_CHECKING

from tests.fakes.documents import ROOT, read, rows, section, spans

if TYPE_CHECKING:
    from collections.abc import Iterator

PROMISES = rows(section(read("docs/operations.md"), "## What you can rely on"))


def tests_in(file: str) -> Iterator[str]:
    """Yield the names of the tests in a file; none where there is no file."""
    path = ROOT / file
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if path.is_file() else ():
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node.name


def test_every_promise_names_tests_and_each_of_them_is_there() -> None:
    assert len(PROMISES) > 10
    for promise, tried in PROMISES:
        named = spans(tried)
        assert named, promise
        for each in named:
            file, _, test = each.partition("::")
            assert re.fullmatch(r"test_\w+", test), each
            assert test in set(tests_in(file)), each


def test_no_test_of_a_promise_is_left_out_of_make_test() -> None:
    left_out = {"second_opinion"}
    for _, tried in PROMISES:
        assert {each.split("/")[1] for each in spans(tried)} & left_out == set()
