"""How the settings of a server or workspace are told in any chat; pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.admin.workspace_settings import SETTINGS
from bot.ledger.workspace_settings import DEFAULTS
from bot.text import Count

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from adapters.chat.wording import Wording
    from bot.admin.workspace_settings import Setting
    from bot.ledger.workspace_settings import WorkspaceSettings

    Named = Callable[[str], str]
    """Returns what a channel or account is called, safe to show."""


def settings_lines(
    settings: WorkspaceSettings,
    wording: Wording,
    named: Named,
    *,
    chosen_only: bool = False,
    has_lost_digest: bool = False,
) -> list[str]:
    """Return each setting on a line of its own; only what was chosen, if so wished.

    Where the bot may not post the digest, that is said beside its channel.
    """
    lost = {"digest_in": f" – {wording.settings['digest_lost']}"} if has_lost_digest else {}
    return [
        wording.settings[each].format(value=_value(each, settings, wording, named))
        + lost.get(each, "")
        for each in SETTINGS
        if not chosen_only or getattr(settings, each) != getattr(DEFAULTS, each)
    ]


def _value(name: Setting, settings: WorkspaceSettings, wording: Wording, named: Named) -> str:
    said, days = wording.settings, settings.keep_days
    values = {
        "answers_in": _list(settings.answers_in, named) or said["everywhere"],
        "quiet_in": _list(settings.quiet_in, named) or said["none"],
        "goes_on": said["without_mention" if settings.goes_on else "with_mention"],
        "language": wording.languages.get(settings.language, said["reader"]),
        "admins": _list(settings.admins, named) or said["nobody"],
        "keep_days": said["days"].format(count=Count(days)) if days else said["kept_as_all"],
        "trusted": _list(settings.trusted, named) or said["nobody"],
        "helps_in": _offering(settings, wording, named) or said["none"],
        "digest_in": _list({settings.digest_in} - {""}, named) or said["none"],
    }
    return values[name]


def _offering(settings: WorkspaceSettings, wording: Wording, named: Named) -> str:
    said = wording.offering
    return ", ".join(
        f"{named(channel)} ({said[way]})" for channel, way in settings.offering.items()
    )


def _list(ids: Iterable[str], named: Named) -> str:
    return ", ".join(sorted(dict.fromkeys(map(named, ids))))
