"""Says where the data lies when no setting says so; pure but for a look at the old place."""

from __future__ import annotations

import stat
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

OLD: Final = Path("data")
"""Where it lay before, below the current folder."""


def default_data_folder(environ: Mapping[str, str], platform: str = sys.platform) -> Path:
    """Return the folder of the user's data, or the old one below the current folder if it is there.

    Args:
        environ: The environment.
        platform: What Python calls the system.
    """
    if (OLD / "pullquote.db").exists() or (OLD / "ledger.db").exists():
        return OLD
    return user_data_folder(environ, platform)


def user_data_folder(environ: Mapping[str, str], platform: str = sys.platform) -> Path:
    """Return the folder of the user's data.

    Args:
        environ: The environment.
        platform: What Python calls the system.
    """
    return _of_user(environ, platform) / "pullquote"


def can_be_folder(path: str) -> bool:
    """Return whether a folder is at a path, or may be made there as far as its name goes."""
    try:
        return stat.S_ISDIR(Path(path).stat().st_mode)
    except (FileNotFoundError, PermissionError):
        return True
    except (OSError, ValueError):  # too long, a zero byte, below a file, links in a circle
        return False


def _of_user(environ: Mapping[str, str], platform: str) -> Path:
    """Return where the system keeps what programs store for a user.

    On Linux that is as the XDG Base Directory Specification says, which takes no relative path.
    """
    home = Path.home()
    if platform == "win32":
        return Path(environ.get("LOCALAPPDATA") or home / "AppData" / "Local")
    if platform == "darwin":
        return home / "Library" / "Application Support"
    given = Path(environ.get("XDG_DATA_HOME") or "")
    return given if given.is_absolute() else home / ".local" / "share"
