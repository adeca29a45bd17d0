"""What a message of discord.py says, for the parser of Discord's markup; pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

import discord

from adapters.markup import discord_post_rules
from adapters.markup.discord_message import Embed, Parts, Poll, Snapshot, texts
from adapters.markup.text_files import holds_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


def parts_of(message: discord.Message) -> Parts:
    """Return what a message carries."""
    return Parts(
        content=_text(message.content),
        embeds=tuple(map(_embed, message.embeds)),
        alt_texts=texts(_alt_texts(message)),
        stickers=texts(each.name for each in message.stickers),
        displays=texts(_displays(message.components)),
        poll=_poll(message.poll) if message.poll is not None else None,
        snapshots=tuple(map(_snapshot, message.message_snapshots)),
    )


def replied_to(message: discord.Message) -> discord.Message | None:
    """Return the message that one replies to, as far as Discord shows it."""
    found = message.reference.resolved if message.reference else None
    return found if isinstance(found, discord.Message) else None


def is_reply_to(message: discord.Message, user: discord.abc.Snowflake) -> bool:
    """Return whether a message replies to one of this user."""
    above = replied_to(message)
    return above is not None and above.author.id == user.id


def is_app(message: discord.Message) -> bool:
    """Return whether an app wrote a message, and no person through a webhook."""
    is_own = message.author.id == message.application_id  # an app answers by a webhook of its id
    return discord_post_rules.is_by_app(
        is_bot=message.author.bot,
        by_webhook=message.webhook_id is not None,
        answers_command=is_own or message.interaction_metadata is not None,
        is_spoken=bool(message.content or message.attachments or message.stickers),
    )


def _embed(embed: discord.Embed) -> Embed:
    return Embed(
        _text(embed.title),
        _text(embed.description),
        tuple((_text(each.name), _text(each.value)) for each in embed.fields),
        _text(embed.author.name),
        _text(embed.url),
        _text(embed.footer.text),
        embed.timestamp,
    )


def _poll(poll: discord.Poll) -> Poll:
    is_over = poll.is_finalised()
    answers = ((_text(each.text), each.vote_count if is_over else None) for each in poll.answers)
    return Poll(_text(poll.question), tuple(answers))


def _snapshot(message: discord.MessageSnapshot) -> Snapshot:
    return Snapshot(
        "\n\n".join([_text(message.content), *_displays(message.components)]).strip(),
        tuple(map(_embed, message.embeds)),
        texts(each.name for each in message.stickers),
        texts(_alt_texts(message)),
        sum(holds_words(each.filename) for each in message.attachments),
        message.created_at,
    )


def _displays(components: Iterable[object]) -> Iterator[str]:
    for each in components:
        if isinstance(each, discord.TextDisplay):
            yield _text(each.content)
        yield from _displays(getattr(each, "children", ()))


def _alt_texts(message: discord.Message | discord.MessageSnapshot) -> Iterator[str | None]:
    yield from (each.description for each in message.attachments)
    yield from described_in(message.components)


def described_in(components: Iterable[object]) -> Iterator[str | None]:
    """Yield what the pictures within a message's components are said to show."""
    for each in components:
        if isinstance(each, discord.MediaGalleryComponent):
            yield from (item.description for item in each.items)
        elif isinstance(each, discord.ThumbnailComponent):
            yield each.description
        yield from described_in(getattr(each, "children", ()))
        yield from described_in(filter(None, [getattr(each, "accessory", None)]))


def _text(value: object) -> str:
    """Return a text as it is, and "" for anything else: the library looks at no value's type."""
    return value if isinstance(value, str) else ""
