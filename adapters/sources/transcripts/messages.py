"""Makes rows of the messages of a transcript, which gives them no ids."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from adapters.sources.file_defaults import text_mark
from adapters.sources.transcripts.times import moments_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from adapters.sources.file_defaults import Labels

_CHANNEL: Final = re.compile(r"\[(\d{15,20})\]")
_NAMED: Final = re.compile(
    r"(?P<guild>.+?) - (?:.* - )?(?P<channel>.+) \[\d{15,20}\]"
    r"(?: \([^()]*\))?(?: \[part \d+\])?\.\w+"
)
"""How DiscordChatExporter calls a file: server, category and channel, with what of it is here."""

_APPS: Final = frozenset(
    {
        "MEE6#4876",
        "Dyno#3861",
        "Carl-bot#1536",
        "Dank Memer#5192",
        "Rythm#3722",
        "Groovy#7254",
        "YAGPDB.xyz#8760",
        "Mudae#0807",
    }
)
"""Apps on many servers of Discord, by the names and numbers that nobody else has."""


@dataclass(frozen=True, slots=True)
class Message:
    """What somebody wrote.

    Attributes:
        author: The name that readers see.
        stamp: When, as it is written there.
        text: The words.
        account: The author's account, where it is known, as posts name it.
    """

    author: str
    stamp: str
    text: str
    account: str = ""


def message_rows(
    messages: Sequence[Message], labels: Labels, source: str = "", audience: str = ""
) -> Iterator[tuple[int, dict[str, object]]]:
    """Yield a numbered row for every message that has words, and count the others.

    A message's id is made of all it says, so that it stays the same when the conversation is
    exported again and has grown.

    Args:
        messages: In the order of the transcript.
        labels: What its file gives to its posts.
        source: The channel, where the transcript names it.
        audience: Who reads it, where that is known.
    """
    met: Counter[str] = Counter()
    said = [each for each in messages if each.text.strip()]
    labels.leave_out("wordless", len(messages) - len(said))
    moments = moments_of([each.stamp for each in said])
    for number, (each, moment) in enumerate(zip(said, moments, strict=True), 1):
        mark = text_mark("\0".join((each.author, each.stamp, each.text)), 16)
        met[mark] += 1
        again = f"-{met[mark]}" if met[mark] > 1 else ""
        if moment is None:
            labels.leave_out("unclear_dates")
        yield (
            number,
            {
                "scope": labels.source,
                "id": f"{labels.name}#{mark}{again}",
                "source": source,
                "text": each.text.strip(),
                "author": each.author,
                "posted_at": moment.isoformat() if moment else "",
                "age": "" if moment else each.stamp,
                "audience": audience or None,
                "author_id": each.account,
            },
        )


def guild_in(name: str) -> str:
    """Return the server that an export has at the beginning of its name."""
    return name.rpartition("/")[2].partition(" - ")[0]


def channel_in(name: str) -> str:
    """Return the channel that an export is called after; "" where its name is another."""
    found = _NAMED.fullmatch(name.rpartition("/")[2])
    return found["channel"].strip() if found else ""


def is_direct(guild: str) -> bool:
    """Say whether DiscordChatExporter calls a conversation of a few people like this."""
    return guild.strip() == "Direct Messages"


def without_no_number(name: str) -> str:
    """Return a name as DiscordChatExporter writes it without "#0000": its account has no number."""
    return name.strip().removesuffix("#0000")


def is_known_app(name: str) -> bool:
    """Return whether DiscordChatExporter calls an app like this, of which it tells nothing else."""
    return name.strip() in _APPS


def channel_audience(name: str) -> str:
    """Return the readers of the Discord channel whose id an export has in its name, or ""."""
    found = _CHANNEL.findall(name)
    return f"discord:{found[-1]}" if found else ""
