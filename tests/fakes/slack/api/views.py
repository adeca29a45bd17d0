"""Modals and home tabs, and the triggers that open them."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from itertools import count
from typing import TYPE_CHECKING

from tests.fakes.slack.api.blocks import check_view
from tests.fakes.slack.api.errors import Refused
from tests.fakes.slack.world import APP_ID

if TYPE_CHECKING:
    from tests.fakes.slack.site import Visit
    from tests.fakes.slack.world import Json


DEEPEST_STACK = 3


@dataclass(slots=True, eq=False)
class View:
    """A modal or a home tab that a user sees."""

    id: str
    user_id: str
    team_id: str
    root_id: str
    body: Json
    hash: str
    is_open: bool = True
    versions: list[Json] = field(default_factory=list)

    def to_json(self, bot_id: str, values: Json | None = None) -> Json:
        """The view as Slack writes it."""
        return self.body | {
            "id": self.id,
            "team_id": self.team_id,
            "root_view_id": self.root_id,
            "app_id": APP_ID,
            "app_installed_team_id": self.team_id,
            "bot_id": bot_id,
            "hash": self.hash,
            "state": {"values": values or {}},
            "private_metadata": self.body.get("private_metadata", ""),
            "callback_id": self.body.get("callback_id", ""),
        }


class Views:
    """All views and triggers.

    Attributes:
        opened: Every modal, in order; the last one is on top.
        homes: Each user's home tab.
    """

    def __init__(self) -> None:
        self.opened: list[View] = []
        self.homes: dict[str, View] = {}
        self._triggers: dict[str, tuple[str, str]] = {}
        self._spent: set[str] = set()
        self._expired: set[str] = set()
        self._numbers = count(1)

    def trigger(self, user_id: str, view_id: str = "") -> str:
        """A trigger for this user, good once; from within a view, it can push."""
        name = f"{next(self._numbers)}.trigger.{user_id}"
        self._triggers[name] = (user_id, view_id)
        return name

    def expire_triggers(self) -> None:
        """Let three seconds pass, as far as triggers are concerned."""
        self._expired |= set(self._triggers)

    def spend(self, trigger: str) -> tuple[str, str]:
        """The user and view of a trigger, which cannot be used again."""
        if trigger not in self._triggers:
            raise Refused("invalid_trigger_id")
        if trigger in self._spent:
            raise Refused("exchanged_trigger_id")
        if trigger in self._expired:
            raise Refused("expired_trigger_id")
        self._spent.add(trigger)
        return self._triggers[trigger]

    def add(self, user_id: str, team_id: str, body: Json, root_id: str = "") -> View:
        """Show a new view."""
        number = next(self._numbers)
        view_id = f"V0{number:08d}"
        view = View(view_id, user_id, team_id, root_id or view_id, body, _hash(number))
        view.versions.append(body)
        return view

    def change(self, view: View, body: Json) -> None:
        """Replace what a view shows."""
        view.body = body
        view.versions.append(body)
        view.hash = _hash(next(self._numbers))

    def stack(self, root_id: str) -> list[View]:
        """The open views of one modal, the bottom first."""
        return [view for view in self.opened if view.root_id == root_id and view.is_open]

    def find(self, view_id: str) -> View | None:
        """The view of this id."""
        every = [*self.opened, *self.homes.values()]
        return next((view for view in every if view.id == view_id), None)


def _hash(number: int) -> str:
    return f"{1700000000 + number}.{hashlib.sha256(str(number).encode()).hexdigest()[:8]}"


def _asked(visit: Visit) -> Json:
    view = visit.parsed("view")
    check_view(view)
    return dict(view)


def open_view(visit: Visit) -> Json:
    """Answer views.open."""
    views = visit.site.views
    body = _asked(visit)
    user_id, _ = views.spend(visit.need("trigger_id"))
    view = views.add(user_id, visit.team.id, body)
    views.opened.append(view)
    return {"view": view.to_json(visit.team.bot.bot_id)}


def push_view(visit: Visit) -> Json:
    """Answer views.push."""
    views = visit.site.views
    body = _asked(visit)
    user_id, below = views.spend(visit.need("trigger_id"))
    parent = views.find(below)
    if parent is None:
        raise Refused("not_found")
    if len(views.stack(parent.root_id)) >= DEEPEST_STACK:
        raise Refused("push_limit_reached")
    view = views.add(user_id, visit.team.id, body, parent.root_id)
    views.opened.append(view)
    return {"view": view.to_json(visit.team.bot.bot_id)}


def update_view(visit: Visit) -> Json:
    """Answer views.update."""
    views = visit.site.views
    body = _asked(visit)
    view = views.find(visit.text("view_id"))
    external = visit.text("external_id")
    if external:
        named = [each for each in views.opened if each.body.get("external_id") == external]
        view = named[-1] if named else None
    if view is None or not view.is_open:
        raise Refused("not_found")
    if visit.text("hash") and visit.text("hash") != view.hash:
        raise Refused("hash_conflict")
    views.change(view, body)
    return {"view": view.to_json(visit.team.bot.bot_id)}


def publish_view(visit: Visit) -> Json:
    """Answer views.publish."""
    views = visit.site.views
    user_id = visit.need("user_id")
    if user_id not in visit.site.world.users:
        raise Refused("user_not_found")
    body = _asked(visit)
    known = views.homes.get(user_id)
    if known is None:
        known = views.homes[user_id] = views.add(user_id, visit.team.id, body)
    else:
        if visit.text("hash") and visit.text("hash") != known.hash:
            raise Refused("hash_conflict")
        views.change(known, body)
    return {"view": known.to_json(visit.team.bot.bot_id)}
