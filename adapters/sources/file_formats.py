"""Lists the formats of one file, each with what reads it: a new format is added here.

`detection.py` tells which of them a file is in. `archive_formats.py` lists those of many files, and
`messengers/chat_files.py` those of one JSON file a chat; `post_file.py` reads tables of Discord's.
"""

from __future__ import annotations

from typing import Final

from adapters.sources.documents.document import document_posts
from adapters.sources.formats.feeds.feed import feed_posts
from adapters.sources.formats.mails.mail import mail_posts
from adapters.sources.formats.markdown import markdown_posts
from adapters.sources.formats.pages.html_page import page_posts
from adapters.sources.formats.pages.web_archive import web_archive_posts
from adapters.sources.formats.plain import plain_posts
from adapters.sources.linkedin.pasted_page import linkedin_posts
from adapters.sources.transcripts.discord_text import discord_text_posts
from adapters.sources.transcripts.hacker_news import hacker_news_posts
from adapters.sources.transcripts.message_page import message_page_posts
from adapters.sources.transcripts.reddit import reddit_posts
from adapters.sources.transcripts.subtitles import subtitle_posts
from adapters.sources.transcripts.whatsapp import whatsapp_posts

TABLES: Final = frozenset({"jsonl", "json", "table", "sheets"})
"""Formats with rows and columns; `tables/` reads them as they come, not as a whole."""

AS_A_WHOLE: Final = {
    "linkedin": linkedin_posts,
    "markdown": markdown_posts,
    "plain": plain_posts,
    "hacker_news": hacker_news_posts,
    "copied_page": plain_posts,
    "reddit": reddit_posts,
}
"""Formats that are read as one text."""

AS_TRANSCRIPTS: Final = {
    "discord_text": discord_text_posts,
    "subtitles": subtitle_posts,
    "whatsapp": whatsapp_posts,
}
"""Formats that are read as one text, which may be as long as a page."""

AS_BYTES: Final = {
    "document": document_posts,
    "feed": feed_posts,
    "mail": mail_posts,
    "page": page_posts,
    "message_page": message_page_posts,
    "web_archive": web_archive_posts,
}
"""Formats that say themselves how their bytes are to be read."""
