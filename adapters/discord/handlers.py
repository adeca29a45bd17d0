"""Puts together all parts that handle something that happens on Discord."""

from __future__ import annotations

from typing import TYPE_CHECKING

from adapters.discord.admin.admins import DiscordAdmins
from adapters.discord.admin.answers.digest import DiscordDigests
from adapters.discord.admin.answers.help_out import HelpOutCommand
from adapters.discord.admin.answers.pinned_answers import PinnedCommands
from adapters.discord.admin.answers.ratings import Ratings
from adapters.discord.admin.answers.trust import TrustCommand
from adapters.discord.admin.answers.unanswered import UnansweredQuestions
from adapters.discord.admin.channels.invitations import Invitations
from adapters.discord.admin.channels.message_fate import FateCommand
from adapters.discord.admin.channels.watching import WatchCommands
from adapters.discord.admin.erasure import ErasureCommands
from adapters.discord.admin.imports import FileImports
from adapters.discord.admin.posts_commands import PostsCommands
from adapters.discord.admin.progress import JobProgress
from adapters.discord.admin.rights import AdminRights
from adapters.discord.admin.status import StatusPages
from adapters.discord.admin.workspace_settings import SettingsCommand
from adapters.discord.answer_editor import DiscordAnswerEditor
from adapters.discord.ids import ledger_id
from adapters.discord.questions.ask_command import AskCommand
from adapters.discord.questions.buttons import AnswerButtons
from adapters.discord.questions.commands import Commands
from adapters.discord.questions.deleted import AskedOnDiscord
from adapters.discord.questions.messages import MessageHandler
from adapters.discord.questions.missed import MissedQuestions
from adapters.discord.questions.offers import HelpOut
from adapters.discord.questions.tell_interrupted import InterruptedCommands
from adapters.discord.sync.answer_marks import AnswerMarks
from adapters.discord.sync.channel_reader import DiscordReader
from adapters.discord.sync.deleted_channels import DeletedChannels
from adapters.discord.sync.message_reader import MessageReader
from adapters.discord.sync.watched_channels import WatchedChannels
from bot.admin.scheduled.departures import Departures
from bot.admin.scheduled.digest import WeeklyDigests
from bot.admin.scheduled.housekeeping import Housekeeping
from bot.questions.deleted_meanwhile import take_away_answers
from bot.sync.post_store import PostStore
from bot.sync.service import SyncService

if TYPE_CHECKING:
    from adapters.discord.admin.rights import Handler
    from adapters.discord.command_tree import CommandTree
    from adapters.discord.context import DiscordContext


class Handlers:
    """All parts that handle something."""

    def __init__(self, context: DiscordContext) -> None:
        self._context = context
        self.editor = DiscordAnswerEditor(context)
        visibility = context.visibility
        store = PostStore(
            context.services, lambda posts: visibility.learn(post.audience for post in posts)
        )
        posts = MessageReader(context, store.left_out)
        reader = DiscordReader(context, posts)
        self.admins = DiscordAdmins(context)
        sync = SyncService(context.services, reader, store, self.admins)
        self.reconciler, self.take_up = sync.reconciler, sync.take_up
        self.deleted_channels = DeletedChannels(context, reader, store, sync.reconciler)
        self.watched_channels = WatchedChannels(context, posts, sync)
        self.answer_marks = AnswerMarks(context)
        self.invitations = Invitations(context, self.admins, self.watched_channels)
        self.job_progress = JobProgress(context, self.watched_channels)
        self._departures = Departures(context.services, context.imports)
        self.housekeeping = self._housekeeping()
        self.interrupted = InterruptedCommands(context)
        self.message_handler = MessageHandler(context)
        self.help_out = HelpOut(context)
        self.missed = MissedQuestions(context, self.message_handler)
        self._asked = AskedOnDiscord(context, self.message_handler)
        self._erasure, self._unanswered = ErasureCommands(context), UnansweredQuestions(context)
        self._watching = WatchCommands(context, self.job_progress, self.watched_channels)
        self._ratings, self._pins = Ratings(context), PinnedCommands(context)
        self._settings = SettingsCommand(context)
        self._status = StatusPages(context, self._watching, self.watched_channels, self._settings)
        self._rights = AdminRights(context)
        self.answer_buttons = AnswerButtons(
            context,
            self._for_admins()
            | self._erasure.own_buttons
            | self._watching.buttons
            | self.help_out.buttons,
        )

    def _for_admins(self) -> dict[str, Handler]:
        """Return what is done for the buttons of what `/posts` shows."""
        shown = (
            self.job_progress, self._erasure, self._unanswered, self._ratings, self._pins,
            self._status,
        )  # fmt: skip
        return {
            name: self._rights.guarded(press)
            for each in shown
            for name, press in each.buttons.items()
        }

    def _housekeeping(self) -> Housekeeping:
        """Return what is looked after by itself."""
        services = self._context.services
        digests = WeeklyDigests(
            "discord",
            services.ledger,
            DiscordDigests(self._context, self.admins),
            services.library.vectors,
        )
        return Housekeeping([self._departures.remove_due, self.note_present, digests.send_due])

    async def begin(self) -> None:
        """Do what must be done before anything is delivered, for later it is in our own hands."""
        self._context.services.ledger.deliveries.reopen("discord")
        self.missed.note_begin()
        await self.interrupted.tell()

    async def catch_up(self) -> None:
        """Take over what happened while nothing reached us: people wait for answers, not posts."""
        await self.missed.catch_up()
        await take_away_answers(self._context.services.ledger, "discord", self._asked)
        await self.watched_channels.catch_up()

    async def note_present(self) -> None:
        """Note which servers we are in; as long as Discord has not told, nothing."""
        client = self._context.client
        if client.is_ready():
            self._departures.note_present("discord", [ledger_id(each.id) for each in client.guilds])

    def add_commands(self, tree: CommandTree) -> None:
        """Add all commands and menus to the tree."""
        ask_command = AskCommand(self._context, self.interrupted)
        Commands(self._context, ask_command, self._erasure).add_to(tree)
        posts = PostsCommands(
            self._context,
            self._rights,
            self.job_progress,
            self.watched_channels,
            watching=self._watching,
            file_imports=FileImports(self._context, self.job_progress),
            erasure=self._erasure,
            unanswered=self._unanswered,
            ratings=self._ratings,
            settings=self._settings,
            status=self._status,
        )
        TrustCommand(self._context).add_to(posts)
        HelpOutCommand(self._context).add_to(posts)
        self._pins.add_to(tree, posts)
        FateCommand(self._context, self.watched_channels).add_to(tree)
        tree.add_command(posts)
