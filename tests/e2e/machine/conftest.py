"""Runs the command line in a process of its own, which has less than it would like."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

NOBODY = 65534
AS_NOBODY = ("setpriv", f"--reuid={NOBODY}", f"--regid={NOBODY}", "--clear-groups")
POSTS = Path(__file__).parents[3] / "examples" / "posts"


@dataclass
class Machine:
    """Where a command runs.

    Attributes:
        folder: The data folder.
        as_nobody: Whether it runs as an account that owns nothing.
        before: What the process does before the command begins.
    """

    folder: Path
    as_nobody: bool = False
    before: Callable[[], None] | None = None
    environment: dict[str, str] = field(default_factory=dict)

    def run(
        self, *arguments: str | bytes, seconds: float | None = None
    ) -> subprocess.CompletedProcess[str]:
        """Run `pullquote ARGUMENTS`."""
        environment = {
            "PATH": os.environ["PATH"],
            "PULLQUOTE_DATA": str(self.folder),
            "REFINING_MODEL": "off",
            "PYTHONDONTWRITEBYTECODE": "1",
            "HOME": "/nonexistent",
            "LANG": "C.UTF-8",
        } | self.environment
        command = [*(AS_NOBODY if self.as_nobody else ()), sys.executable, "-m", "bot", *arguments]
        return subprocess.run(
            command, check=False, capture_output=True, text=True, errors="replace",
            env=environment, cwd=POSTS.parents[1], preexec_fn=self.before, timeout=seconds,
        )  # fmt: skip


def said(done: subprocess.CompletedProcess[str], code: int) -> str:
    """Return the one sentence with which a command ended as it should have."""
    assert done.returncode == code, done.stderr
    assert "Traceback" not in done.stderr
    lines = done.stderr.strip().splitlines()
    assert len(lines) == 1, done.stderr
    return lines[0]


def mounted(script: str, folder: Path, machine: Machine) -> subprocess.CompletedProcess[str]:
    """Run a script where it may mount file systems."""
    apart = [shutil.which("unshare") or "", "-rm"]
    if not apart[0] or subprocess.run([*apart, "true"], check=False).returncode:
        pytest.skip("no file system can be mounted here")
    (place := folder / "mounted").mkdir()
    return subprocess.run(
        [*apart, "sh", "-c", script, "sh", place, machine.folder, sys.executable, POSTS],
        check=False, capture_output=True, text=True, cwd=POSTS.parents[1],
        env=os.environ | {"REFINING_MODEL": "off"},
    )  # fmt: skip


@pytest.fixture
def machine() -> Iterator[Machine]:
    """A data folder with a few posts, where other accounts may look, as not below pytest's own."""
    with TemporaryDirectory() as name:
        Path(name).chmod(0o755)
        made = Machine(Path(name) / "data")
        assert made.run("import", str(POSTS / "bread.jsonl")).returncode == 0
        yield made
