"""What every part of the Slack adapter stands on."""

from __future__ import annotations

import logging
import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final
from uuid import uuid4

from slack_sdk.errors import SlackApiError

from adapters.chat.wording import wording_for
from adapters.slack.access.directory import Person
from adapters.slack.api.web_api import LOST
from adapters.slack.ids import GROUP, PLATFORM, account_id, channel_id
from bot.outages import log_error
from index.crashes import crashes_as_errors
from index.text.asked_language import sure_language_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    import aiohttp

    from adapters.chat.tasks import TaskTracker
    from adapters.chat.wording import Wording
    from adapters.slack.access.citable_posts import Audiences
    from adapters.slack.access.directory import Directory
    from adapters.slack.api.sender import Sender
    from adapters.slack.api.workspaces import Workspaces
    from adapters.slack.ids import Labels, Spot
    from bot.ledger.workspace_settings import WorkspaceSettings
    from bot.question_and_answer import Answer, Question
    from bot.questions.service import QuestionService
    from bot.services import Services
    from bot.settings.values import SlackSettings


_ID: Final = re.compile(r"<[^<>]*>")
"""A mention, a link: its words are nobody's."""

CHANGED: Final = "slack.changed"
"""What processes tell each other of accounts and channels that may see, or be seen, otherwise."""

_log: Final = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class SlackContext:
    """The parts, put together once a connection stands.

    Attributes:
        questions: Takes questions.
        services: What is remembered and stored.
        workspaces: Where we are installed.
        directory: Who and what ids stand for.
        audiences: Who may see what.
        sender: Sends messages.
        tasks: What is being done.
        session: The connections.
        settings: How Slack is reached.
        imports: Where files wait to be read.
        language: The language of our own words, or `auto` for the reader's.
    """

    questions: QuestionService
    services: Services
    workspaces: Workspaces
    directory: Directory
    audiences: Audiences
    sender: Sender
    tasks: TaskTracker
    session: aiohttp.ClientSession
    settings: SlackSettings
    imports: Path
    language: str

    def forget(self, team: str, *ids: str, lists: bool = False) -> None:
        """Have accounts and channels of a workspace looked up again, in every process.

        Args:
            team: The workspace.
            ids: Those that changed.
            lists: Whether who is a guest and which channels are public may have changed, too.
        """
        self._forget(team, ids, lists=lists)
        text = [self.services.ledger.holder, team, "lists" if lists else "", *ids]
        self.services.signals.tell(CHANGED, " ".join(text))

    def hear_changes(self) -> Callable[[], None]:
        """Forget from now on what other processes were told of; return what ends that."""

        def told(text: str) -> None:
            holder, team, lists, *ids = text.split(" ")
            if holder != self.services.ledger.holder:
                self._forget(team, ids, lists=bool(lists))

        def missed() -> None:
            self.directory.forget_all()
            self.audiences.forget_all()

        signals = self.services.signals
        ends = (signals.on(CHANGED, told), signals.on_missed(missed))

        def end() -> None:
            for each in ends:
                each()

        return end

    def _forget(self, team: str, ids: Sequence[str], *, lists: bool) -> None:
        for each in ids:
            self.directory.forget(team, each)
            self.audiences.forget(team, each)
        if lists:
            self.audiences.forget_lists(team)

    def wording(self, person: Person, asked: str = "") -> Wording:
        """Return our words for somebody: in the language of what they ask, where that is sure.

        Args:
            person: They.
            asked: What they ask, as Slack writes it; "" where they press or command.
        """
        chosen = self.services.ledger.settings.language(PLATFORM, person.team)
        language = chosen or self.language
        if language == "auto":
            language = sure_language_of(_ID.sub(" ", asked)) or person.locale
        return wording_for(language)

    def wording_for(self, question: Question, person: Person) -> Wording:
        """Return our words for who asked something: by the locale of a command, or by its words."""
        if question.locale:
            return self.wording(replace(person, locale=question.locale))
        return self.wording(person, question.text)

    def settings_of(self, team: str) -> WorkspaceSettings:
        """Return what the admins of a workspace chose."""
        return self.services.ledger.settings.of(PLATFORM, team)

    def answers_in(self, team: str, channel: str) -> bool:
        """Return whether questions are answered openly in a channel."""
        return self.settings_of(team).answers(channel_id(team, channel))

    async def asker(self, team: str, user: str) -> Person:
        """Return the user who is to get a reply: without a name and rights, where that fails."""
        try:
            with crashes_as_errors():
                return await self.directory.person(team, user)
        except (SlackApiError, *LOST):
            pass
        except Exception as error:  # noqa: BLE001 - the user gets a reply all the same
            log_error(_log, f"error {uuid4().hex[:8]}", error)
        return Person(user, "somebody", team=team)

    async def keep(
        self, answer: Answer, message: str, *, page: int = 1, names_asker: bool = False,
        is_beside: bool = False,
    ) -> None:  # fmt: skip
        """Remember that a message is an answer, and correct it if it is out of date by now.

        Args:
            answer: The answer.
            message: The message.
            page: Which page of it is shown.
            names_asker: It says who asked what.
            is_beside: It is told to its asker alone, beside the reply.
        """

        async def note() -> None:
            self.services.corrections.posted(
                answer, message, page=page, names_asker=names_asker, is_beside=is_beside
            )

        await self.services.away.done(note)  # what is not noted is never corrected
        # A correction that Slack holds up in the same channel is not to hold up the next answer.
        self.tasks.begin(self.services.corrections.check(message))

    async def readers(self, spot: Spot, user: str) -> Labels:
        """Return what all readers of an answer may see: one person's where they are alone."""
        conversation = await self.directory.conversation(spot.team, spot.channel)
        if conversation.is_direct:
            return await self.audiences.of_person(spot.team, user)
        return await self.audiences.of_channel(spot.team, spot.channel)

    def may_manage(self, person: Person) -> bool:
        """Return whether somebody may look after the stored posts."""
        if person.is_admin or not person.is_member:
            return person.is_admin
        named = self.settings_of(person.team).admins
        return person.id in self.settings.admins or f"slack:{person.team}/{person.id}" in named

    async def may_be_managed_by(self, team: str, user: str) -> bool:
        """Return whether an account may look after the stored posts."""
        return self.may_manage(await self.directory.person(team, user))

    async def trusted_by(self, team: str, user: str) -> frozenset[str]:
        """Return the groups and the account by which somebody may say what answered."""
        trusted = self.settings_of(team).trusted
        found = trusted & {account_id(team, user)}
        for each in trusted - found:
            group = each.rpartition("/")[2]
            if group.startswith(GROUP) and user in await self.directory.members_of(team, group):
                found |= {each}
        return found

    def may_manage_all(self) -> bool:
        """Tell whether who looks after a workspace may open posts to everybody: it is the only one.

        With several workspaces on one index, what is for everyone is not theirs alone.
        """
        return self.workspaces.count() == 1

    async def own_labels(self, team: str) -> Labels:
        """Return the labels of a workspace's posts."""
        stored = await self.services.library.audiences()
        if self.may_manage_all():
            return frozenset(stored)
        return frozenset(stored) & await self.audiences.of_bot(team)

    async def sees(self, team: str, user: str, channel: str) -> bool:
        """Return whether somebody may read a channel."""
        conversation = await self.directory.conversation(team, channel)
        labels = await self.audiences.of_person(team, user)
        return f"slack:{channel}" in labels or (
            conversation.is_open_in(team) and f"slack:{team}" in labels
        )
