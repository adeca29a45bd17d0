"""The sizes that Discord accepts."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from tests.fakes.discord.api.calls import Refusal, invalid, wrong
from tests.fakes.discord.world.messages import COMPONENTS_V2, walk

if TYPE_CHECKING:
    from tests.fakes.discord.world.snowflakes import Json


_ROW, _BUTTON, _MENU, _SECTION, _TEXT = 1, 2, 3, 9, 10
_TOP_LEVEL = {True: (1, 9, 10, 12, 13, 14, 17), False: (1,)}
_MENUS = (3, 5, 6, 7, 8)
_LINK = 5

_EMBED = {"title": 256, "description": 4096}
_FIELD = {"name": 256, "value": 1024}
_COMPONENT = {"custom_id": 100, "label": 80, "url": 512, "placeholder": 150}
_OPTION = {"label": 100, "value": 100, "description": 100}


def check_message(message: Json, *, files: int = 0, inside: str = "") -> None:
    """Refuse a message that Discord would refuse.

    Args:
        message: All fields of the message as it would be afterwards.
        files: How many files it carries.
        inside: Under which field an interaction's answer has it.
    """
    parts = {each: message.get(each) or [] for each in ("content", "embeds", "components")}
    if not any(parts.values()) and not files and not message.get("sticker_ids"):
        raise Refusal(400, 50006, "Cannot send an empty message")
    v2 = bool((message.get("flags") or 0) & COMPONENTS_V2)
    errors: Json = {}
    _add(errors, "content", _length(message.get("content"), 2000))
    _add(errors, "nonce", _length(str(message.get("nonce") or ""), 25))
    _add(errors, "embeds", _embeds(message.get("embeds") or []))
    _add(errors, "components", _components(message.get("components") or [], v2=v2))
    for name in ("content", "embeds", "poll", "sticker_ids"):
        if v2 and message.get(name):
            said = f"The '{name}' field cannot be used when using MessageFlags.IS_COMPONENTS_V2"
            errors[name] = wrong("MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2", said)
    if errors:
        raise invalid({inside: errors} if inside else errors)
    _check_bytes(message.get("components") or [])


def _check_bytes(components: list[Json]) -> None:
    # Seen and reported by others, but undocumented: 4,000 characters of Chinese are too much.
    texts = [each["content"] for each in walk(components) if each["type"] == _TEXT]
    if sum(len(text.encode()) + 12 for text in texts) > 10_170:
        raise Refusal(500, 0, "500: Internal Server Error")


def check_modal(modal: Json) -> None:
    """Refuse a modal that Discord would refuse."""
    errors: Json = {}
    components = modal.get("components") or []
    _add(errors, "title", _length(modal.get("title"), 45, least=1))
    _add(errors, "custom_id", _length(modal.get("custom_id"), 100, least=1))
    if not 1 <= len(components) <= 5:
        errors["components"] = wrong("BASE_TYPE_BAD_LENGTH", "Must be between 1 and 5 in length.")
    else:
        _add(errors, "components", _each(components))
    if errors:
        raise invalid({"data": errors})


def check_choices(choices: list[Json]) -> None:
    """Refuse choices of an autocompletion that Discord would refuse."""
    errors: Json = {}
    if len(choices) > 25:
        errors = wrong("BASE_TYPE_MAX_LENGTH", "Must be 25 or fewer in length.")
    for index, choice in enumerate(choices):
        broken: Json = {}
        _add(broken, "name", _length(choice["name"], 100, least=1))
        if isinstance(choice["value"], str):
            _add(broken, "value", _length(choice["value"], 100, least=1))
        _add(errors, str(index), broken)
    if errors:
        raise invalid({"data": {"choices": errors}})


def check_commands(commands: list[Json]) -> None:
    """Refuse application commands that Discord would refuse."""
    for kind, most in ((1, 100), (2, 15), (3, 15)):
        if sum(each.get("type", 1) == kind for each in commands) > most:
            raise Refusal(400, 30032, f"Maximum number of application commands reached ({most}).")
    errors: Json = {}
    for index, command in enumerate(commands):
        broken: Json = {}
        _add(broken, "name", _length(command.get("name"), 32, least=1))
        if command.get("type", 1) == 1:
            _add(broken, "description", _length(command.get("description"), 100, least=1))
        if len(command.get("options") or []) > 25:
            broken["options"] = wrong("BASE_TYPE_MAX_LENGTH", "Must be 25 or fewer in length.")
        for at, option in enumerate(command.get("options") or []):
            wording = _length(option.get("description"), 100, least=1)
            _add(broken, f"options.{at}", wording)
        _add(errors, str(index), broken)
    if errors:
        raise invalid(errors)


def _add(errors: Json, name: str, broken: Json) -> None:
    if broken:
        errors[name] = broken


def _length(text: str | None, most: int, least: int = 0) -> Json:
    length = len(text or "")
    if least and not least <= length <= most:
        said = f"Must be between {least} and {most} in length."
        return wrong("BASE_TYPE_BAD_LENGTH", said)
    if length > most:
        return wrong("BASE_TYPE_MAX_LENGTH", f"Must be {most} or fewer in length.")
    return {}


def _lengths(thing: Json, limits: dict[str, int]) -> Json:
    errors: Json = {}
    for name, most in limits.items():
        _add(errors, name, _length(thing.get(name), most))
    return errors


def _embeds(embeds: list[Json]) -> Json:
    if len(embeds) > 10:
        return wrong("BASE_TYPE_MAX_LENGTH", "Must be 10 or fewer in length.")
    errors: Json = {}
    total = 0
    for index, embed in enumerate(embeds):
        fields = embed.get("fields", [])
        footer = embed.get("footer", {}).get("text") or ""
        author = embed.get("author", {}).get("name") or ""
        broken = _lengths(embed, _EMBED)
        _add(broken, "footer", {"text": wide} if (wide := _length(footer, 2048)) else {})
        _add(broken, "author", {"name": wide} if (wide := _length(author, 256)) else {})
        if len(fields) > 25:
            broken["fields"] = wrong("BASE_TYPE_MAX_LENGTH", "Must be 25 or fewer in length.")
        else:
            numbered = {str(at): _lengths(each, _FIELD) for at, each in enumerate(fields)}
            _add(broken, "fields", {at: each for at, each in numbered.items() if each})
        _add(errors, str(index), broken)
        words = [embed.get("title"), embed.get("description"), footer, author]
        words += [each[name] for each in fields for name in _FIELD]
        total += sum(len(word or "") for word in words)
    if total > 6000:
        return wrong("MAX_EMBED_SIZE_EXCEEDED", "Embed size exceeds maximum size of 6000")
    return errors


def _components(components: list[Json], *, v2: bool) -> Json:
    errors: Json = {}
    kinds = _TOP_LEVEL[v2]
    for index, each in enumerate(components):
        if each["type"] not in kinds:
            said = f'Value of field "type" must be one of {kinds}.'
            errors[str(index)] = {"type": wrong("UNION_TYPE_CHOICES", said)}
    if errors:
        return errors
    if not v2 and len(components) > 5:
        return wrong("BASE_TYPE_BAD_LENGTH", "Must be between 1 and 5 in length.")
    inside = list(walk(components))
    if len(inside) > 40:
        said = "The total number of components exceeds the maximum of 40"
        return wrong("COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED", said)
    if sum(len(each["content"]) for each in inside if each["type"] == _TEXT) > 4000:
        said = "The total displayable text exceeds the maximum size of 4000"
        return wrong("COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED", said)
    return _each(components)


def _each(components: list[Json]) -> Json:
    inside = list(walk(components))
    ids = Counter(each["custom_id"] for each in inside if each.get("custom_id"))
    errors: Json = {}
    for index, each in enumerate(inside):
        broken = _lengths(each, _COMPONENT)
        if ids[each.get("custom_id") or ""] > 1:
            said = "Component custom id cannot be duplicated"
            broken["custom_id"] = wrong("COMPONENT_CUSTOM_ID_DUPLICATED", said)
        _add(broken, "options", _options(each))
        _add(broken, "components", _row(each))
        if each["type"] == _TEXT and not each["content"]:
            broken["content"] = wrong("BASE_TYPE_REQUIRED", "This field is required")
        if each["type"] == _BUTTON and bool(each.get("url")) != (each["style"] == _LINK):
            broken["url"] = wrong("BASE_TYPE_REQUIRED", "A link has a url, and nothing else has")
        _add(errors, str(index), broken)
    return errors


def _options(menu: Json) -> Json:
    if menu["type"] != _MENU:
        return {}
    options = menu.get("options") or []
    if not 1 <= len(options) <= 25:
        return wrong("BASE_TYPE_BAD_LENGTH", "Must be between 1 and 25 in length.")
    numbered = {str(at): _lengths(each, _OPTION) for at, each in enumerate(options)}
    return {at: each for at, each in numbered.items() if each}


def _row(row: Json) -> Json:
    if row["type"] not in (_ROW, _SECTION):
        return {}
    inside = row.get("components", [])
    most = 1 if any(each["type"] in _MENUS for each in inside) else 5
    most = 3 if row["type"] == _SECTION else most
    if 1 <= len(inside) <= most:
        return {}
    return wrong("BASE_TYPE_BAD_LENGTH", f"Must be between 1 and {most} in length.")
