"""Reads a conversation that WhatsApp packed with its pictures."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from adapters.sources.archive_reading.matching import Claim
from adapters.sources.archive_reading.members import head, member_error, member_name, whole
from adapters.sources.transcripts.whatsapp import is_whatsapp, whatsapp_posts
from index.errors import PostFormatError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from adapters.sources.archive_reading.members import Members
    from adapters.sources.file_defaults import Labels
    from index.posts import Post

_CHAT: Final = re.compile(r"(?:.*/)?(?:_chat|[^/]*\bwhatsapp\b[^/]*)\.txt", re.IGNORECASE)

# What cannot hold a post; whatever else lies in the folder is somebody's own.
_MEDIA: Final = re.compile(
    r"\.(?:jpe?g|png|gif|webp|heic|mp4|mov|3gp|opus|ogg|m4a|mp3|aac|amr|vcf)$", re.IGNORECASE
)


def claims(members: Members) -> list[Claim]:
    """Return a claim on every conversation, and on what lies beside it."""
    chats = [name for name in members.sizes if _CHAT.fullmatch(name)]
    if not chats or len(members.sizes) == 1:
        return []
    media: dict[str, list[str]] = {}
    for name in members.sizes:
        if _MEDIA.search(name):
            media.setdefault(name.rpartition("/")[0], []).append(name)
    found = []
    for name in chats:
        folder, _, file = name.rpartition("/")
        lines = head(members, name, 8_192).decode("utf-8-sig", "replace").split("\n")
        if is_whatsapp([line for line in lines if line.strip()], file):
            found.append(Claim(folder, [name, *media.pop(folder, ())]))
    return found


def posts(members: Members, claim: Claim, labels: Labels) -> Iterator[Post | PostFormatError]:
    """Yield its messages."""
    name = claim.names[0]
    # Two conversations may hold the same message, and their files mostly have the same name.
    called = f"{labels.name}/{claim.root}".rstrip("/")
    own = replace(labels, file=member_name(members.file, name), name=called)
    try:
        text = whole(members, name).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        yield member_error(members.file, name, "member_not_utf8", byte=error.start + 1)
    except PostFormatError as error:
        yield error
    else:
        yield from whatsapp_posts(text.replace("\r\n", "\n"), own)
