"""Under the filter of the unit for systemd the bot starts and answers."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.e2e.machine.conftest import POSTS
from tests.fakes.documents import read
from tests.fakes.office import pdf
from tests.fakes.service_filter import ServiceFilter

if TYPE_CHECKING:
    from pathlib import Path

    from tests.e2e.machine.conftest import Machine

UNIT = "examples/running/pullquote.service"
ROOTS = ("fchown",)
"""What SQLite calls where it runs as root, which the service never does."""


def ran(filter_: ServiceFilter, code: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", code],
        check=False, capture_output=True, text=True, preexec_fn=filter_.install,
    )  # fmt: skip


@pytest.fixture(params=[False, True], ids=["as the unit says", "where what is refused kills"])
def filter_(request: pytest.FixtureRequest) -> ServiceFilter:
    """What systemd makes of the unit."""
    try:
        made = ServiceFilter(read(UNIT), ROOTS if not os.geteuid() else (), kills=request.param)
        ran(made, "")
    except (OSError, subprocess.SubprocessError) as error:
        pytest.skip(f"no filter like systemd's can be installed here ({error})")
    return made


def test_a_question_is_answered_under_the_filter_of_the_service(
    filter_: ServiceFilter, machine: Machine, tmp_path: Path
) -> None:
    (sheet := tmp_path / "sheet.pdf").write_bytes(pdf(["The kiln is lit on the second of May."]))
    machine.environment = {"REFINING_MODEL": "e5"}
    machine.before = filter_.install
    for command in (
        ("import", str(POSTS / "garden.jsonl"), str(sheet)),
        ("refine",),
        ("ask", "Who fed the starter?", "--json"),
    ):
        done = machine.run(*command)
        assert (done.returncode, done.stderr.count("Traceback")) == (0, 0), (command, done)
    assert '"excerpts"' in done.stdout


def test_all_that_the_bot_loads_can_be_loaded_under_the_filter_of_the_service(
    filter_: ServiceFilter,
) -> None:
    modules = (
        "faiss, numpy, adapters.discord, adapters.slack, adapters.mcp, adapters.monitoring.server"
    )
    done = ran(filter_, f"import {modules}, bot.__main__")
    assert (done.returncode, done.stderr) == (0, "")


def test_the_filter_refuses_what_the_service_does_not_need(filter_: ServiceFilter) -> None:
    done = ran(filter_, "import os; os.chroot('/')")
    assert done.returncode != 0
