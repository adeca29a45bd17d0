"""What blocks of Slack's hold that no reader knows is named."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from adapters.markup.slack_blocks import blocks_text
from adapters.sources.exports.slack_block_fields import newer_in
from adapters.sources.exports.slack_fields import VERSIONS
from tests.fakes.archives import as_json, payload, unpacked

if TYPE_CHECKING:
    from pathlib import Path

    from tests.unit.adapters.sources.conftest import ReadPaths


def words(text: str, **more: Any) -> dict[str, Any]:
    return {"type": "plain_text", "text": text, "emoji": True, **more}


def section(*elements: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"type": "rich_text_section", "elements": [*elements], **more}


FRESH: dict[str, Any] = {"fresh": "Said anew."}
TWICE = {"type": "rich_text", "elements": [section({"type": "text", "text": "Twice."})]}
CHOICE: dict[str, Any] = {"text": words("Oak"), "value": "o", "description": words("Hard.")}


@pytest.mark.parametrize(
    ("block", "names"),
    [
        ({"type": "rich_text", "elements": [section({"type": "text", "text": "a", **FRESH})]},
         ["text.fresh"]),
        ({"type": "rich_text", "elements": [section({"type": "riddle", "words": "a"})]},
         ["riddle"]),
        ({"type": "rich_text", "elements": [{"type": "rich_text_list", "style": "bullet",
          "elements": [section(**FRESH)]}]}, ["rich_text_section.fresh"]),
        ({"type": "rich_text", "elements": [{"type": "rich_text_verse", "elements": []}]},
         ["rich_text_verse"]),
        ({"type": "section", "text": words("a", **FRESH), "fields": [words("b")], **FRESH},
         ["section.fresh", "plain_text.fresh"]),
        ({"type": "table", "rows": [[{"type": "raw_text", "text": "a", **FRESH}]]},
         ["raw_text.fresh"]),
        ({"type": "input", "label": words("a"), "element": {
            "type": "static_select", "options": [CHOICE | FRESH]}}, ["static_select.fresh"]),
        ({"type": "actions", "elements": [{"type": "button", "text": words("a"), **FRESH}]},
         ["button.fresh"]),
        ({"type": "hologram", "text": "a"}, ["hologram"]),
        ({"type": "file", "external_id": "F", "file": {"title": "a"}}, []),
        ({"type": "divider", "block_id": "b", "fresh": ""}, []),
        ("no block", []),
    ],
)  # fmt: skip
def test_a_new_field_or_kind_is_named_wherever_it_stands(block: Any, names: list[str]) -> None:
    assert sorted(newer_in([block])) == sorted(names)


def test_deep_blocks_are_looked_through() -> None:
    block: dict[str, Any] = {"type": "riddle"}
    for _ in range(5_000):
        block = {"type": "rich_text_list", "elements": [block]}
    assert [*newer_in([block])] == ["riddle"]


@pytest.mark.parametrize("place", ["blocks", "attachments.blocks", "attachments.message_blocks"])
@pytest.mark.parametrize("text", ["Said.", ""])
def test_an_import_names_what_is_new_in_the_blocks_of_a_message(
    place: str, text: str, tmp_path: Path, read_paths: ReadPaths
) -> None:
    blocks = [{"type": "divider", **FRESH}]
    held: dict[str, Any] = {
        "blocks": {"blocks": blocks},
        "attachments.blocks": {"attachments": [{"blocks": blocks}]},
        "attachments.message_blocks": {
            "attachments": [{"is_share": True, "message_blocks": [{"message": {"blocks": blocks}}]}]
        },
    }[place]
    files = {name: data for name, data in payload("slack").items() if name.endswith("s.json")}
    said = {"type": "message", "user": "U0ADA", "ts": "1709290000.000100", "text": text, **held}
    files["compost/2024-03-01.json"] = as_json([said])
    found = read_paths(unpacked(tmp_path / "a", files))
    assert f"unknown_fields:{VERSIONS}: '{place}.divider.fresh'" in found.left_out


@pytest.mark.parametrize(
    ("block", "said"),
    [
        ({"type": "card", "title": words("Keel"), "subtitle": words("Oak"), "body": words("Dry.")},
         "Keel\nOak\nDry."),
        ({"type": "carousel", "elements": [
            {"type": "card", "body": words("One.")}, {"type": "card", "body": words("Two.")}]},
         "One.\n\nTwo."),
        ({"type": "plan", "title": "To do", "tasks": [
            {"type": "task_card", "title": "Oil", "details": TWICE}]}, "To do\n\nOil\nTwice."),
        ({"type": "input", "label": words("Which wood?"), "hint": words("One."), "element": {
            "type": "static_select", "option_groups": [{"options": [CHOICE]}]}},
         "Which wood?\nOne.\n• Oak"),
        ({"type": "input", "label": words("Which?"), "element": {
            "type": "checkboxes", "options": [CHOICE]}}, "Which?\n• Oak"),
    ],
)  # fmt: skip
def test_cards_plans_and_forms_say_what_they_show(block: dict[str, Any], said: str) -> None:
    assert blocks_text([block]) == said
