"""What the real command loads: the most that a short question costs is what it imports."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
HEAVY = {
    *("torch", "transformers", "sentence_transformers", "scipy", "sklearn", "safetensors"),
    *("discord", "slack_bolt", "slack_sdk", "aiohttp", "cryptography", "prompt_toolkit"),
}
READERS = {"lxml", "feedparser", "readability", "frontmatter"}


def imported_by(folder: Path, *arguments: str) -> set[str]:
    """Run a command, and return the packages that it imported."""
    settings = {"PULLQUOTE_DATA": str(folder), "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "bot", *arguments],
        check=True, capture_output=True, text=True, cwd=folder, env=os.environ | settings,
    )  # fmt: skip
    names = re.findall(r"^import time: +\d+ \| +\d+ \| +(\w+)", done.stderr, re.MULTILINE)
    assert done.stdout
    return set(names)


@pytest.fixture(scope="module")
def imported(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, set[str]]:
    folder = tmp_path_factory.mktemp("data")
    return folder, imported_by(folder, "import", str(ROOT / "examples" / "posts" / "bread"))


def test_a_question_loads_no_library_of_models_chats_or_files(
    imported: tuple[Path, set[str]],
) -> None:
    folder, _ = imported
    loaded = imported_by(folder, "ask", "When is the oven lit?", "--json")
    assert {"numpy", "tokenizers", "faiss"} <= loaded
    assert loaded & (HEAVY | READERS) == set()


def test_an_import_loads_no_library_of_models_or_chats(imported: tuple[Path, set[str]]) -> None:
    _, loaded = imported
    assert {"numpy", "tokenizers"} <= loaded
    assert loaded & HEAVY == set()


def test_a_question_s_products_take_one_thread(imported: tuple[Path, set[str]]) -> None:
    folder, _ = imported
    code = (
        "import contextlib; from bot.__main__ import main\n"
        "with contextlib.suppress(SystemExit): main(['ask', 'When is the oven lit?'])\n"
        "import threadpoolctl as pools; print()\n"
        "print({pool['num_threads'] for pool in pools.threadpool_info()"
        " if pool['internal_api'] == 'openblas' and 'numpy' in pool['filepath']})"
    )
    settings = {"PULLQUOTE_DATA": str(folder), "PYTHONPATH": str(ROOT)}
    environment = {name: value for name, value in os.environ.items() if "OPENBLAS" not in name}
    done = subprocess.run(
        [sys.executable, "-c", code],
        check=True, capture_output=True, text=True, cwd=folder, env=environment | settings,
    )  # fmt: skip
    assert done.stdout.splitlines()[-1] == "{1}"
