"""Packs archives for tests from payloads and from what a test adds."""

from __future__ import annotations

import io
import json
import shutil
import tarfile
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

PAYLOADS = Path(__file__).parents[1] / "payloads" / "archives"


def payload(kind: str) -> dict[str, bytes]:
    """Return the files of a recorded archive by name."""
    root = PAYLOADS / kind
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in sorted(root.rglob("*"))
        if path.is_file()
    }


def as_json(value: Any) -> bytes:
    """Return a value as an archive holds it."""
    written = json.dumps(value, ensure_ascii=False)
    return written.encode(errors="backslashreplace")  # half a character is escaped there, too


def zipped(path: Path, files: Mapping[str, bytes], root: str = "") -> Path:
    """Write files into a zip, in a folder of it, and return its path."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(root + name, data)
    return path


def tarred(path: Path, files: Mapping[str, bytes], root: str = "") -> Path:
    """Write files into a packed tar, in a folder of it, and return its path."""
    with tarfile.open(path, "w:gz") as archive:
        for name, data in files.items():
            info = tarfile.TarInfo(root + name)
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
    return path


def unpacked(folder: Path, files: Mapping[str, bytes]) -> Path:
    """Write files into a folder in place of what it held, and return it."""
    shutil.rmtree(folder, ignore_errors=True)
    for name, data in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return folder
