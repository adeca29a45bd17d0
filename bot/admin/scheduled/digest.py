"""Tells each week, in a channel that admins chose, what was asked there and answered by nothing."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Protocol

from bot.admin.workspace_settings import WEEK, digest_note, lost_digest_note
from bot.errors import BotError
from bot.ledger.questions.open_questions import OpenQuestion, merged
from bot.questions.same_question import grouped

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from datetime import datetime

    from bot.ledger.ledger import Ledger
    from bot.question_and_answer import Question
    from bot.questions.same_question import Encode


MOST: Final = 10
"""Questions that a digest names; the rest is counted."""

_LOOKED_AT: Final = 1_000

_TOLD: Final = "told"
_REFUSED: Final = "refused"

_log: Final = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Digest:
    """What nothing answered, as far as all readers of a channel may see where it was asked.

    Attributes:
        questions: The most asked, each as often as it was asked where they all may see it.
        more: How many others there are.
    """

    questions: Sequence[OpenQuestion]
    more: int


class DigestChannels(Protocol):
    """The channels of one platform."""

    async def seen_in(
        self, workspace_id: str, channel_id: str, questions: Sequence[Question]
    ) -> Collection[str]:
        """Return in which conversations of these questions all readers of a channel may read.

        Raises:
            PlatformError: The platform does not tell.
        """
        ...

    async def is_open(self, workspace_id: str, channel_id: str) -> bool:
        """Return whether we may post in a channel; True where the platform does not tell."""
        ...

    async def tell_lost(self, workspace_id: str) -> bool:
        """Tell an admin that we may not post where the digest goes; return whether they know."""
        ...

    async def post(self, workspace_id: str, channel_id: str, digest: Digest, mark: str) -> bool:
        """Post a digest, which the mark names; return False where we may not write there.

        Raises:
            DeliveryError: It could not be posted.
        """
        ...


class WeeklyDigests:
    """The digests of one platform's workspaces.

    Args:
        platform: The platform.
        ledger: What was asked.
        channels: Where they are posted.
        encode: Gives the vectors by which questions are known that ask the same.
    """

    def __init__(
        self, platform: str, ledger: Ledger, channels: DigestChannels, encode: Encode
    ) -> None:
        self._platform = platform
        self._ledger = ledger
        self._channels = channels
        self._encode = encode

    async def send_due(self) -> None:
        """Post each digest that is due: a week after the last one, or after it was chosen."""
        for (platform, workspace_id), settings in self._ledger.settings.all().items():
            if platform == self._platform and settings.digest_in:
                try:
                    if await self._is_open(workspace_id, settings.digest_in):
                        await self._send_if_due(workspace_id, settings.digest_in)
                except BotError as error:  # tried again at the next look
                    _log.warning("a digest could not be posted (%s)", type(error).__name__)

    async def _is_open(self, workspace_id: str, channel_id: str) -> bool:
        """Return whether a channel can be told a digest; if not, an admin hears of it once."""
        note = lost_digest_note(self._platform, workspace_id)
        if await self._channels.is_open(workspace_id, channel_id):
            # Where a post was refused, only one that is taken shows that we may write again.
            if _REFUSED not in self._ledger.noted(note).split():
                self._ledger.forget_note(note)
            return True
        await self._tell_lost(workspace_id, channel_id)
        return False

    async def _tell_lost(self, workspace_id: str, channel_id: str, why: str = "") -> None:
        """Note that a digest cannot be posted in a channel, and tell an admin once."""
        note = lost_digest_note(self._platform, workspace_id)
        before = self._ledger.noted(note).split()
        is_told = before[:1] == [channel_id] and _TOLD in before
        lost = [channel_id, *([why] if why else [])]
        self._ledger.note(note, " ".join([*lost, *([_TOLD] if is_told else [])]))
        if not is_told and await self._channels.tell_lost(workspace_id):
            self._ledger.note(note, " ".join([*lost, _TOLD]))

    async def _send_if_due(self, workspace_id: str, channel_id: str) -> None:
        note, now = digest_note(self._platform, workspace_id), self._ledger.clock()
        since = self._ledger.noted_moment(note)
        if since and now - since < WEEK:
            return
        digest = await self._digest(workspace_id, channel_id, since) if since else None
        # Noted before: one that a stop cuts off is rather lost than told twice.
        self._ledger.note(note, now.isoformat())
        if since is None or digest is None or not digest.questions:
            return
        try:
            mark = f"{since:%Y%m%d%H%M%S}"
            is_posted = await self._channels.post(workspace_id, channel_id, digest, mark)
        except BotError:
            self._ledger.note(note, since.isoformat())
            raise
        if is_posted:
            self._ledger.forget_note(lost_digest_note(self._platform, workspace_id))
        else:
            self._ledger.note(note, since.isoformat())
            await self._tell_lost(workspace_id, channel_id, _REFUSED)

    async def _digest(self, workspace_id: str, channel_id: str, since: datetime) -> Digest:
        records, asked = self._ledger.questions, []
        for each in records.unanswered(self._platform, workspace_id, _LOOKED_AT):
            if each.last_asked_at >= since:
                like = records.open_like(each.question.id)
                asked.append([one for one in like if not one.is_private])
        every = [one for those in asked for one in those]
        seen = await self._channels.seen_in(workspace_id, channel_id, every)
        shown = (_told([one for one in those if one.conversation in seen]) for those in asked)
        each_asked = [each for each in shown if each is not None and each.last_asked_at >= since]
        groups = await grouped([each.question.text for each in each_asked], self._encode)
        found = [merged([each_asked[at] for at in group]) for group in groups]
        found.sort(key=lambda each: -each.times)
        return Digest(found[:MOST], len(found[MOST:]))


def _told(asked: Sequence[Question]) -> OpenQuestion | None:
    """Return a question as often as these people asked it; None for nobody."""
    if not asked:
        return None
    askers = frozenset(each.asker.id for each in asked)
    return OpenQuestion(asked[0], len(askers), max(each.asked_at for each in asked), askers)
