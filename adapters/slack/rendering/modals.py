"""The forms that we open, as Slack takes them; pure."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from adapters.slack.rendering.blocks import plain_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from adapters.chat.wording import Wording


Block = dict[str, Any]

LONGEST_TITLE: Final = 24
LONGEST_TEXT: Final = 2_000


def form(name: str, about: str, title: str, wording: Wording, fields: Sequence[Block]) -> Block:
    """Return a form.

    Args:
        name: What it is, for whoever takes it when it is sent.
        about: What it is about, which comes back with it.
        title: Its heading.
        wording: The language of its buttons.
        fields: What is to be filled in.
    """
    return {
        "type": "modal",
        "callback_id": name,
        "private_metadata": about,
        "title": plain_text(title, LONGEST_TITLE),
        "submit": plain_text(wording.send, LONGEST_TITLE),
        "close": plain_text(wording.close, LONGEST_TITLE),
        "blocks": list(fields),
    }


def text_field(name: str, label: str, *, is_long: bool = False, is_needed: bool = False) -> Block:
    """Return a field for a text."""
    element = {
        "type": "plain_text_input",
        "action_id": name,
        "multiline": is_long,
        "max_length": LONGEST_TEXT,
    }
    return field(name, label, element, is_needed=is_needed)


def field(name: str, label: str, element: Block, *, is_needed: bool = False) -> Block:
    """Return a field of any kind."""
    return {
        "type": "input",
        "block_id": name,
        "label": plain_text(label, 200),
        "element": element,
        "optional": not is_needed,
    }


def choice(name: str, options: Sequence[tuple[str, str]], *, first: bool = False) -> Block:
    """Return a menu of values with their labels; its first one is chosen if so wished."""
    entries = [{"text": plain_text(label, 75), "value": value} for value, label in options]
    element = {"type": "static_select", "action_id": name, "options": entries}
    return {**element, "initial_option": entries[0]} if first else element


def watch_form(wording: Wording) -> Block:
    """Return the form that asks which channels are to be watched."""
    said = wording.watching
    picker = {
        "type": "multi_conversations_select",
        "action_id": "channels",
        "filter": {"include": ["public", "private"], "exclude_bot_users": True},
    }
    more = [("all", said["public"]), ("new:yes", said["later"])]
    options = [{"text": plain_text(label, 75), "value": value} for value, label in more]
    boxes = {"type": "checkboxes", "action_id": "more", "options": options}
    return form(
        "watch",
        "",
        said["title"],
        wording,
        [field("channels", said["which"], picker), field("more", said["more"], boxes)],
    )


def ask_form(about: str, wording: Wording) -> Block:
    """Return the form of a question, with the filters as fields.

    Who and what is in Slack is picked; imported posts are of others, too, who can only be named.
    """
    said = wording.commands
    rooms = {
        "type": "conversations_select",
        "action_id": "channel",
        "filter": {"include": ["public", "private"], "exclude_bot_users": True},
    }
    return form(
        "ask",
        about,
        wording.ask_title,
        wording,
        [
            text_field("question", said["ask.question"], is_long=True, is_needed=True),
            field("person", said["ask.person"], {"type": "users_select", "action_id": "person"}),
            text_field("from", said["ask.from"]),
            field("channel", said["ask.channel"], rooms),
            text_field("in", said["ask.in"]),
            field("since", said["ask.since"], {"type": "datepicker", "action_id": "since"}),
            field("until", said["ask.until"], {"type": "datepicker", "action_id": "until"}),
            field(
                "kind",
                said["ask.kind"],
                choice("kind", [("post", wording.post), ("comment", wording.comment)]),
            ),
        ],
    )
