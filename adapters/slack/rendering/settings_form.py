"""The form of a workspace's settings, as Slack takes it; pure."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final

from adapters.slack.ids import PLATFORM
from adapters.slack.rendering.blocks import plain_text
from adapters.slack.rendering.modals import choice, field, form, text_field
from bot.ledger.workspace_settings import WorkspaceSettings

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from adapters.chat.wording import Wording

Block = dict[str, Any]

_SETS: Final = ("answers_in", "quiet_in", "admins")

LONGEST_ABOUT: Final = 3_000
"""What Slack carries of a form's own notes."""

READER: Final = "reader"
"""Stands for the language of whoever reads."""


def settings_form(settings: WorkspaceSettings, wording: Wording) -> Block:
    """Return the form in which settings are shown and changed; an empty field sets one back."""
    said, commands = wording.settings, wording.commands
    languages = [(READER, said["reader"]), *wording.languages.items()]
    ways = [("yes", said["without_mention"]), ("no", said["with_mention"])]
    digest = {**_channels("digest_in", {settings.digest_in} - {""}), "max_selected_items": 1}
    days = text_field("keep_days", commands["settings.keep_days"])
    if settings.keep_days:
        days["element"]["initial_value"] = str(settings.keep_days)
    elements = {
        "answers_in": _channels("answers_in", settings.answers_in),
        "quiet_in": _channels("quiet_in", settings.quiet_in),
        "goes_on": _menu("goes_on", ways, "yes" if settings.goes_on else "no"),
        "language": _menu("language", languages, settings.language or READER),
        "admins": _people("admins", settings.admins),
    }
    fields = [
        field(name, commands[f"settings.{name}"], element) for name, element in elements.items()
    ]
    digest_field = field("digest_in", commands["settings.digest_in"], digest)
    about = _written(settings)
    return form("settings", about, said["title"], wording, [*fields, days, digest_field])


def shown_settings(about: str, team: str) -> WorkspaceSettings | None:
    """Return what a form showed when it was opened; None where it does not say."""
    if not about:
        return None
    known = json.loads(about)
    beginning = f"{PLATFORM}:{team}/"
    sets = {name: frozenset(f"{beginning}{each}" for each in known[name]) for name in _SETS}
    return WorkspaceSettings(
        language=known["language"],
        answers_in=sets["answers_in"],
        quiet_in=sets["quiet_in"],
        goes_on=known["goes_on"],
        admins=sets["admins"],
        keep_days=known["keep_days"],
        digest_in=f"{beginning}{known['digest_in']}" if known["digest_in"] else "",
    )


def _written(settings: WorkspaceSettings) -> str:
    """Return what a form shows, to come back with it; "" for more than Slack carries."""
    ids = {
        name: sorted(each.rpartition("/")[2] for each in getattr(settings, name)) for name in _SETS
    }
    digest_in = settings.digest_in.rpartition("/")[2]
    values = {name: getattr(settings, name) for name in ("language", "goes_on", "keep_days")}
    about = json.dumps({**ids, **values, "digest_in": digest_in}, separators=(",", ":"))
    return about if len(about) <= LONGEST_ABOUT else ""


def _menu(name: str, options: Sequence[tuple[str, str]], chosen: str) -> Block:
    menu = choice(name, options)
    (initial,) = (each for each in menu["options"] if each["value"] == chosen)
    return {**menu, "initial_option": initial}


def _channels(name: str, ids: Iterable[str]) -> Block:
    picker: Block = {
        "type": "multi_conversations_select",
        "action_id": name,
        "placeholder": plain_text("#", 150),
        "filter": {"include": ["public", "private"], "exclude_bot_users": True},
    }
    picked = sorted(each.rpartition("/")[2] for each in ids)
    return {**picker, "initial_conversations": picked} if picked else picker


def _people(name: str, ids: Iterable[str]) -> Block:
    picker: Block = {
        "type": "multi_users_select",
        "action_id": name,
        "placeholder": plain_text("@", 150),
    }
    picked = sorted(each.rpartition("/")[2] for each in ids)
    return {**picker, "initial_users": picked} if picked else picker
