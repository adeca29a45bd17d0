"""The workspaces that the bot is installed in."""

from __future__ import annotations

import logging
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, Final, Protocol

from slack_sdk.errors import SlackApiError

from adapters.markup.slack_blocks import text_of
from adapters.slack.api.oauth import Installations
from adapters.slack.api.web_api import LOST, client_for, data_of, is_fault, problem_of
from bot.errors import LoginError, PlatformError, UnavailableError
from index.error_sentences import Told, worded

if TYPE_CHECKING:
    import aiohttp
    from slack_sdk.web.async_client import AsyncWebClient

    from bot.ledger.ledger import Ledger
    from bot.settings.values import SlackSettings


_REMEDY: Final = Told("see that it can be reached from here, and try again")
_log: Final = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Workspace:
    """One workspace, and our account in it.

    Attributes:
        team: Its id.
        name: What people call it.
        bot_user_id: Our account.
        bot_token: The secret that speaks for it.
        client: Speaks with it.
        url: Where its pages are, with a slash at the end.
        scopes: What we may do there.
        bot_id: Our app, as the messages name it that carry no account; "" where Slack tells none.
    """

    team: str
    name: str
    bot_user_id: str
    bot_token: str = field(repr=False)
    client: AsyncWebClient
    url: str = ""
    scopes: frozenset[str] = frozenset()
    bot_id: str = ""


class Workspaces(Protocol):
    """Where the bot is installed."""

    async def of(self, team: str) -> Workspace:
        """Return a workspace.

        Raises:
            PlatformError: The bot is not installed there.
        """
        ...

    def note_workspace(self, enterprise_id: str, team: str) -> None:
        """Note which organisation a workspace is of, which only events tell."""
        ...

    async def all(self) -> list[Workspace]:
        """Return every workspace that can be reached."""
        ...

    async def refused(self) -> list[str]:
        """Return why workspaces that are installed cannot be served, with the remedy."""
        ...

    def teams(self) -> list[str]:
        """Return the ids of the workspaces, those that cannot be reached included."""
        ...

    def count(self) -> int:
        """Return how many workspaces share the index, those that cannot be reached included."""
        ...


