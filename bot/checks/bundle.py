"""What a maintainer needs to help: versions, settings, what was checked, sizes; and no secret."""

from __future__ import annotations

import json
import platform
import re
import shutil
from importlib.metadata import PackageNotFoundError, requires, version
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from bot.logs import without_secrets
from index.error_sentences import Told
from index.private_files import mode_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from bot.checks.diagnostics import Finding
    from bot.settings.values import Settings
    from index.statistics import Statistics

OF_THE_MACHINE: Final = frozenset(
    "settings model refining disk".split()  # the others name channels and files
)
"""The subjects whose findings are told in words."""

OF_POSTS: Final = frozenset({"database", "ledger"})
"""The same, but that what they say of damage may name posts."""

NAMES_NOBODY: Final = frozenset(
    "path place folder reason problems remedy kind name table parent journal".split()
)
"""What sentences on damage call the values that name no post, and nobody who may read it."""

LEFT_OUT: Final = "…"


def bundle(
    findings: Sequence[Finding],
    settings: Settings | None,
    statistics: Statistics | None,
    made_at: datetime,
) -> str:
    """Return all of it as JSON, to be read before it is passed on.

    The paths of the data folder and of the home folder stand in it as `DATA` and `~`.

    Args:
        findings: What `check` found.
        settings: How the bot is set up; None where the settings are wrong.
        statistics: What is stored; None where that cannot be read.
        made_at: The present moment.
    """
    found = {
        "made_at": made_at.isoformat(timespec="seconds"),
        "versions": _versions(),
        "checks": [_check(each) for each in findings],
        "settings": settings and _settings(settings),
        "files": settings and _files(settings.data),
        "stored": statistics and _stored(statistics),
    }
    text = json.dumps(found, indent=1, ensure_ascii=False)
    if settings is not None:
        for path in (settings.data.resolve(), settings.data.absolute()):
            text = _called(text, path, "DATA")
    text = _called(text, Path.home(), "~")
    return without_secrets(text, settings.secrets if settings else ())


def _called(text: str, folder: Path, name: str) -> str:
    """Return a text that calls a folder by a name, and what is in it; not so the root."""
    if not folder.is_absolute() or folder == Path(folder.anchor):
        return text
    return re.sub(rf"{re.escape(str(folder))}(?![\w.-])", name, text)


def _versions() -> dict[str, str]:
    found = {"python": platform.python_version(), "system": platform.platform()}
    names = [re.split(r"[<>=;\[ ]", each)[0] for each in requires("pullquote") or ()]
    for name in ("pullquote", *names):
        try:
            found[name] = version(name)
        except PackageNotFoundError:  # of an extra that is not installed
            found[name] = ""
    return found


def _check(finding: Finding) -> dict[str, Any]:
    told = {"subject": finding.subject, "is_fine": finding.is_fine}
    if finding.subject in OF_POSTS:
        return told | {"text": _without_names(finding.text)}
    return told | ({"text": finding.text} if finding.subject in OF_THE_MACHINE else {})


def _without_names(said: str) -> str:
    """Return what was found without the ids of posts and the labels of their readers."""
    if not isinstance(said, Told):
        return said
    values = {
        name: _without_names(value)
        if isinstance(value, Told)
        else value
        if isinstance(value, int) or name in NAMES_NOBODY
        else LEFT_OUT
        for name, value in said.values.items()
    }
    return Told(said.template, **values)


def _settings(settings: Settings) -> dict[str, Any]:
    slack = settings.slack
    return {
        "model": settings.model,
        "refining": settings.refining,
        "language": settings.language,
        "log_level": settings.log_level or "WARNING",
        "log_format": settings.log_format,
        "keep_days": settings.keep.days,
        "questions_a_minute": settings.questions_a_minute,
        "monitoring_port": settings.monitoring_port,
        "discord": settings.discord is not None,
        "slack": slack and {
            "mode": "http" if slack.http else "socket",
            "installs": slack.installing is not None,
            "admins": len(slack.admins),
        },
    }  # fmt: skip


def _files(folder: Path) -> dict[str, Any]:
    """Return the sizes and rights of the files of the data folder; of those in it, no name."""
    if not folder.is_dir():
        return {}
    names = sorted(each for each in folder.iterdir() if each.is_file())
    ours = [each for each in names if each.name.startswith(("pullquote.", "ledger."))]
    return {
        "mode": f"{mode_of(folder):o}",
        "free_bytes": shutil.disk_usage(folder).free,
        "others": len(names) - len(ours),
        **{each.name: [each.stat().st_size, f"{mode_of(each):o}"] for each in ours},
    }


def _stored(statistics: Statistics) -> dict[str, Any]:
    changed = statistics.changed_at
    return {
        "sources": len(statistics.sources),
        "posts": statistics.posts,
        "passages": statistics.passages,
        "model": statistics.model,
        "changed_at": changed.isoformat() if changed else None,
    }
