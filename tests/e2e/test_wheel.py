from __future__ import annotations

import json
import subprocess
import sys
import sysconfig
import venv
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
OWNERS = (
    "import importlib.metadata as m, json; owners = m.packages_distributions();"
    "import bot, adapters, index;"
    "print(json.dumps([[sorted(set(owners[n])) for n in ('bot', 'adapters', 'index')],"
    "[bot.__file__, adapters.__file__, index.__file__]]))"
)


def run(*command: str | Path) -> str:
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    return done.stdout


@pytest.fixture(scope="module")
def environment(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An environment of its own with the built wheel, without the source.

    The dependencies are those of the environment that runs the tests, lent by a path file:
    installing PyTorch once more would prove nothing about our wheel.
    """
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "pip", "wheel", "--no-deps", "--no-build-isolation"]
    run(*build, "--quiet", "--wheel-dir", folder, ROOT)
    (wheel,) = folder.glob("pullquote-*.whl")
    place = folder / "environment"
    venv.create(place, with_pip=True)
    run(place / "bin" / "pip", "install", "--quiet", "--no-deps", "--no-index", wheel)
    (site_packages,) = place.glob("lib/python*/site-packages")
    # A path line, unlike a site directory, does not read the lender's own path files: the
    # source that is installed there for development stays out of sight.
    (site_packages / "lent.pth").write_text(sysconfig.get_path("purelib") + "\n")
    return place


def test_each_import_name_belongs_to_pullquote_alone_and_comes_from_the_wheel(
    environment: Path,
) -> None:
    owners, files = json.loads(run(environment / "bin" / "python", "-c", OWNERS))

    assert owners == [["pullquote"]] * 3
    assert all(file.startswith(str(environment)) for file in files)


def test_the_installed_command_imports_and_answers_away_from_the_source(
    environment: Path, tmp_path: Path
) -> None:
    (tmp_path / "oven.txt").write_text("The village oven is lit on Friday evenings at six.")
    pullquote = environment / "bin" / "pullquote"

    imported = run(pullquote, "import", tmp_path / "oven.txt")
    answer = json.loads(run(pullquote, "ask", "When is the village oven lit?", "--json"))

    assert imported.startswith("1 new")
    assert answer["excerpts"][0]["text"].startswith("The village oven is lit on Friday")
