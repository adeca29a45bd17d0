"""Knows what a group says of its members beside their names, in four languages.

Such a line is told from a name and from words by what stands beside it: a name above, words below.
"""

from __future__ import annotations

import re
from typing import Final

_BADGE: Final = re.compile(
    r"admin|administrator|moderator|author|(?:top|rising|all[- ]star) contributor|group expert"
    r"|new member|founding member|conversation starter|visual storyteller|valued responder"
    r"|administrateur|administratrice|modérateur|modératrice|auteure?|autrice"
    r"|nouveau membre|nouvelle membre|expert du groupe|experte du groupe"
    r"|(?:meilleure?|super|principale?) (?:contributeur|contributrice)"
    r"|(?:contributeur|contributrice) (?:star|en vogue|en hausse|incontournable)"
    r"|administratorin|moderatorin|verfasser(?:in)?|autor(?:in)?|neues mitglied"
    r"|gruppenexpert(?:e|in)|gründungsmitglied"
    r"|(?:top|star|all-star)-(?:beitragender?|beitragsersteller(?:in)?|mitwirkender?)"
    r"|administradora?|moderadora?|autora|nuevo miembro|nueva miembro|expert[oa] del grupo"
    r"|colaboradora? (?:destacad[oa]|principal|estrella)|principal colaboradora?"
    r"|miembro fundador",
    re.IGNORECASE,
)


def is_badge(line: str) -> bool:
    """Return whether a line is what a group says of a member.

    Args:
        line: The line, without the space around it.
    """
    return _BADGE.fullmatch(line.strip(" ·•\u00a0")) is not None
