"""What the fake refuses, as Discord does."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import discord
import pytest

from tests.fakes.discord.api.calls import Refusal
from tests.fakes.discord.api.limits import check_choices, check_commands, check_message, check_modal
from tests.fakes.discord.probe import running
from tests.fakes.discord.world.messages import COMPONENTS_V2

if TYPE_CHECKING:
    from tests.fakes.discord.api.server import FakeDiscord
    from tests.unit.fakes.discord.conftest import Place


def button(**changes: Any) -> dict[str, Any]:
    return {"type": 2, "style": 1, "custom_id": "a", "label": "A", **changes}


def row(*inside: dict[str, Any]) -> dict[str, Any]:
    return {"type": 1, "components": list(inside)}


def text(content: str) -> dict[str, Any]:
    return {"type": 10, "content": content}


def menu(count: int) -> dict[str, Any]:
    options = [{"label": str(each), "value": str(each)} for each in range(count)]
    return {"type": 3, "custom_id": "m", "options": options}


def v2(*components: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"flags": COMPONENTS_V2, "components": list(components), **more}


BUTTONS = [row(*[button(custom_id=f"{line}{each}") for each in range(5)]) for line in range(5)]

FINE: list[dict[str, Any]] = [
    {"content": "a" * 2000},
    {"embeds": [{"description": "a" * 4000}, {"description": "a" * 2000}]},
    {"embeds": [{"title": "a"}] * 10},
    {"content": "a", "components": BUTTONS},
    {"content": "a", "components": [row(menu(25))]},
    {"content": "a", "components": [row(button(custom_id="a" * 100, label="a" * 80))]},
    v2(*[text("a" * 100)] * 40),
    v2(text("語" * 3386)),
    v2({"type": 17, "components": [text("a"), row(button())]}),
]

BROKEN: list[tuple[str, dict[str, Any]]] = [
    ("content", {"content": "a" * 2001}),
    ("nonce", {"content": "a", "nonce": "a" * 26}),
    ("embeds", {"embeds": [{"title": "a"}] * 11}),
    ("embeds", {"embeds": [{"description": "a" * 4000}, {"description": "a" * 2001}]}),
    ("embeds.0.title", {"embeds": [{"title": "a" * 257}]}),
    ("embeds.0.description", {"embeds": [{"description": "a" * 4097}]}),
    ("embeds.0.fields", {"embeds": [{"fields": [{"name": "a", "value": "a"}] * 26}]}),
    ("embeds.0.fields.0.value", {"embeds": [{"fields": [{"name": "a", "value": "a" * 1025}]}]}),
    ("embeds.0.footer.text", {"embeds": [{"footer": {"text": "a" * 2049}}]}),
    ("components", {"content": "a", "components": [row(button())] * 6}),
    ("components.0.type", {"content": "a", "components": [text("a")]}),
    ("components.1.custom_id", {"content": "a", "components": [row(button(), button())]}),
    ("components.1.label", {"content": "a", "components": [row(button(label="a" * 81))]}),
    ("components.1.custom_id", {"content": "a", "components": [row(button(custom_id="a" * 101))]}),
    ("components.0.components", {"content": "a", "components": [row(menu(1), button())]}),
    ("components.1.options", {"content": "a", "components": [row(menu(26))]}),
    (
        "components.1.url",
        {"content": "a", "components": [row({"type": 2, "style": 5, "url": "a" * 513})]},
    ),
    ("components.0.components", v2({"type": 9, "components": [text("a")] * 4})),
    ("components", v2(*[text("a")] * 41)),
    ("components", v2(text("a" * 2000), text("a" * 2001))),
    ("content", v2(text("a"), content="a")),
    ("embeds", v2(text("a"), embeds=[{"title": "a"}])),
]


def fields(errors: dict[str, Any]) -> list[str]:
    """Return the dotted names of the fields that are wrong."""
    if "_errors" in errors:
        return [""]
    return [
        f"{name}.{below}".strip(".") for name, deeper in errors.items() for below in fields(deeper)
    ]


@pytest.mark.parametrize("message", FINE)
def test_what_just_fits_is_accepted(message: dict[str, Any]) -> None:
    check_message(message)


@pytest.mark.parametrize(("field", "message"), BROKEN)
def test_what_is_too_much_is_refused_with_the_name_of_the_field(
    field: str, message: dict[str, Any]
) -> None:
    with pytest.raises(Refusal) as refused:
        check_message(message)
    assert refused.value.json["code"] == 50035
    assert field in fields(refused.value.json["errors"])


def test_an_empty_message_is_refused() -> None:
    with pytest.raises(Refusal) as refused:
        check_message({"content": ""})
    assert refused.value.json["code"] == 50006


def test_too_many_bytes_of_text_are_an_error_of_the_server() -> None:
    with pytest.raises(Refusal) as refused:
        check_message(v2(text("語" * 3387)))
    assert refused.value.status == 500


@pytest.mark.parametrize(
    "modal",
    [
        {"title": "a" * 46, "custom_id": "a", "components": [row(button())]},
        {"title": "a", "custom_id": "a", "components": []},
        {"title": "a", "custom_id": "a", "components": [row(button())] * 6},
        {"title": "a", "custom_id": "a" * 101, "components": [row(button())]},
    ],
)
def test_a_modal_that_is_too_large_or_empty_is_refused(modal: dict[str, Any]) -> None:
    with pytest.raises(Refusal):
        check_modal(modal)


@pytest.mark.parametrize(
    "choices",
    [
        [{"name": "a", "value": "a"}] * 26,
        [{"name": "a" * 101, "value": "a"}],
        [{"name": "a", "value": "a" * 101}],
    ],
)
def test_choices_that_are_too_many_or_too_long_are_refused(choices: list[dict[str, Any]]) -> None:
    with pytest.raises(Refusal):
        check_choices(choices)


def test_a_command_with_a_long_description_is_refused() -> None:
    check_commands([{"name": "a", "description": "a" * 100}])
    with pytest.raises(Refusal):
        check_commands([{"name": "a", "description": "a" * 101}])


async def test_discord_py_reads_which_field_is_wrong(fake: FakeDiscord, place: Place) -> None:
    async with running(fake) as bot:
        channel = bot.get_channel(place.general.id)
        assert isinstance(channel, discord.TextChannel)
        with pytest.raises(discord.HTTPException) as refused:
            await channel.send("a" * 2001)
        assert (refused.value.status, refused.value.code) == (400, 50035)
        assert "In content: Must be 2000 or fewer in length." in str(refused.value)


async def test_a_layout_replaces_content_only_if_the_content_goes(
    fake: FakeDiscord, place: Place
) -> None:
    layout = discord.ui.LayoutView()
    layout.add_item(discord.ui.TextDisplay("in parts"))
    async with running(fake) as bot:
        channel = bot.get_channel(place.general.id)
        assert isinstance(channel, discord.TextChannel)
        sent = await channel.send("in one")
        with pytest.raises(discord.HTTPException):
            await sent.edit(view=layout)
        await sent.edit(content=None, view=layout)
        (kept,) = place.general.said_by_bot()
        assert kept.text == "in parts"
        assert kept.flags & COMPONENTS_V2
        with pytest.raises(discord.HTTPException):
            await sent.edit(content="in one again")
