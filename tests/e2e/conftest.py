"""Runs the command line as a person would."""

from __future__ import annotations

import io
import json
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pytest

from bot.__main__ import main
from bot.composition import app

if TYPE_CHECKING:
    from collections.abc import Callable

    from index.ports import Encoder


@dataclass
class Result:
    """How a command ended and what it said."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)

    @property
    def lines(self) -> list[Any]:
        return [json.loads(line) for line in self.out.splitlines()]


@pytest.fixture(autouse=True)
def _bundled_model_once(encoder: Encoder, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let all commands of a test run share the model that takes seconds to load."""
    open_encoder = app.open_encoder
    bundled = encoder.name

    def opened(name: str) -> Encoder:
        return encoder if name == bundled else open_encoder(name)

    monkeypatch.setattr(app, "open_encoder", opened)


@pytest.fixture
def pullquote(
    capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Callable[..., Result]:
    """Run `pullquote ARGUMENTS` in this process; with None as its input, that is closed."""

    def run(*arguments: str, stdin: str | None = "") -> Result:
        given = None if stdin is None else io.TextIOWrapper(io.BytesIO(stdin.encode()))
        monkeypatch.setattr(sys, "stdin", given)
        code: int | str | None = 0
        try:
            main(list(arguments))
        except SystemExit as end:
            code = end.code
        out, err = capfd.readouterr()
        return Result(int(code or 0), out, err)

    return run
