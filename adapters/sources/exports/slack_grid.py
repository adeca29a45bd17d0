"""Divides what Slack exports of an organisation: its workspaces, and what they share above them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from adapters.sources.archive_reading.matching import Claim

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from adapters.sources.archive_reading.members import Members

VERSIONS: Final = "Slack's Enterprise Grid exports of 2018 to 2026"
"""What this was written for."""

_WORKSPACE: Final = re.compile(r"(.*/)?teams/[^/]+/")


def divided(members: Members, claims: Sequence[Claim], lists: Sequence[str]) -> list[Claim]:
    """Return a claim for each workspace, and for the organisation around them.

    Args:
        members: The archive.
        claims: Those on folders with lists of people, inner ones within them.
        lists: The names of lists of channels: one of them an organisation has.
    """
    taken = {name for claim in claims for name in claim.names}
    above = {_above(claim.root) for claim in claims} - {None}
    for root in sorted(each for each in above if each is not None):
        if any(root + name in members.sizes for name in lists):
            own = [name for name in members.sizes if name.startswith(root) and name not in taken]
            claims = [*claims, Claim(root, sorted(own))]
    return [part for claim in claims for part in _parts(claim)]


def people_lists(members: Members, root: str, names: Sequence[str]) -> Iterator[str]:
    """Yield the lists of people that a part of an export may name: its own, and those around it.

    Args:
        members: The archive.
        root: The part's folder.
        names: What such lists are called.
    """
    above = _above(root)
    for place in (root, above):
        if place is not None:
            yield from (place + name for name in names if place + name in members.sizes)
    for name in members.sizes:
        folder, _, file = name.rpartition("/")
        if file in names and _above(f"{folder}/") == root:
            yield name


def _above(root: str) -> str | None:
    found = _WORKSPACE.fullmatch(root)
    return (found[1] or "") if found else None


def _parts(claim: Claim) -> Iterator[Claim]:
    """Yield the claim on each workspace within a claim, and on what is in none of them."""
    parts: dict[str, list[str]] = {}
    for name in claim.names:
        found = _WORKSPACE.match(name)
        within = (
            found is not None
            and found[0].startswith(claim.root)
            and len(found[0]) > len(claim.root)
        )
        parts.setdefault(found[0] if found and within else claim.root, []).append(name)
    for root, names in sorted(parts.items()):
        yield Claim(root, names)
