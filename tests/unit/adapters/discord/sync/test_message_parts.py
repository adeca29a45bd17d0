from __future__ import annotations

from typing import Any

import discord
from discord.components import _component_factory

from adapters.discord.sync.message_parts import described_in


def picture(**said: Any) -> dict[str, Any]:
    return {"media": {"url": "https://x.example/a.png"}, **said}


def read(*components: Any) -> list[str | None]:
    state: Any = None
    return [*described_in(_component_factory(each, state) for each in components)]


def test_what_pictures_in_components_show_is_read_wherever_they_stand() -> None:
    gallery = {"type": 12, "items": [picture(description="The keel."), picture()]}
    thumbnail = {"type": 11, **picture(description="The mast.")}
    words = {"type": 10, "content": "See."}
    section = {"type": 9, "components": [words], "accessory": thumbnail}

    assert read(gallery) == ["The keel.", None]
    assert read(section) == ["The mast."]
    assert read({"type": 17, "components": [section, gallery]}) == ["The mast.", "The keel.", None]


def test_other_components_show_nothing() -> None:
    button = {"type": 2, "style": int(discord.ButtonStyle.primary), "custom_id": "a", "label": "b"}
    section = {"type": 9, "components": [], "accessory": button}

    assert read(section, {"type": 1, "components": [button]}, {"type": 14, "spacing": 1}) == []
