"""Lists what messages of Slack's exports may hold, and what becomes of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from adapters.markup.slack_message import FIELDS
from adapters.sources.archive_reading.json_records import object_of, objects_of
from adapters.sources.exports.slack_block_fields import newer_in
from adapters.sources.left_out_fields import Known

if TYPE_CHECKING:
    from adapters.sources.archive_reading.json_records import Record
    from adapters.sources.file_defaults import Labels

VERSIONS: Final = "Slack's exports of 2016 to 2026"
"""What this was written for."""

_OF_ATTACHMENTS: Final = frozenset(
    "id fallback color author_link author_icon author_subname author_id author_team title_link"
    " image_url image_width image_height image_bytes thumb_url thumb_width thumb_height thumb_size"
    " footer_icon ts mrkdwn_in callback_id actions attachment_type from_url original_url"
    " service_name service_url service_icon is_msg_unfurl is_share is_reply_unfurl"
    " is_thread_root_unfurl is_app_unfurl app_unfurl_url app_id bot_id bot_team_id bot_user_id"
    " channel_id channel_name channel_team msg_subtype preview"
    " private_channel_prompt video_html video_html_width video_html_height video_url audio_html"
    " audio_html_width audio_html_height audio_url indent hide_title hide_border is_animated size"
    " mimetype url metadata external_id list list_record list_record_id list_view list_id"
    " list_view_id parent_message_ts thread_ts user".split()
)

_THUMBS: Final = frozenset(
    f"thumb_{size}{end}"
    for size in "64 80 160 360 480 720 800 960 1024 tiny pdf video".split()
    for end in ("", "_gif", "_w", "_h")
)
_OF_FILES: Final = _THUMBS | frozenset(
    "id created timestamp name mimetype filetype pretty_type user user_team editable size mode"
    " is_external external_type is_public public_url_shared display_as_bot username url_private"
    " url_private_download media_display_type permalink permalink_public is_starred"
    " has_rich_preview file_access original_w original_h image_exif_rotation edit_link"
    " preview_highlight preview_is_truncated lines lines_more channels groups ims comments_count"
    " shares num_stars subtype mp4 mp4_low vtt hls hls_embed duration_ms converted_pdf pjpeg"
    " deanimate deanimate_gif updated editor last_editor editors editors_count"
    " dm_mpdm_users_with_file_access non_owner_editable quip_thread_id is_channel_space"
    " linked_channel_id access teams_shared_with private_channels_with_file_access_count"
    " private_file_with_access_count title_blocks canvas_creator_id canvas_template_mode"
    " canvas_readtime is_ai_suggested list_metadata list_limits list_csv_download_url"
    " org_or_workspace_access show_badge external_id external_url app_id app_name bot_id"
    " template_conversion_ts template_description template_icon template_name template_title"
    " simplified_html preview_plain_text original_attachment_count attachments headers has_more"
    " has_more_shares to cc bcc sent_to_self source_team saved skipped_shares is_restricted_sharing"
    " pinned_to pinned_info reactions thread_ts url_static_preview tombstone date_deleted"
    " blocks update_notification".split()
)
_OF_COMMENTS: Final = frozenset(
    "id created timestamp user is_intro channel num_stars reactions".split()
)

KNOWN: Final = Known(
    "Slack export",
    VERSIONS,
    FIELDS,
    frozenset(
        "type subtype ts user team user_team source_team user_profile thread_ts parent_user_id root"
        " reply_count reply_users reply_users_count latest_reply replies subscribed last_read"
        " unread_count is_locked client_msg_id bot_id bot_profile bot_link app_id icons edited"
        " reactions upload upload_reply_to display_as_bot x_files hidden is_intro inviter purpose"
        " topic old_name name members num_members channel channel_type event_ts permalink metadata"
        " pinned_to pinned_info is_starred no_notifications room call trigger_id mrkdwn parse"
        " link_names assistant_app_thread language item item_type new_broadcast slog_is_shared"
        " is_ephemeral saved user_id team_id draft_id files_info is_multiteam streaming_state"
        " slackdump_thread_replies username".split()
    ),
    {
        "attachments": _OF_ATTACHMENTS,
        "attachments.fields": frozenset({"title", "value", "short"}),
        "attachments.message_blocks": frozenset({"team", "channel", "ts"}),
        "attachments.message_blocks.message": frozenset(),
        **dict.fromkeys(("files", "file", "attachments.files"), _OF_FILES),
        **dict.fromkeys(("comment", "files.initial_comment", "file.initial_comment"), _OF_COMMENTS),
        "files.transcription": frozenset({"status", "locale"}),
        "files.transcription.preview": frozenset({"has_more"}),
        "files.from": frozenset({"address", "name", "original"}),
    },
)
"""What a message may hold; `files.preview` is the text of a snippet or of a file called like text,
if Slack's message has all of it."""


def note_newer(message: Record, labels: Labels) -> None:
    """Count what a message holds and this was not written for, also within its blocks.

    Args:
        message: As Slack has it.
        labels: Takes the counts.
    """
    labels.note_unknown(message, KNOWN)
    attached = [*objects_of(message.get("attachments"))]
    listed = [("blocks", message.get("blocks"))]
    listed += [("attachments.blocks", each.get("blocks")) for each in attached]
    listed += [
        ("attachments.message_blocks", object_of(each.get("message")).get("blocks"))
        for around in attached
        for each in objects_of(around.get("message_blocks"))
    ]
    for place, blocks in listed:
        for name in newer_in(blocks):
            labels.leave_out_unknown(VERSIONS, f"{place}.{name}")
