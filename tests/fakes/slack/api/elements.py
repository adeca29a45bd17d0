"""Interactive elements: where they stand, and what using them says."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from tests.fakes.slack.world import Json


def elements_of(blocks: list[Json]) -> Iterator[tuple[Json, str]]:
    """Every interactive element with the id of its block."""
    for number, block in enumerate(blocks):
        block_id = str(block.get("block_id") or f"block{number}")
        candidates = [*(block.get("elements") or []), block.get("accessory"), block.get("element")]
        for element in candidates:
            if element and element.get("action_id"):
                yield element, block_id


def find_element(blocks: list[Json], action_id: str) -> tuple[Json, str]:
    """The element of this id and the id of its block.

    Raises:
        AssertionError: There is none; a person could not have pressed it.
    """
    seen = []
    for element, block_id in elements_of(blocks):
        if element["action_id"] == action_id:
            return element, block_id
        seen.append(element["action_id"])
    raise AssertionError(f"nothing with action id {action_id!r} is shown, only {seen}")


def acted(element: Json, block_id: str, value: str | None) -> Json:
    """The action that using an element makes."""
    action: Json = {
        "type": element["type"],
        "action_id": element["action_id"],
        "block_id": block_id,
    }
    if element["type"] == "feedback_buttons":
        sides = (element["positive_button"], element["negative_button"])
        (pressed,) = (side for side in sides if side["value"] == value)
        return action | {"text": pressed["text"], "value": pressed["value"]}
    if element["type"] in {"button", "icon_button"}:
        action["text"] = element["text"]
        return action | ({"value": element["value"]} if "value" in element else {})
    return action | _chosen(element, value)


def state_of(blocks: list[Json], values: Mapping[str, Any]) -> Json:
    """The state of a view's inputs, by block and action."""
    state: Json = {}
    for element, block_id in elements_of(blocks):
        if element["type"] == "button":
            continue
        given = values.get(element["action_id"])
        chosen = {"type": element["type"]} | _chosen(element, given)
        state.setdefault(block_id, {})[element["action_id"]] = chosen
    unknown = set(values) - {action for each in state.values() for action in each}
    assert not unknown, f"the view has no such inputs: {unknown}"
    return state


def _chosen(element: Json, given: Any) -> Json:
    kind = element["type"]
    if given is None:
        given = _initial(element)
    if kind.startswith("multi_") or kind == "checkboxes":
        wanted = [given] if isinstance(given, str) else given or []
        if "static" in kind or "external" in kind or kind == "checkboxes":
            return {"selected_options": [_option(element, each) for each in wanted]}
        return {f"selected_{kind.removeprefix('multi_').removesuffix('_select')}": wanted}
    if kind in {"static_select", "external_select", "radio_buttons", "overflow"}:
        return {"selected_option": _option(element, given) if given is not None else None}
    for name in ("conversation", "channel", "user"):
        if kind == f"{name}s_select":
            return {f"selected_{name}": given}
    if kind in {"datepicker", "timepicker"}:
        return {f"selected_{kind.removesuffix('picker')}": given}
    return _entered(element, given)


def _initial(element: Json) -> Any:
    """What an element holds that nobody touched."""
    for name, value in element.items():
        if name == "initial_option":
            return value["value"]
        if name == "initial_options":
            return [each["value"] for each in value]
        if name.startswith("initial_"):
            return value
    return None


def _entered(element: Json, given: Any) -> Json:
    if element["type"] == "file_input":
        return {"files": [dict(each) for each in given or ()]}
    return {"value": given}


def _option(element: Json, value: str) -> Json:
    for option in element.get("options") or []:
        if option["value"] == value:
            return dict(option)
    assert "external" in element["type"], f"the menu has no option {value!r}"
    return {"text": {"type": "plain_text", "text": value}, "value": value}
