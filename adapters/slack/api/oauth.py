"""Installs the bot into several workspaces, and keeps their tokens encrypted."""

from __future__ import annotations

import base64
import hashlib
import json
import logging
from time import time
from typing import TYPE_CHECKING, Any, Final
from uuid import uuid4

from cryptography.fernet import Fernet, InvalidToken
from slack_bolt.oauth.async_oauth_flow import AsyncOAuthFlow
from slack_bolt.oauth.async_oauth_settings import AsyncOAuthSettings
from slack_sdk.oauth.installation_store import Bot, Installation
from slack_sdk.oauth.installation_store.async_installation_store import AsyncInstallationStore
from slack_sdk.oauth.state_store.async_state_store import AsyncOAuthStateStore

from adapters.slack.api.http_mode import INSTALL, REDIRECT
from adapters.slack.api.scopes import SCOPES
from bot.errors import LoginError
from index.error_sentences import Told

if TYPE_CHECKING:
    from collections.abc import Callable, Collection
    from logging import Logger

    from slack_sdk.web.async_client import AsyncWebClient

    from bot.ledger.ledger import Ledger
    from bot.settings.values import SlackInstalling


STATE_SECONDS: Final = 600
"""How long an installation may take from the first page to the last."""

_KEPT: Final = "slack.installation:"
_OF: Final = "slack.organisation:"
"""What is noted, by workspace, of the organisation that installed the app for it."""

_ORGANISATION: Final = "E"
"""What the ids of organisations begin with."""

_STATE: Final = "slack.state:"

_log: Final = logging.getLogger(__name__)


def _nobody(_: Collection[str]) -> None:
    """Hear of it nowhere."""


class Installations(AsyncInstallationStore):
    """Bolt's store of installations, in the ledger, encrypted with a key from the settings."""

    def __init__(self, ledger: Ledger, key: str) -> None:
        self._ledger = ledger
        # Any long secret will do: it becomes a key of the length that the cipher needs.
        self._cipher = Fernet(base64.urlsafe_b64encode(hashlib.sha256(key.encode()).digest()))
        self._hears: Callable[[Collection[str]], None] = _nobody

    def tell(self, hears: Callable[[Collection[str]], None]) -> None:
        """Tell from now on which workspaces the app was just installed in."""
        self._hears = hears

    @property
    def logger(self) -> Logger:
        """Is where bolt writes what it does."""
        return _log

    async def async_save(self, installation: Installation) -> None:
        """Keep an installation, in place of an older one of the same workspace."""
        await self.async_save_bot(installation.to_bot())

    async def async_save_bot(self, bot: Bot) -> None:
        """Keep our account in a workspace."""
        plain = json.dumps(bot.to_dict(), default=str).encode()
        id_ = bot.team_id or bot.enterprise_id or ""
        self._ledger.note(f"{_KEPT}{id_}", self._cipher.encrypt(plain).decode())
        self._hears(self.served_by(id_))

    async def async_find_bot(
        self,
        *,
        enterprise_id: str | None,
        team_id: str | None,
        is_enterprise_install: bool | None = False,  # noqa: ARG002 - the interface's
    ) -> Bot | None:
        """Return our account in a workspace; None where we are not installed.

        Raises:
            LoginError: What is kept was encrypted with another key.
        """
        organisation = enterprise_id or self._ledger.noted(f"{_OF}{team_id}")
        for each in filter(None, (team_id, organisation)):
            if kept := self._ledger.noted(f"{_KEPT}{each}"):
                return self._opened(kept)
        return None

    def note_workspace(self, enterprise_id: str, team_id: str) -> None:
        """Note that a workspace is one of an organisation that installed the app for all of it.

        Only events tell which workspaces those are; one that has an installation of its own, or
        is of an organisation without any, is left alone.
        """
        name, is_own = f"{_OF}{team_id}", self._ledger.noted(f"{_KEPT}{team_id}")
        if is_own or not self._ledger.noted(f"{_KEPT}{enterprise_id}"):
            return
        if self._ledger.noted(name) != enterprise_id:
            self._ledger.note(name, enterprise_id)
            self._hears([team_id])

    def forget_workspace(self, team_id: str) -> bool:
        """Forget that a workspace is one of an organisation; False where that was not noted."""
        return self._ledger.forget_note(f"{_OF}{team_id}")

    def organisation_of(self, id_: str) -> str:
        """Return the organisation that is, or has, what installed the app; "" for none."""
        return id_ if id_.startswith(_ORGANISATION) else self._ledger.noted(f"{_OF}{id_}")

    def served_by(self, id_: str) -> list[str]:
        """Return the workspaces that are served by the installation of one, or of all of them."""
        if self._ledger.noted(f"{_KEPT}{id_}") and not id_.startswith(_ORGANISATION):
            return [id_]
        known, organisation = self._ledger.notes(_OF).items(), self.organisation_of(id_)
        found = {name.removeprefix(_OF) for name, of in known if of == organisation}
        return sorted(found if id_.startswith(_ORGANISATION) else found | {id_})

    async def async_find_installation(
        self,
        *,
        enterprise_id: str | None,
        team_id: str | None,
        user_id: str | None = None,
        is_enterprise_install: bool | None = False,
    ) -> Installation | None:
        """Return an installation; None where there is none."""
        bot = await self.async_find_bot(
            enterprise_id=enterprise_id,
            team_id=team_id,
            is_enterprise_install=is_enterprise_install,
        )
        if bot is None:
            return None
        return Installation(user_id=user_id or "", **_shared(bot))

    async def async_delete_bot(self, *, enterprise_id: str | None, team_id: str | None) -> None:
        """Forget our account in a workspace; where an organisation had us, in all of its."""
        id_ = team_id or enterprise_id or ""
        served, organisation = self.served_by(id_), self.organisation_of(id_)
        if not self._ledger.forget_note(f"{_KEPT}{id_}") or id_ == organisation:
            self._ledger.forget_note(f"{_KEPT}{organisation}")
            for each in served:
                self.forget_workspace(each)

    async def async_delete_installation(
        self,
        *,
        enterprise_id: str | None,
        team_id: str | None,
        user_id: str | None = None,  # noqa: ARG002 - we keep none of people
    ) -> None:
        """Forget an installation."""
        await self.async_delete_bot(enterprise_id=enterprise_id, team_id=team_id)

    async def async_delete_all(self, *, enterprise_id: str | None, team_id: str | None) -> None:
        """Forget all of a workspace."""
        await self.async_delete_bot(enterprise_id=enterprise_id, team_id=team_id)

    def teams(self) -> list[str]:
        """Return the workspaces that we are installed in, as far as they are known."""
        kept = {name.removeprefix(_KEPT) for name in self._ledger.notes(_KEPT)}
        those = {name.removeprefix(_OF): of for name, of in self._ledger.notes(_OF).items()}
        own = {each for each in kept if not each.startswith(_ORGANISATION)}
        return sorted(own | {team for team, of in those.items() if of in kept})

    def organisations(self) -> list[str]:
        """Return the organisations that installed the app for all their workspaces."""
        kept = (name.removeprefix(_KEPT) for name in self._ledger.notes(_KEPT))
        return [each for each in kept if each.startswith(_ORGANISATION)]

    def check_key(self) -> None:
        """Refuse a key that opens none of the tokens that are stored.

        Raises:
            LoginError: It is not the one that they were stored with.
        """
        stored = self._ledger.notes(_KEPT).values()
        refusals: list[LoginError] = []
        for each in stored:
            try:
                self._opened(each)
            except LoginError as error:
                refusals.append(error)
        if refusals and len(refusals) == len(stored):
            raise refusals[0]

    def _opened(self, kept: str) -> Bot:
        try:
            plain = self._cipher.decrypt(kept.encode())
        except InvalidToken as error:
            raise LoginError(
                Told(
                    "SLACK_ENCRYPTION_KEY does not open the stored tokens: set the key they were"
                    " stored with, or install the app again"
                )
            ) from error
        known: dict[str, Any] = json.loads(plain)
        known.pop("bot_scopes", None)
        return Bot(**{name: known[name] for name in _FIELDS}, installed_at=time())