class OneWorkspace:
    """The one workspace that a token in the settings is for."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    async def of(self, team: str) -> Workspace:  # noqa: ARG002 - events from outside have others
        """Return the workspace, whichever one the sender belongs to."""
        return self._workspace

    def note_workspace(self, enterprise_id: str, team: str) -> None:
        """Note nothing: there is one workspace, whatever it is of."""

    async def all(self) -> list[Workspace]:
        """Return it alone."""
        return [self._workspace]

    async def refused(self) -> list[str]:
        """Return nothing: its token was accepted."""
        return []

    def teams(self) -> list[str]:
        """Return its id alone."""
        return [self._workspace.team]

    def count(self) -> int:
        """Return one."""
        return 1


async def log_in(
    token: str, api_url: str, session: aiohttp.ClientSession, retry_seconds: float = 1.0
) -> Workspace:
    """Return the workspace that a token is for.

    Raises:
        LoginError: Slack does not take the token.
        PlatformError: Slack cannot be reached.
    """
    client = client_for(token, api_url, session, retry_seconds)
    try:
        response = await client.auth_test()
    except SlackApiError as error:
        raise _translated(error, api_url) from error
    except LOST as error:
        told = worded("Slack cannot be reached at {url} ({reason}): {remedy}")
        raise PlatformError(Told(told, url=api_url, reason=str(error), remedy=_REMEDY)) from error
    data: dict[str, Any] = data_of(response)
    team, user = (text_of(data.get(name)) for name in ("team_id", "user_id"))
    # A token of an organisation is for all its workspaces, and may name none of them.
    if not user or not (team := team or text_of(data.get("enterprise_id"))):
        raise _no_slack(api_url)
    scopes = str(
        response.headers.get("x-oauth-scopes") or response.headers.get("X-OAuth-Scopes") or ""
    )
    granted = frozenset(each.strip() for each in scopes.split(",") if each.strip())
    url = f"{str(data.get('url') or '').rstrip('/')}/"
    return Workspace(
        team=team,
        name=text_of(data.get("team")),
        bot_user_id=user,
        bot_token=token,
        client=client,
        url=url,
        scopes=granted,
        bot_id=data.get("bot_id") or "",
    )


def _translated(error: SlackApiError, api_url: str) -> PlatformError:
    if not is_fault(error) and not problem_of(error):
        return _no_slack(api_url)
    if is_fault(error):
        return PlatformError(
            Told(
                "Slack cannot be reached at {url}: it, or what stands between, answers with no word"
                " of Slack's; try again later",
                url=api_url,
            )
        )
    return LoginError(
        Told(
            "Slack does not accept SLACK_BOT_TOKEN ({reason}): copy it again from “OAuth &"
            " Permissions”",
            reason=problem_of(error),
        )
    )


def _no_slack(api_url: str) -> PlatformError:
    return PlatformError(
        Told(
            "{url} does not answer as Slack does: see what stands between (a proxy, a firewall,"
            " a page to sign in), and SLACK_API_URL",
            url=api_url,
        )
    )


class InstalledWorkspaces:
    """The workspaces that people installed the app into."""

    def __init__(
        self, installations: Installations, api_url: str, session: aiohttp.ClientSession
    ) -> None:
        self._installations = installations
        self._api_url = api_url
        self._session = session
        self._known: dict[str, Workspace] = {}

    async def of(self, team: str) -> Workspace:
        """Return a workspace.

        Raises:
            PlatformError: The app is not installed there, or its token is good no more.
        """
        try:
            bot = await self._installations.async_find_bot(enterprise_id=None, team_id=team)
        except UnavailableError:
            if (known := self._known.get(team)) is None:
                raise
            return known  # what comes meanwhile is to be taken, and told so
        if bot is None:
            self._known.pop(team, None)
            raise PlatformError(Told("the app is not installed in {team}", team=team))
        known = self._known.get(team)
        if known is None or known.bot_token != bot.bot_token:
            known = await log_in(bot.bot_token, self._api_url, self._session)
            known = self._known[team] = replace(known, team=team)
        return known

    def note_workspace(self, enterprise_id: str, team: str) -> None:
        """Note which organisation a workspace is of, if that is where the app is installed."""
        self._installations.note_workspace(enterprise_id, team)

    async def all(self) -> list[Workspace]:
        """Return every workspace whose token is good."""
        found = []
        for team in self._installations.teams():
            try:
                found.append(await self.of(team))
            except LoginError as error:
                _log.warning("%s cannot be served: %s", team, error)
        return found

    async def refused(self) -> list[str]:
        """Return, once each, why workspaces that are installed cannot be served."""
        found: dict[str, None] = {}
        for team in self._installations.teams():
            try:
                await self.of(team)
            except LoginError as error:
                found[error.sentence] = None
        return list(found)

    def teams(self) -> list[str]:
        """Return the ids of the workspaces that the app is installed in."""
        return self._installations.teams()

    def count(self) -> int:
        """Return how many workspaces the app is installed in: a bad token takes no posts away.

        An organisation may have more workspaces than are known.
        """
        return len(self.teams()) + len(self._installations.organisations())


async def connected(
    settings: SlackSettings,
    ledger: Ledger,
    session: aiohttp.ClientSession,
    retry_seconds: float = 1.0,
    installations: Installations | None = None,
) -> Workspaces:
    """Return the workspaces that the settings speak of.

    Args:
        settings: How Slack is reached.
        ledger: Keeps what was installed.
        session: The connections.
        retry_seconds: How long a call that failed waits before it is made again.
        installations: Where the tokens are kept, where that is open already.

    Raises:
        LoginError: Slack does not take the token.
        PlatformError: Slack cannot be reached.
    """
    if settings.installing is not None:
        installations = installations or Installations(ledger, settings.installing.token_key)
        return InstalledWorkspaces(installations, settings.api_url, session)
    return OneWorkspace(await log_in(settings.bot_token, settings.api_url, session, retry_seconds))
