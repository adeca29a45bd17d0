"""Why an archive, or a part of one, is refused, in English."""

from __future__ import annotations

from typing import Final

ARCHIVES: Final = {
    # Archives.
    "unknown_archive": (
        "it is packed, but no archive that we know (of Slack, Discord, LinkedIn, Mastodon, X,"
        " WhatsApp, Zulip or Mattermost): unpack it, or leave it out"
    ),
    "unknown_member": "it is no part of an archive that we know: get it again, or leave it out",
    "broken": "it is broken ({reason}): get it again, or leave it out",
    "ends_early": "it is broken (it ends too early): get it again, or leave it out",
    "endless_header": "it is broken (a header without end): get it again",
    "encrypted": "it is encrypted: unpack the archive with its password and name the folder",
    "packed_twice": "it is compressed twice: unpack it once, and import what comes out",
    "bomb": "it unpacks to more than {most} times its size, as bombs do: leave it out",
    "bomb_within": "it unpacks to more than {most} times its size, as bombs do: it is left out",
    "leads_out": "its name leads out of the archive: it is left out",
    "more_lead_out": "{more:,} more of its names lead out of it: they are left out",
    "not_regular_member": "it is no regular file: it is left out",
    "too_large_piece": (
        "it, or one record in it, is larger than {most:,} MB: split it, or leave it out"
    ),
    "too_large_member": "it is larger than {most:,} MB: split it",
    "too_large_archive": "with it the archive is larger than {most:,} MB: split it",
    "too_many_members": "it holds more than {most:,} files: unpack it and name its folders",
    "too_many_headers": "it has more than {most:,} headers: unpack it and name its folders",
    # The JSON in archives.
    "member_not_utf8": "byte {byte} of it is not UTF-8: get it again, or leave it out",
    "member_not_json": (
        "it is not valid JSON ({reason}, in line {at}): get it again, or leave it out"
    ),
    "member_too_deep": "it is nested too deeply: get it again, or leave it out",
    "json_breaks": ("it is not valid JSON from some place on ({reason}): what came before is kept"),
    "json_ends_early": (
        "it is not valid JSON from some place on (it ends too early): what came before is kept"
    ),
    "json_too_deep": (
        "it is not valid JSON from some place on (it is nested too deeply): what came before is"
        " kept"
    ),
    "json_no_list": (
        "it is not valid JSON from some place on (it holds no list): what came before is kept"
    ),
    "json_no_list_named": (
        "it is not valid JSON from some place on (it holds no list {key}): what came before is kept"
    ),
    # What platforms export.
    "direct_messages": "it holds direct messages, which are never read: leave it out",
    "unlisted_folder": "no list of channels says who may read this folder: it is left out",
    "no_messages": "it is no list of messages: get it again, or leave it out",
    "not_a_moment": "its ts {ts!r} is no moment: get the export again",
    "unknown_table": (
        "it is no table of posts or comments that we know: get it again, or leave it out"
    ),
    "broken_table": "it is no table that can be read ({reason}): get it again, or leave it out",
    "unread_dates": "{count:,} of its dates cannot be read ({date!r}): these posts have none",
    "open_quote_in_row": (
        "row {row} has {cells} cells, but the header has {width}: a quote in its text is not closed"
    ),
}
