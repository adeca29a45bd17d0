"""What a run was measured on: the machine, its load, and the versions."""

from __future__ import annotations

import os
import platform
import subprocess
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Final

from bench import ROOT

if TYPE_CHECKING:
    from collections.abc import Mapping

_MEASURED: Final = ("adapters", "bot", "index")
_OURS: Final = ("numpy", "faiss-cpu", "tokenizers")
_PEERS: Final = (
    "txtai", "llama-index-core", "langchain-classic", "langchain-community", "chromadb",
    "sentence-transformers", "torch", "faiss-cpu",
)  # fmt: skip
_VERSIONS: Final = (
    "import sys; from importlib.metadata import version\n"
    "for name in sys.argv[1:]: print(name, version(name))"
)


def machine() -> str:
    """Return the processor, how many there are, the memory, and the system."""
    lines = Path("/proc/cpuinfo").read_text().splitlines()
    models = [line.partition(": ")[2] for line in lines if line.startswith("model name")]
    pages = os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE")
    processor = models[0] if models else platform.machine()
    system = f"Python {platform.python_version()}, Linux {platform.release().partition('-')[0]}"
    return f"{os.cpu_count()} × {processor}, {pages / 2**30:.0f} GB of memory, {system}"


def load() -> float:
    """Return how many processes wanted a processor in the last minute."""
    return os.getloadavg()[0]


def commit() -> str:
    """Return the last commit of what is measured, marked where files were changed since."""
    last = _git("log", "-1", "--format=%h", "--", *_MEASURED)
    is_changed = _git("status", "--porcelain", "--", *_MEASURED)
    return f"{last or 'unknown'}{' and changes' if is_changed else ''}"


def _git(*arguments: str) -> str:
    command = ["git", "-C", str(ROOT), *arguments]
    return subprocess.run(command, check=False, capture_output=True, text=True).stdout.strip()


def versions(python_of_peers: Path | None) -> Mapping[str, str]:
    """Return the versions of what Pullquote uses, and of the peers where they are installed."""
    ours = ", ".join(f"{name} {version(name)}" for name in _OURS)
    if python_of_peers is None:
        return {"Pullquote": ours}
    command = [str(python_of_peers), "-c", _VERSIONS, *_PEERS]
    said = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    return {"Pullquote": ours, "Peers": ", ".join(said.splitlines())}
