"""A pipe that has the name of a journal is named, and nobody waits for it."""

from __future__ import annotations

import os
import subprocess
from typing import TYPE_CHECKING

import pytest

from tests.e2e.machine.conftest import said

if TYPE_CHECKING:
    from tests.e2e.machine.conftest import Machine

SECONDS = 20


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes with names")
@pytest.mark.parametrize("ending", ["-journal", "-wal"])
def test_a_pipe_for_a_journal_is_named_with_what_helps(machine: Machine, ending: str) -> None:
    os.mkfifo(pipe := machine.folder / f"pullquote.db{ending}")
    for command in (("ask", "Who bakes the bread?"), ("status",), ("export",)):
        try:
            done = machine.run(*command, seconds=SECONDS)
        except subprocess.TimeoutExpired:
            pytest.fail(f"{command} waits for the pipe")
        assert f"{pipe} is no file, but a folder or a device" in said(done, 4)
