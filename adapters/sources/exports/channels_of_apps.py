"""Names the channels of an export of which nothing came, for apps wrote all of it."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from adapters.sources.file_defaults import Labels
    from index.errors import PostFormatError
    from index.posts import Post


class ChannelsOfApps:
    """Watches what becomes of each channel.

    Args:
        labels: Its counts are watched: messages of apps are among them.
    """

    def __init__(self, labels: Labels) -> None:
        self._left_out = labels.left_out
        self._labels = labels
        self._of_apps: Counter[str] = Counter()
        self._with_others: set[str] = set()

    def watched(
        self, channel: str, found: Iterable[Post | PostFormatError]
    ) -> Iterator[Post | PostFormatError]:
        """Yield what becomes of messages of a channel, and watch it.

        Args:
            channel: The channel, as people call it.
            found: What becomes of some of its messages; nothing else is read meanwhile.
        """
        before = self._left_out["bot_messages"]
        for each in found:
            self._with_others.add(channel)
            yield each
        self._of_apps[channel] += self._left_out["bot_messages"] - before

    def tell(self) -> None:
        """Count the messages of channels of which nothing came by the channels' names."""
        for channel, count in sorted(self._of_apps.items()):
            if count and channel not in self._with_others:
                self._left_out["bot_messages"] -= count
                self._labels.leave_out_named(
                    "channels_of_apps", "other_channels_of_apps", channel, count
                )
        if not self._left_out["bot_messages"]:
            del self._left_out["bot_messages"]
