"""The files that an operator takes: the service, the container, the dashboard."""

from __future__ import annotations

import json
import logging
import re
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
import yaml  # type: ignore[import-untyped]

from bot.metrics import Metrics
from bot.settings.loading import VARIABLES
from tests.fakes.documents import ROOT, read, rows, section

if TYPE_CHECKING:
    from pathlib import Path

SERVICE = "examples/running/pullquote.service"
DASHBOARD = json.loads(read("examples/running/grafana.json"))
COMPOSE = yaml.safe_load(read("compose.yaml"))


def counted() -> str:
    """What Prometheus reads once something of each kind has happened."""
    filled = Metrics()
    with filled.question("discord"):
        pass
    filled.failed_call("discord", "lost")
    filled.stored_live("discord", 1.0)
    filled.set_channels("discord", 1, 0)
    filled.log_handler().handle(logging.LogRecord("x", logging.WARNING, "", 0, "", (), None))
    return filled.text().decode()


def metrics() -> set[str]:
    """The names under which Prometheus knows what is counted."""
    found = re.findall(r"^(\w+)[{ ]", counted(), re.MULTILINE)
    return {each for each in found if not each.endswith("_created")}


def labels() -> dict[str, set[str]]:
    """The labels of each metric that has some."""
    found = re.findall(r"^(\w+?)(?:_count)?\{(.*)\}", counted(), re.MULTILINE)
    return {name: {*re.findall(r"(\w+)=", said)} for name, said in found}


def test_every_metric_of_the_dashboard_is_counted() -> None:
    asked = [target["expr"] for panel in DASHBOARD["panels"] for target in panel["targets"]]
    named = {name for each in asked for name in re.findall(r"\b(?:pullquote|process)_\w+", each)}
    assert named - metrics() == set()
    assert len({panel["id"] for panel in DASHBOARD["panels"]}) == len(DASHBOARD["panels"])
    groups = [group for each in asked for group in re.findall(r"by \(([^)]*)\)", each)]
    known = {label for each in labels().values() for label in each} | {"le"}
    assert {label for group in groups for label in group.split(", ")} <= known


def test_every_metric_of_ours_is_listed_and_shown_and_no_other_is() -> None:
    listed = rows(section(read("docs/operations.md"), "## Watching over it"))
    names = {row[0].strip("`") for row in listed}
    own = {re.sub(r"_(?:bucket|sum|count)$", "", each) for each in metrics()}
    assert {each for each in own if each.startswith("pullquote_")} == {
        each for each in names if each.startswith("pullquote_")
    }
    shown = json.dumps(DASHBOARD)
    assert [each for each in names if each not in shown] == []
    exposed = labels()
    for row in listed:
        for name in re.findall(r"`(\w+)`", row[1]):
            assert name in exposed[row[0].strip("`")]


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="there is no systemd")
def test_systemd_takes_the_service(tmp_path: Path) -> None:
    text = re.sub(
        r"^ExecStart=\S+", f"ExecStart={sys.executable}", read(SERVICE), flags=re.MULTILINE
    )
    service = tmp_path / "pullquote.service"
    service.write_text(text, encoding="utf-8")
    done = subprocess.run(
        ["systemd-analyze", "verify", "--man=no", service],  # noqa: S607 - where it is, is its own
        check=False, capture_output=True, text=True,
    )  # fmt: skip
    assert (done.returncode, done.stdout + done.stderr) == (0, "")


def test_the_service_and_the_container_name_settings_that_there_are() -> None:
    text = read(SERVICE) + read("compose.yaml")
    named = {*re.findall(r"\b(?:PULLQUOTE|DISCORD|SLACK)_[A-Z_]+", text)}
    assert named
    assert named <= {*VARIABLES}
    ends = re.findall(r"^RestartPreventExitStatus=(.*)$", read(SERVICE), re.MULTILINE)
    assert ends == ["2 3"]


def test_the_service_does_not_give_up_while_there_is_no_network() -> None:
    text = read(SERVICE)
    assert re.findall(r"^StartLimit.*$", text, re.MULTILINE) == ["StartLimitIntervalSec=0"]
    assert re.findall(r"^Restart=.*$", text, re.MULTILINE) == ["Restart=on-failure"]
    assert "network-online.target" in text


def test_the_container_of_compose_may_write_its_volume_alone() -> None:
    (bot,) = COMPOSE["services"].values()
    build = bot["build"]
    assert f" AS {build['target']}\n" in read(build["dockerfile"])
    assert bot["volumes"] == ["posts:/data"]
    assert COMPOSE["volumes"].keys() == {"posts"}
    assert bot["environment"]["PULLQUOTE_DATA"] == "/data"
    assert bot["read_only"] is True
    assert bot["cap_drop"] == ["ALL"]
    # `on-failure` would leave the bot down after the machine, or Docker, was restarted in order.
    assert bot["restart"] == "unless-stopped"
    compile(bot["healthcheck"]["test"][-1], "healthcheck", "exec")
    assert bot["environment"]["PULLQUOTE_MONITORING_PORT"] in bot["healthcheck"]["test"][-1]


def test_prometheus_asks_where_the_documents_say_that_the_bot_listens() -> None:
    (job,) = yaml.safe_load(read("examples/running/prometheus.yml"))["scrape_configs"]
    (target,) = job["static_configs"][0]["targets"]
    assert target.startswith("127.0.0.1:")
    assert f"PULLQUOTE_MONITORING_PORT={target.partition(':')[2]}" in read("docs/operations.md")
    assert (ROOT / "examples/running").is_dir()
