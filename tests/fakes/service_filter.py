"""The filter of system calls that systemd makes of a unit, for a process that begins."""

from __future__ import annotations

import ctypes
import re
import subprocess
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

_ALLOWED: Final = 0x7FFF0000
_KILLED: Final = 0x80000000
_REFUSED: Final = 0x00050001
"""What is not let through fails with EPERM."""


class ServiceFilter:
    """What the lines `SystemCallFilter=` and `SystemCallErrorNumber=` of a unit come to.

    systemd-analyze says what the groups hold, libseccomp, which comes with systemd, builds the
    filter.

    Args:
        unit: The text of the unit.
        more: Calls that are let through as well.
        kills: Whether a call that is not let through ends the process, whatever the unit says.

    Raises:
        OSError: One of the two is missing.
    """

    def __init__(self, unit: str, more: Iterable[str] = (), *, kills: bool = False) -> None:
        self._library = ctypes.CDLL("libseccomp.so.2", use_errno=True)
        self._library.seccomp_init.restype = ctypes.c_void_p
        refuses = re.search(r"^SystemCallErrorNumber=EPERM$", unit, re.MULTILINE) and not kills
        self._made = ctypes.c_void_p(
            self._library.seccomp_init(ctypes.c_uint32(_REFUSED if refuses else _KILLED))
        )
        for name in sorted(let_through(unit) | {*more}):
            number = self._library.seccomp_syscall_resolve_name(name.encode())
            if number >= 0:  # else this machine has no such call
                action = ctypes.c_uint32(_ALLOWED)
                assert self._library.seccomp_rule_add(self._made, action, number, 0) == 0

    def install(self) -> None:
        """Bind this process, and all that it begins, from now on.

        Raises:
            OSError: The system knows no such filters.
        """
        if (code := self._library.seccomp_load(self._made)) < 0:
            raise OSError(-code, "no filter of system calls can be installed")


def let_through(unit: str) -> set[str]:
    """Return the calls that a unit lets through."""
    allowed = _expanded("@default")
    for line in re.findall(r"^SystemCallFilter=(.*)$", unit, re.MULTILINE):
        named = set().union(*map(_expanded, line.lstrip("~").split()))
        allowed = allowed - named if line.startswith("~") else allowed | named
    return allowed


def _expanded(name: str) -> set[str]:
    if not name.startswith("@"):
        return {name}
    done = subprocess.run(
        ["systemd-analyze", "syscall-filter", name],  # noqa: S607 - where it is, is its own
        check=True, capture_output=True, text=True,
    )  # fmt: skip
    words = [line.strip() for line in done.stdout.splitlines()[1:]]
    return set().union(*(_expanded(word) for word in words if word and word[0] != "#"))
