"""`make setup CPU=1` takes PyTorch from another index, and only a build whose hash is listed."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import venv
from pathlib import Path
from zipfile import ZipFile

import pytest

ROOT = Path(__file__).parents[2]
WHEEL = "torch-2.13.0+cpu-py3-none-any.whl"
METADATA = "Metadata-Version: 2.1\nName: torch\nVersion: 2.13.0+cpu\n"
TAGS = "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n"
CALL = "import install, pathlib, sys; install.install_torch(pathlib.Path(sys.argv[1]), sys.argv[2])"


@pytest.fixture
def index(tmp_path: Path) -> Path:
    """An index whose one package is a small wheel that calls itself PyTorch for the CPU."""
    folder = tmp_path / "index"
    (folder / "torch").mkdir(parents=True)
    with ZipFile(folder / "torch" / WHEEL, "w") as wheel:
        told = "torch-2.13.0+cpu.dist-info"
        wheel.writestr("torch.py", "")
        wheel.writestr(f"{told}/METADATA", METADATA)
        wheel.writestr(f"{told}/WHEEL", TAGS)
        wheel.writestr(f"{told}/RECORD", f"torch.py,,\n{told}/METADATA,,\n{told}/WHEEL,,\n")
    (folder / "torch" / "index.html").write_text(f'<a href="{WHEEL}">{WHEEL}</a>')
    return folder


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A checkout of what the installer reads, and an environment without any package."""
    folder = tmp_path / "project"
    for name in (".ci/install.py", "constraints.txt", "hashes.txt", "pyproject.toml"):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / name, folder / name)
    venv.create(folder / ".venv", with_pip=True)
    return folder


def installed(project: Path, index: Path) -> subprocess.CompletedProcess[str]:
    """Install PyTorch from an index, whatever this machine's own settings of pip are."""
    own = {name: value for name, value in os.environ.items() if not name.startswith("PIP_")}
    settings = {"PIP_CONFIG_FILE": os.devnull, "PYTHONPATH": str(project / ".ci")}
    downloads = project / "downloads"
    downloads.mkdir()
    python = project / ".venv/bin/python"
    command: list[str | Path] = [python, "-c", CALL, downloads, index.as_uri()]
    return subprocess.run(
        command, check=False, capture_output=True, text=True, env={**own, **settings}
    )


def test_a_build_is_refused_with_the_remedy_until_its_hash_is_listed(
    project: Path, index: Path
) -> None:
    module = ".venv/lib/*/site-packages/torch.py"
    refused = installed(project, index)
    assert refused.stderr.startswith(f"{WHEEL} is not among the files that hashes.txt lists: use")
    assert "make lock" in refused.stderr
    assert (refused.returncode, [*project.glob(module)]) == (1, [])

    digest = hashlib.sha256((index / "torch" / WHEEL).read_bytes()).hexdigest()
    (project / "hashes.txt").write_text(f"torch==2.13.0 \\\n    --hash=sha256:{digest}\n")
    shutil.rmtree(project / "downloads")
    taken = installed(project, index)
    assert (taken.returncode, taken.stderr) == (0, "")
    assert [*project.glob(module)]


def test_make_passes_the_choice_on() -> None:
    command = ["make", "--dry-run", "--always-make", "setup", "CPU=1"]
    done = subprocess.run(command, check=True, capture_output=True, text=True, cwd=ROOT)
    assert "install.py --cpu\n" in done.stdout
