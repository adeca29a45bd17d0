"""Puts together all parts that handle something that arrives from Slack."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Final

from slack_sdk.errors import SlackApiError

from adapters.slack.admin.admins import SlackAdmins
from adapters.slack.admin.answers.digest import SlackDigests
from adapters.slack.admin.answers.help_out import HelpOutCommand
from adapters.slack.admin.answers.pinned_answers import PinnedCommands
from adapters.slack.admin.answers.ratings import Ratings
from adapters.slack.admin.answers.trust import TrustCommand
from adapters.slack.admin.answers.unanswered import UnansweredQuestions
from adapters.slack.admin.channels.message_fate import FateCommand
from adapters.slack.admin.channels.watching import WatchCommands
from adapters.slack.admin.erasure import ErasureCommands
from adapters.slack.admin.imports import FileImports
from adapters.slack.admin.posts_commands import PostsCommands
from adapters.slack.admin.progress import JobProgress
from adapters.slack.admin.status import StatusPages
from adapters.slack.admin.workspace_settings import SettingsForm
from adapters.slack.answer_editor import SlackAnswerEditor
from adapters.slack.api.web_api import LOST, reason
from adapters.slack.app_home.assistant_pane import AssistantPane
from adapters.slack.app_home.home_tab import HomeTab
from adapters.slack.events.app import BoltApp
from adapters.slack.events.membership import MembershipEvents
from adapters.slack.events.messages import MessageEvents
from adapters.slack.events.organisations import Organisations
from adapters.slack.ids import PLATFORM
from adapters.slack.questions.answer_interrupted import UnfinishedQuestions
from adapters.slack.questions.buttons import AnswerButtons
from adapters.slack.questions.commands import Commands
from adapters.slack.questions.deleted import AskedInSlack
from adapters.slack.questions.messages import MessageHandler
from adapters.slack.questions.offers import HelpOut
from adapters.slack.sync.channel_kinds import ChannelKinds
from adapters.slack.sync.channel_reader import SlackReader
from adapters.slack.sync.deleted_channels import DeletedChannels
from adapters.slack.sync.message_reader import MessageReader
from adapters.slack.sync.watched_channels import WatchedChannels
from bot.admin.scheduled.digest import WeeklyDigests
from bot.admin.scheduled.housekeeping import Housekeeping
from bot.errors import BotError
from bot.questions.deleted_meanwhile import take_away_answers
from bot.sync.post_store import PostStore
from bot.sync.service import SyncService

if TYPE_CHECKING:
    from adapters.slack.api.timings import Timings
    from adapters.slack.context import SlackContext
    from adapters.slack.events.uninstall import UninstallEvents
    from bot.admin.scheduled.departures import Departures

_log: Final = logging.getLogger(__name__)


class Handlers:
    """All parts that handle something."""

    def __init__(
        self,
        context: SlackContext,
        timings: Timings,
        uninstall: UninstallEvents,
        departures: Departures,
    ) -> None:
        self._context = context
        self._departures = departures
        self._uninstall = uninstall
        self._organisations = Organisations(context, uninstall.installations, departures)
        self.editor = editor = SlackAnswerEditor(context)
        context.audiences.on_closed = editor.look_for_labels
        store = PostStore(context.services, is_shared=context.services.sharing is not None)
        reader = MessageReader(context, timings.minute_seconds, store.left_out)
        kinds = ChannelKinds(context, store)
        self._admins = SlackAdmins(context)
        self.housekeeping = self._housekeeping()
        channel_reader = SlackReader(context, reader, kinds)
        sync = SyncService(context.services, channel_reader, store, self._admins)
        self.reconciler, self.take_up = sync.reconciler, sync.take_up
        self._deleted_channels = DeletedChannels(context, sync.reconciler)
        self.watched_channels = WatchedChannels(context, reader, sync, kinds, editor)
        self.job_progress = JobProgress(context, self.watched_channels, timings)
        self._message_handler = MessageHandler(context)
        self._answer_buttons = AnswerButtons(context)
        self._help_out = HelpOut(context)
        self.unfinished = UnfinishedQuestions(context, self._message_handler, timings.retry_seconds)
        self._asked = AskedInSlack(context, self._message_handler)
        self._commands, self._unanswered = Commands(context), UnansweredQuestions(context)
        self._file_imports = FileImports(context, self.job_progress)
        self._erasure = ErasureCommands(context)
        self._watching = WatchCommands(context, self.job_progress, self.watched_channels)
        self._settings, self._pins = SettingsForm(context), PinnedCommands(context)
        self._status = StatusPages(context, self._watching, self.watched_channels, self._settings)
        self._posts_commands = self._commands_of_admins()
        self._home_tab = HomeTab(context, self._status, self._unanswered)
        self._unanswered.shows_on(self._home_tab.show)

    def _commands_of_admins(self) -> PostsCommands:
        """Return what `/posts` does."""
        return PostsCommands(
            self._context,
            self.job_progress,
            watching=self._watching,
            file_imports=self._file_imports,
            erasure=self._erasure,
            unanswered=self._unanswered,
            ratings=Ratings(self._context),
            settings=self._settings,
            status=self._status,
            more={
                "pinned": self._pins.show,
                "trust": TrustCommand(self._context).change,
                "help-out": HelpOutCommand(self._context, self._watching).change,
            },
        )

    async def catch_up(self) -> None:
        """Take over what happened while nothing reached us: the recent first, then all else."""
        async with self._context.tasks.turn("catching up"):
            await self._organisations.catch_up()
            await take_away_answers(self._context.services.ledger, PLATFORM, self._asked)
            await self.watched_channels.catch_up()
            self.reconciler.soon()

    def _housekeeping(self) -> Housekeeping:
        """Return what is looked after by itself."""
        services = self._context.services
        digests = WeeklyDigests(
            PLATFORM,
            services.ledger,
            SlackDigests(self._context, self._admins),
            services.library.vectors,
        )
        return Housekeeping(
            [self._departures.remove_due, self._note_present, self._look_at_lists, digests.send_due]
        )

    async def _look_at_lists(self) -> None:
        """Look which channels are public, where nobody told us: answers may quote a closed one."""
        for team in self._context.workspaces.teams():
            try:
                await self._context.audiences.look(team)
            except (SlackApiError, BotError, *LOST) as error:  # the next look does it again
                _log.warning("the channels of %s could not be listed: %s", team, reason(error))

    async def _note_present(self) -> None:
        self._departures.note_present(PLATFORM, self._context.workspaces.teams())

    def _message_events(self) -> MessageEvents:
        """Return what hears all that is written."""
        return MessageEvents(
            self._message_handler,
            self.watched_channels,
            self._file_imports,
            self._help_out,
            self._context.services.away,
        )

    def bolt_app(self) -> BoltApp:
        """Return what takes everything that arrives, and passes it on to them."""
        context = self._context
        events = (
            self._message_events(),
            AssistantPane(context, self._home_tab),
            MembershipEvents(context, self.editor, self.watched_channels, self._admins),
            self._deleted_channels,
            self._uninstall,
            self.watched_channels,
        )
        buttons = (
            self._answer_buttons, self._help_out, self.job_progress, self._file_imports,
            self._erasure, self._unanswered, self._posts_commands, self._pins,
            FateCommand(self._context, self.watched_channels),
        )  # fmt: skip
        forms = (
            self._answer_buttons, self._commands, self._file_imports, self._unanswered,
            self._watching, self._settings, self._pins,
        )  # fmt: skip
        return BoltApp(
            context,
            {name: handle for each in events for name, handle in each.events.items()},
            {
                "/ask": self._commands.ask,
                "/posts": self._posts_commands.posts,
                "/forget-me": self._erasure.offer_own,
            },
            {
                **self._commands.shortcuts,
                **{name: press for each in buttons for name, press in each.buttons.items()},
            },
            {name: take for each in forms for name, take in each.forms.items()},
            checks={**self._settings.checks, **self._commands.checks},
        )
