"""Checks blocks as Slack does, and says where they break a rule."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tests.fakes.slack.api.errors import Refused

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tests.fakes.slack.world import Json


TOTAL_CHARACTERS = 13_200
MOST_BLOCKS = {"message": 50, "modal": 100, "home": 100}


def check_message(blocks: Any) -> None:
    """Refuse blocks that a message may not have."""
    check(blocks, "message", "invalid_blocks", "/blocks")
    if _length(blocks) > TOTAL_CHARACTERS:
        raise Refused("msg_blocks_too_long")


def check_view(view: Any) -> None:
    """Refuse a modal or home view that Slack would not show."""
    if not isinstance(view, dict) or view.get("type") not in {"modal", "home"}:
        raise _refusal("invalid_arguments", ["must be a modal or a home [json-pointer:/view/type]"])
    if view["type"] == "modal":
        wrong = list(_modal(view))
        if wrong:
            raise _refusal("invalid_arguments", wrong)
    check(view.get("blocks"), view["type"], "invalid_arguments", "/view/blocks")


def check(blocks: Any, surface: str, error: str, place: str) -> None:
    """Refuse blocks that this surface may not have."""
    if not isinstance(blocks, list) or not all(isinstance(block, dict) for block in blocks):
        raise Refused("invalid_blocks_format")
    wrong = list(_too_many(blocks, MOST_BLOCKS[surface], place))
    for number, block in enumerate(blocks):
        wrong += _block(block, f"{place}/{number}", surface)
    wrong += _repeated([block.get("block_id") for block in blocks], "block_id", place)
    if wrong:
        raise _refusal(error, wrong)


def _refusal(error: str, wrong: list[str]) -> Refused:
    messages = [f"[ERROR] {each}" for each in wrong]
    return Refused(error, errors=wrong, response_metadata={"messages": messages})


def _modal(view: Json) -> Iterator[str]:
    for name in ("title", "submit", "close"):
        if name in view or name == "title":
            yield from _text(view.get(name), 24, f"/view/{name}", plain=True)
    if any(block.get("type") == "input" for block in view.get("blocks") or []):
        yield from (
            [] if view.get("submit") else ["missing required field: submit [json-pointer:/view]"]
        )
    yield from _too_long(view.get("callback_id"), 255, "/view/callback_id")
    yield from _too_long(view.get("private_metadata"), 3000, "/view/private_metadata")


def _block(block: Json, place: str, surface: str) -> Iterator[str]:
    yield from _too_long(block.get("block_id"), 255, f"{place}/block_id")
    check_kind = KINDS.get(str(block.get("type")))
    if check_kind is None:
        yield f"unsupported type: {block.get('type')} [json-pointer:{place}/type]"
        return
    if block["type"] == "input" and surface == "message" and not block.get("element"):
        yield f"missing required field: element [json-pointer:{place}]"
    yield from check_kind(block, place)


def _section(block: Json, place: str) -> Iterator[str]:
    fields = block.get("fields")
    if not block.get("text") and not fields:
        yield f"must define either `fields` or `text` [json-pointer:{place}]"
    if "text" in block:
        yield from _text(block["text"], 3000, f"{place}/text")
    if fields is not None:
        yield from _too_many(fields, 10, f"{place}/fields")
        for number, field in enumerate(fields):
            yield from _text(field, 2000, f"{place}/fields/{number}")
    if "accessory" in block:
        yield from _element(block["accessory"], f"{place}/accessory")


def _header(block: Json, place: str) -> Iterator[str]:
    yield from _text(block.get("text"), 150, f"{place}/text", plain=True)


def _markdown(block: Json, place: str) -> Iterator[str]:
    if not block.get("text"):
        yield f"missing required field: text [json-pointer:{place}]"
    yield from _too_long(block.get("text"), 12_000, f"{place}/text")


def _context(block: Json, place: str) -> Iterator[str]:
    yield from _elements(block, 10, place)
    for number, element in enumerate(block.get("elements") or []):
        here = f"{place}/elements/{number}"
        if element.get("type") in {"mrkdwn", "plain_text"}:
            yield from _text(element, 3000, here)
        elif element.get("type") != "image":
            yield f"unsupported type: {element.get('type')} [json-pointer:{here}]"


def _actions(block: Json, place: str) -> Iterator[str]:
    yield from _elements(block, 25, place)
    elements = block.get("elements") or []
    for number, element in enumerate(elements):
        yield from _element(element, f"{place}/elements/{number}")
    yield from _repeated([each.get("action_id") for each in elements], "action_id", place)


def _context_actions(block: Json, place: str) -> Iterator[str]:
    yield from _elements(block, 5, place)
    for number, element in enumerate(block.get("elements") or []):
        here = f"{place}/elements/{number}"
        yield from _too_long(element.get("action_id"), 255, f"{here}/action_id")
        if element.get("type") == "feedback_buttons":
            for side in ("positive_button", "negative_button"):
                yield from _button(element.get(side) or {}, f"{here}/{side}", needs_value=True)
        elif element.get("type") == "icon_button":
            yield from _button(element, here)
        else:
            yield f"unsupported type: {element.get('type')} [json-pointer:{here}]"


def _input(block: Json, place: str) -> Iterator[str]:
    yield from _text(block.get("label"), 2000, f"{place}/label", plain=True)
    if block.get("hint"):
        yield from _text(block["hint"], 2000, f"{place}/hint", plain=True)
    yield from _element(block.get("element") or {}, f"{place}/element")


def _element(element: Json, place: str) -> Iterator[str]:
    kind = element.get("type")
    yield from _too_long(element.get("action_id"), 255, f"{place}/action_id")
    if kind == "button":
        yield from _button(element, place)
    if kind in {"static_select", "multi_static_select", "overflow", "radio_buttons", "checkboxes"}:
        most = {"overflow": 5, "radio_buttons": 10, "checkboxes": 10}.get(str(kind), 100)
        yield from _too_many(element.get("options") or [], most, f"{place}/options")
        for number, option in enumerate(element.get("options") or []):
            yield from _text(option.get("text"), 75, f"{place}/options/{number}/text")
            yield from _too_long(option.get("value"), 150, f"{place}/options/{number}/value")
    if element.get("placeholder"):
        yield from _text(element["placeholder"], 150, f"{place}/placeholder", plain=True)


def _button(button: Json, place: str, *, needs_value: bool = False) -> Iterator[str]:
    yield from _text(button.get("text"), 75, f"{place}/text", plain=True)
    yield from _too_long(button.get("value"), 2000, f"{place}/value")
    yield from _too_long(button.get("url"), 3000, f"{place}/url")
    yield from _too_long(button.get("accessibility_label"), 75, f"{place}/accessibility_label")
    if needs_value and not button.get("value"):
        yield f"missing required field: value [json-pointer:{place}]"
    if button.get("style", "primary") not in {"primary", "danger"}:
        yield f"must be one of: primary, danger [json-pointer:{place}/style]"


def _image(block: Json, place: str) -> Iterator[str]:
    if not block.get("alt_text"):
        yield f"missing required field: alt_text [json-pointer:{place}]"
    yield from _too_long(block.get("image_url"), 3000, f"{place}/image_url")


def _anything(_block: Json, _place: str) -> Iterator[str]:
    yield from ()


def _elements(block: Json, most: int, place: str) -> Iterator[str]:
    elements = block.get("elements")
    if not elements:
        yield f"no fewer than 1 items allowed [json-pointer:{place}/elements]"
    yield from _too_many(elements or [], most, f"{place}/elements")


def _text(text: Any, most: int, place: str, *, plain: bool = False) -> Iterator[str]:
    if not isinstance(text, dict):
        yield f"missing required field: text [json-pointer:{place}]"
        return
    if text.get("type") not in ({"plain_text"} if plain else {"plain_text", "mrkdwn"}):
        yield f"unsupported type: {text.get('type')} [json-pointer:{place}/type]"
    if not text.get("text"):
        yield f"must be more than 0 characters [json-pointer:{place}/text]"
    yield from _too_long(text.get("text"), most, f"{place}/text")


def _too_long(text: Any, most: int, place: str) -> Iterator[str]:
    if isinstance(text, str) and len(text) > most:
        yield f"must be less than {most + 1} characters [json-pointer:{place}]"


def _too_many(items: list[Any], most: int, place: str) -> Iterator[str]:
    if len(items) > most:
        yield f"no more than {most} items allowed [json-pointer:{place}]"


def _repeated(ids: list[Any], name: str, place: str) -> list[str]:
    given = [each for each in ids if each]
    if len(set(given)) == len(given):
        return []
    return [f"`{name}` must be unique [json-pointer:{place}]"]


def _length(node: Any) -> int:
    if isinstance(node, dict):
        own = len(node["text"]) if isinstance(node.get("text"), str) else 0
        return own + sum(_length(value) for value in node.values())
    return sum(_length(each) for each in node) if isinstance(node, list) else 0


KINDS: dict[str, Callable[[Json, str], Iterator[str]]] = {
    "section": _section,
    "header": _header,
    "markdown": _markdown,
    "context": _context,
    "actions": _actions,
    "context_actions": _context_actions,
    "input": _input,
    "image": _image,
    "divider": _anything,
    "rich_text": _anything,
    "file": _anything,
    "video": _anything,
    "table": _anything,
    "plan": _anything,
    "task_card": _anything,
}
