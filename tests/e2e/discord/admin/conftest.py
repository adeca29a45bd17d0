"""A file for a command of an admin."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.e2e.discord.conftest import World
    from tests.fakes.discord.world.messages import Attachment


ASKED = "when is the village oven lit?"


def attached(world: World, name: str, data: bytes) -> Attachment:
    return world.square.add_message(world.chief, files={name: data}).attachments[0]
