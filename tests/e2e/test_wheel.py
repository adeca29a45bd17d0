from __future__ import annotations

import json
import os
import subprocess
import sys
import sysconfig
import tomllib
import venv
from importlib import metadata
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

if TYPE_CHECKING:
    from collections.abc import Iterable

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


def required_by(*requirements: str) -> set[str]:
    """Return the packages that pip would install for these, by their names."""
    left, found = [Requirement(each) for each in requirements], set[str]()
    while left:
        wanted = left.pop()
        name = canonicalize_name(wanted.name)
        if name not in found:
            found.add(name)
            more = (Requirement(each) for each in metadata.requires(name) or [])
            extras = wanted.extras or {""}
            left += [
                each
                for each in more
                if each.marker is None or any(each.marker.evaluate({"extra": x}) for x in extras)
            ]
    return found


def lend(folder: Path, names: Iterable[str]) -> None:
    """Link the modules of installed packages into a folder."""
    folder.mkdir()
    installed = Path(sysconfig.get_path("purelib"))
    for name in names:
        files = metadata.files(name) or []
        for top in {each.parts[0] for each in files if each.parts[0] != ".."}:
            if not (folder / top).exists():
                (folder / top).symlink_to(installed / top)


@pytest.fixture(scope="module")
def environment(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An environment of its own with the built wheel, without the source and any extra.

    What the wheel requires, and nothing else, is lent by a path file from the environment that
    runs the tests: installing it once more would prove nothing about our wheel.
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
    lent = folder / "lent"
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    lend(lent, required_by(*project["dependencies"]))
    (site_packages / "lent.pth").write_text(f"{lent}\n")
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


def test_the_bot_s_parts_load_without_pytorch_and_another_model_says_what_it_needs(
    environment: Path, tmp_path: Path
) -> None:
    python = environment / "bin" / "python"
    found = run(python, "-c", "import importlib.util as u; print(u.find_spec('torch'))")
    chats = "adapters.discord.adapter, adapters.slack.adapter, bot.composition.chat_app"
    parts = f"{chats}, index.sqlite.storage"
    assert (found, run(python, "-c", f"import {parts}; print('loaded')")) == ("None\n", "loaded\n")

    (tmp_path / "oven.txt").write_text("The village oven is lit on Friday evenings at six.")
    done = subprocess.run(
        [environment / "bin" / "pullquote", "import", tmp_path / "oven.txt"],
        check=False, capture_output=True, text=True,
        env={**os.environ, "EMBEDDING_MODEL": str(tmp_path), "PULLQUOTE_DATA": str(tmp_path / "d")},
    )  # fmt: skip
    assert "needs sentence_transformers: `pip install 'pullquote[models]'`" in done.stderr
