"""A workspace as Slack exports it."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from tests.fakes.slack.shapes import channel_json, message_json, user_json

if TYPE_CHECKING:
    from tests.fakes.slack.server import FakeSlack


def exported(slack: FakeSlack) -> dict[str, bytes]:
    """Return the files of an export, with all channels of the workspace."""
    world, team = slack.world, slack.team
    users = [user_json(each, team, locale=False) for each in world.users.values()]
    files: dict[str, object] = {"users.json": users}
    for name, kind in (("channels.json", "public"), ("groups.json", "private")):
        own = [each for each in world.channels.values() if each.kind == kind]
        files[name] = [channel_json(each, team) for each in own]
        for channel in own:
            days: dict[str, list[object]] = {}
            for message in channel.messages:
                day = datetime.fromtimestamp(float(message.ts), UTC).date().isoformat()
                days.setdefault(day, []).append(message_json(message, channel, world))
            files |= {f"{channel.name}/{day}.json": told for day, told in days.items()}
    return {name: json.dumps(value).encode() for name, value in files.items()}