_FIELDS: Final = (
    "app_id", "enterprise_id", "enterprise_name", "team_id", "team_name", "bot_token", "bot_id",
    "bot_user_id", "is_enterprise_install",
)  # fmt: skip


def _shared(bot: Bot) -> dict[str, Any]:
    return {name: getattr(bot, name) for name in _FIELDS}


class States(AsyncOAuthStateStore):
    """Remembers who began to install, so that nobody else can end it."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger

    @property
    def logger(self) -> Logger:
        """Is where bolt writes what it does."""
        return _log

    async def async_issue(self, *args: object, **kwargs: object) -> str:
        """Return a new state, good once and for ten minutes."""
        del args, kwargs
        for name, until in self._ledger.notes(_STATE).items():
            if float(until) <= time():  # whoever began with it never came back
                self._ledger.forget_note(name)
        state = uuid4().hex
        self._ledger.note(f"{_STATE}{state}", str(time() + STATE_SECONDS))
        return state

    async def async_consume(self, state: str) -> bool:
        """Return whether a state is good, and use it up."""
        until = self._ledger.noted(f"{_STATE}{state}")
        return self._ledger.forget_note(f"{_STATE}{state}") and float(until) > time()


def oauth_flow(
    settings: SlackInstalling, installations: Installations, ledger: Ledger, client: AsyncWebClient
) -> AsyncOAuthFlow:
    """Return what leads somebody through the installation."""
    return AsyncOAuthFlow(
        client=client,
        settings=AsyncOAuthSettings(
            client_id=settings.client_id,
            client_secret=settings.client_secret,
            scopes=sorted(SCOPES),
            user_scopes=[],
            install_path=INSTALL,
            redirect_uri_path=REDIRECT,
            installation_store=installations,
            installation_store_bot_only=True,
            state_store=States(ledger),
        ),
    )
