"""Lists the kinds of archives and exports: a new one is added here.

Those of one JSON file a chat are listed in `messengers/chat_files.py`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from adapters.sources.exports import (
    discord,
    discord_package,
    mastodon,
    monthly_tweets,
    slack,
    twitter,
)
from adapters.sources.linkedin import linkedin_archive
from adapters.sources.messengers import chat_files, mattermost, whatsapp_zip, zulip

if TYPE_CHECKING:
    from adapters.sources.archive_reading.matching import ArchiveFormat

ARCHIVE_FORMATS: Final[tuple[ArchiveFormat, ...]] = (
    slack, discord_package, mastodon, twitter, monthly_tweets, zulip, mattermost, linkedin_archive,
    discord, chat_files, whatsapp_zip,
)  # fmt: skip
"""In the order in which they are asked whether a folder or zip is theirs."""
