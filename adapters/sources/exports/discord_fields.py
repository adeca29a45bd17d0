"""Lists what messages of DiscordChatExporter's may hold, and what becomes of it."""

from __future__ import annotations

from typing import Final

from adapters.sources.left_out_fields import Known

VERSIONS: Final = "DiscordChatExporter 2.23 to 2.47, JSON"
"""What this was written for."""

_OF_EMBEDS: Final = frozenset(
    "type url timestamp color author thumbnail image images video footer inlineEmojis"
    " provider".split()
)
_OF_AUTHORS: Final = frozenset({"name", "url", "iconUrl", "iconCanonicalUrl"})
_OF_FOOTERS: Final = frozenset({"iconUrl", "iconCanonicalUrl"})
_OF_FILES: Final = frozenset(
    "id url fileSizeBytes width height contentType duration waveform".split()
)
_OF_STICKERS: Final = frozenset({"id", "format", "sourceUrl"})
_OF_FIELDS: Final = frozenset({"isInline"})

KNOWN: Final = Known(
    "DiscordChatExporter",
    VERSIONS,
    {
        "content": "text",
        "author.name": "author",
        "author.nickname": "author",
        "attachments.description": "text",
        "attachments.fileName": "file_contents",
        "stickers.name": "text",
        "poll.question.text": "text",
        "poll.answers.poll_media.text": "text",
        "poll.results.answer_counts.count": "text",
        "embeds.title": "page",
        "embeds.description": "page",
        "embeds.fields.name": "page",
        "embeds.fields.value": "page",
        "embeds.footer.text": "page",
        "embeds.author.name": "author",
        "embeds.url": "url",
        "forwardedMessage.content": "forwarded",
        "forwardedMessage.stickers.name": "forwarded",
        "forwardedMessage.attachments.description": "forwarded",
        "forwardedMessage.attachments.fileName": "file_contents",
        "forwardedMessage.embeds.title": "page",
        "forwardedMessage.embeds.description": "page",
        "forwardedMessage.embeds.fields.name": "page",
        "forwardedMessage.embeds.fields.value": "page",
        "forwardedMessage.embeds.footer.text": "page",
    },
    frozenset(
        "id type timestamp timestampEdited callEndedTimestamp isPinned reactions mentions reference"
        " inlineEmojis interaction".split()
    ),
    {
        "author": frozenset("id discriminator color isBot roles avatarUrl".split()),
        **{
            f"{around}{part}": known
            for around in ("", "forwardedMessage.")
            for part, known in (
                ("embeds", _OF_EMBEDS),
                ("embeds.author", _OF_AUTHORS),
                ("embeds.footer", _OF_FOOTERS),
                ("embeds.fields", _OF_FIELDS),
                ("attachments", _OF_FILES),
                ("stickers", _OF_STICKERS),
            )
        },
        "forwardedMessage": frozenset({"timestamp", "timestampEdited", "inlineEmojis"}),
        "poll": frozenset({"expiry", "allow_multiselect", "layout_type"}),
        "poll.question": frozenset({"emoji"}),
        "poll.answers": frozenset({"answer_id"}),
        "poll.answers.poll_media": frozenset({"emoji"}),
        "poll.results": frozenset({"is_finalized"}),
        "poll.results.answer_counts": frozenset({"id", "me_voted"}),
    },
)
"""What a message may hold. Of a file it has no more than the name: where that is a text's or a
document's, its words are left out."""
