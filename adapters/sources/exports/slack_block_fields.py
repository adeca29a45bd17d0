"""Lists what the blocks of Slack's messages may hold, and finds what is newer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping


def _kinds(listed: Mapping[str, str]) -> dict[str, frozenset[str]]:
    return {
        kind: frozenset(fields.split())
        for kinds, fields in listed.items()
        for kind in kinds.split()
    }


_INTERACTIVE: Final = (
    "text url value style confirm accessibility_label action_id placeholder options option_groups"
    " initial_option initial_options initial_value initial_date initial_time initial_date_time"
    " initial_user initial_users initial_channel initial_channels initial_conversation"
    " initial_conversations default_to_current_conversation response_url_enabled filter multiline"
    " min_length max_length is_decimal_allowed min_value max_value dispatch_action_config"
    " focus_on_load max_selected_items min_query_length timezone filetypes max_files workflow"
    " positive_button negative_button icon alt_text visible_to_user_ids"
)
_FIELDS: Final = _kinds(
    {
        "section": "text fields accessory expand",
        "header": "text level",
        "divider": "",
        "file": "external_id source file_id file",
        "markdown": "text",
        "context actions context_actions": "elements",
        "image": "title alt_text image_url slack_file image_width image_height image_bytes"
        " is_animated fallback description",
        "video": "title description alt_text video_url thumbnail_url title_url author_name"
        " provider_name provider_icon_url",
        "table": "rows column_settings",
        "input": "label hint element optional dispatch_action",
        "call": "call call_id api_decoration_available",
        "share_shortcut": "function_trigger_id app_id is_workflow_app app_collaborators title"
        " description button_label bot_user_id url share_url trigger_type trigger_subtype"
        " owning_team_id",
        "plan": "title tasks",
        "task_card": "title task_id status details output sources",
        "card": "title subtitle body text icon hero_image actions",
        "carousel": "elements",
        "alert": "text level title description",
        "rich_text": "elements",
        "rich_text_section": "elements",
        "rich_text_list": "elements style indent offset border",
        "rich_text_quote": "elements border",
        "rich_text_preformatted": "elements border language",
        "text": "text style",
        "link": "url text style unsafe",
        "user": "user_id style",
        "team": "team_id style",
        "channel": "channel_id style",
        "usergroup": "usergroup_id style",
        "broadcast": "range style",
        "emoji": "name unicode skin_tone style display_name display_url display_team_id",
        "date": "timestamp format url fallback style",
        "color": "value style",
        "plain_text mrkdwn": "text emoji verbatim",
        "raw_text": "text",
        "raw_number": "value text",
        "url": "url text",
        "button workflow_button icon_button feedback_buttons overflow checkboxes radio_buttons"
        " static_select external_select users_select conversations_select channels_select"
        " multi_static_select multi_external_select multi_users_select multi_conversations_select"
        " multi_channels_select datepicker timepicker datetimepicker plain_text_input"
        " rich_text_input email_text_input url_text_input number_input file_input": _INTERACTIVE,
    }
)
_ANYWHERE: Final = frozenset({"type", "block_id"})
_TYPELESS: Final = frozenset(
    "text value description url emoji verbatim title bold italic strike code unlink underline"
    " highlight client_highlight label options confirm deny style id v1 name align is_wrapped"
    " is_expanded include exclude_external_shared_channels exclude_bot_users trigger".split()
)
"""What options, styles and settings hold, which tell no type."""

_PASSED_OVER: Final = frozenset({"call", "file", "slack_file", "app_collaborators", "workflow"})
"""Records of Slack's own, in which nobody writes."""


def newer_in(blocks: object) -> Iterator[str]:
    """Yield the names of filled fields, and of types, that are not known: `TYPE.FIELD`, `TYPE`.

    Args:
        blocks: The blocks of a message.
    """
    left: list[tuple[str, object]] = [("", blocks)]
    while left:
        around, found = left.pop()
        if isinstance(found, list):
            left += ((around, each) for each in reversed(found))
        elif isinstance(found, dict):
            type_ = found.get("type")
            kind = type_ if isinstance(type_, str) else around
            known = _FIELDS.get(kind) if isinstance(type_, str) else _TYPELESS
            if known is None:
                yield kind
                continue
            for name, value in found.items():
                if name in known | _ANYWHERE:
                    left += [] if name in _PASSED_OVER else [(kind, value)]
                elif value not in (None, "", [], {}):
                    yield f"{kind}.{name}" if kind else name
