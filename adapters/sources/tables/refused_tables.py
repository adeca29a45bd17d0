"""Recognises tables of which nothing is read, for they do not tell who may read it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from adapters.sources.tables.heads import folded
from index.errors import PostFormatError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from adapters.sources.file_defaults import Labels

_FROM: Final = frozenset(
    "from sender expediteur expeditrice de absender absenderin von remitente".split()
)
_TO: Final = frozenset(
    "to recipient recipients receiver destinataire destinataires a empfanger an"
    " destinatario destinatarios para".split()
)
_PARTS: Final = {
    "Slack": frozenset({"type", "ts", "text"}),
    "Discord": frozenset({"id", "timestamp", "contents", "attachments"}),
}
"""What a file of an export has whose other files tell who may read it."""


def check_readable(heads: Sequence[str], labels: Labels) -> None:
    """Refuse a table of what people wrote to each other, and a part of a chat's export.

    Raises:
        PostFormatError: It is one.
    """
    names = {folded(head) for head in heads}
    is_mail = bool(_FROM & names and _TO & names)
    if is_mail and not labels.columns.columns:
        raise PostFormatError(labels.file, "direct_messages")
    for platform, marks in _PARTS.items():
        if marks <= names:
            raise PostFormatError(labels.file, "part_of_export", platform=platform)
