"""What an import leaves out of a file on purpose, in English, with how much of it there is."""

from __future__ import annotations

from typing import Final

LEFT_OUT: Final = {
    "bot_messages": "messages of apps ({count:,})",
    "notices": "notices of the chat's own ({count:,})",
    "forgotten": "messages that were forgotten, or whose authors were ({count:,})",
    "kept_out": "messages that their authors keep out ({count:,})",
    "message_links": "messages that others link to ({count:,})",
    "file_contents": "files whose words are not here ({count:,})",
    "channel_bots": "messages of apps ({count:,}; watching the channel with bots:yes keeps them)",
    "channels_of_apps": (
        "all of {name}, which apps wrote ({count:,}; `pullquote import --apps` keeps it)"
    ),
    "other_channels_of_apps": (
        "all of other channels, which apps wrote ({count:,}; `pullquote import --apps` keeps it)"
    ),
    "reposts": "reposts ({count:,})",
    "wordless": "posts without a word ({count:,})",
    "drafts": "drafts ({count:,})",
    "private_posts": "private posts, and posts behind a password ({count:,})",
    "old_versions": "earlier versions ({count:,})",
    "direct_messages": "direct messages ({count:,})",
    "attachments": "files and pictures ({count:,})",
    "polls": "polls ({count:,})",
    "forwards": "forwarded messages, which others wrote ({count:,})",
    "deleted_messages": "deleted messages ({count:,})",
    "unreadable_messages": "messages that are encrypted or cannot be read ({count:,})",
    "unclear_dates": "dates whose day and month cannot be told apart ({count:,})",
    "slackdump_names": (
        "the names of authors ({count:,}), for a dump of slackdump lacks them (put the list that"
        " `slackdump list users` writes beside it)"
    ),
    "others_messages": (
        "what others wrote in {count:channel|channels}, for a Discord data package holds only"
        " your own messages (invite the bot, and enter `/posts watch` there)"
    ),
    "unknown_fields": "fields that are newer than the reader for {name} ({count:,})",
    "deleted": "deleted posts ({count:,})",
    "articles": "articles ({count:,})",
    "alt_texts": "descriptions of pictures ({count:,})",
    "lone_notes": "long texts whose post is unknown ({count:,})",
    "nameless": "records without an id ({count:,})",
    "no_records": "entries that are no records ({count:,})",
    "list_records": "people and channels in lists without an id or a name ({count:,})",
    "unlisted_channels": "messages of channels that are in no list ({count:,})",
    "other_records": "other records with words ({count:,})",
    "members": "the file {name} of the archive ({count:,})",
    "other_members": "other files of the archive ({count:,})",
    "wordless_pages": "pages without words that can be read ({count:,})",
    "margin_comments": "comments in the margin of documents ({count:,})",
    "tracked_deletions": "words deleted in tracked changes ({count:,})",
    "headers_and_footers": "headers and footers of documents ({count:,})",
    "hidden_text": "hidden text and slides ({count:,})",
    "inserted_files": "files inserted whole ({count:,})",
    "symbols": "unknown signs of symbol fonts ({count:,})",
    "charts": "charts in documents ({count:,})",
    "form_fields": "filled fields of PDF forms ({count:,})",
    "links": "links that are no addresses of the web ({count:,})",
    "link_previews": "previews of links ({count:,})",
    "invitations": "messages with invitations ({count:,})",
    "recommendations": "recommendations ({count:,})",
    "profile_texts": "texts of the profile ({count:,})",
    "adverts": "adverts, with the comments below them ({count:,})",
    "summaries": "summaries beside the whole text ({count:,})",
    "columns": "the column {name} ({count:,})",
    "other_columns": "other columns ({count:,})",
    "fields": "the field {name} above the text ({count:,})",
    "other_fields": "other fields above the text ({count:,})",
    "rows_without_text": "rows without a text ({count:,})",
    "lines_above_heads": "lines above the heads of a table ({count:,})",
    "repeated_rows": "rows and e-mails that come again ({count:,})",
    "sheets": "the hidden sheet {name} ({count:,})",
    "wordless_sheets": "the sheet {name} without words ({count:,})",
    "other_wordless_sheets": "other sheets without words ({count:,})",
    "other_sheets": "other hidden sheets ({count:,})",
    "page_furniture": "lines of the page around what people wrote ({count:,})",
    "dates": "dates that cannot be told ({count:,})",
    "quotes": "quoted words of others ({count:,})",
    "comments": "comments of others that are not read here ({count:,})",
    "passages": "passages of the page beside those that are posts ({count:,})",
    "signatures": "signatures below posts ({count:,})",
    "list_notices": "what mailing lists add to e-mails ({count:,})",
    "beside_the_list": "{name} beside the list ({count:,})",
    "more_beside_the_list": "more beside the list ({count:,})",
    "tables_beside": (
        "the table {name}, which may be LinkedIn's own ({count:,}; "
        "`pullquote import` with its path reads it)"
    ),
    "other_tables_beside": "other tables that may be LinkedIn's own ({count:,})",
}

IN_CHATS: Final = {
    "channels_of_apps": (
        "all of {name}, which apps wrote ({count:,}; only who runs this bot can bring that in, with"
        " `pullquote import --apps`)"
    ),
    "other_channels_of_apps": (
        "all of other channels, which apps wrote ({count:,}; only who runs this bot can bring that"
        " in, with `pullquote import --apps`)"
    ),
    "tables_beside": (
        "the table {name}, which may be LinkedIn's own ({count:,}; sent alone, it is read)"
    ),
}
"""What stands there in a chat, where nobody enters a command of the command line."""
