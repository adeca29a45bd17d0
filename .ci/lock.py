"""Writes hashes.txt: the versions of constraints.txt, each with the hashes of all its files.

uv asks the index that it is set to, for every platform at once, and names no index in the file.
Of PyTorch, the builds that lie in the folders of pip's `find-links` are listed too.
"""

from __future__ import annotations

import hashlib
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
HASHES = ROOT / "hashes.txt"
HEAD = (
    "# Written by `make lock`: the versions of constraints.txt, with the SHA-256 of each file\n"
    "# of every platform. `make setup` installs nothing else.\n"
)


def pinned(text: str) -> dict[str, list[str]]:
    """Return the lines of each pinned package, by its name."""
    found = re.findall(r"^[\w.-]+==(?:.*\\\n)+.*\n", text, re.MULTILINE)
    return {each.partition("==")[0]: each.splitlines(keepends=True) for each in found}


def compiled() -> str:
    """Return what uv writes: each package with its hashes."""
    command = [
        sys.executable, "-m", "uv", "pip", "compile", "--quiet", "--universal",
        "--generate-hashes", "--no-annotate", "--no-header", "--python-version", "3.11",
        "--constraint", "constraints.txt", "--all-extras", "--group", "dev",
        "--group", "training", "--group", "lock", "pyproject.toml",
    ]  # fmt: skip
    return subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True, cwd=ROOT).stdout


def builds_on_disk(version: str) -> list[str]:
    """Return the hashes of PyTorch's wheels in the folders of pip's `find-links`."""
    command = [sys.executable, "-m", "pip", "config", "list"]
    settings = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    folders = re.findall(r"find-links='(/.*)'", settings)
    wheels = {
        each
        for folder in folders
        for each in Path(folder).glob(f"torch-{version}+*.whl")
        if each.is_file()
    }
    return [hashlib.sha256(each.read_bytes()).hexdigest() for each in sorted(wheels)]


def main() -> None:
    """Write the file."""
    packages = pinned(compiled())
    first, *hashes = packages.pop("torch")
    version = first.split()[0].partition("==")[2]
    before = pinned(HASHES.read_text()).get("torch", [""]) if HASHES.exists() else [""]
    known = "".join(hashes) + ("".join(before[1:]) if before[0] == first else "")
    found = {*re.findall(r"sha256:([0-9a-f]{64})", known), *builds_on_disk(version)}
    lines = " \\\n".join(f"    --hash=sha256:{each}" for each in sorted(found))
    rest = "".join(line for lines in packages.values() for line in lines)
    HASHES.write_text(f"{HEAD}{first}{lines}\n{rest}")


if __name__ == "__main__":
    main()
