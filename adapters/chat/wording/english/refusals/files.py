"""Why a file or folder as a whole is refused, in English."""

from __future__ import annotations

from typing import Final

FILES: Final = {
    # Files and folders.
    "no_such_file": "no such file or folder: check how it is spelled",
    "no_files": "holds no files: nothing is dropped; `pullquote forget --source` removes posts",
    "path_not_readable": "it cannot be read ({reason}): check the path and its permissions",
    "path_not_utf8": "its path is not UTF-8: rename it",
    "folder_not_readable": "this folder cannot be read ({reason}): allow it, or leave it out",
    "not_regular_file": "it is no regular file: leave it out of the folder",
    "not_readable": "it cannot be read ({reason}): try again, or leave it out",
    "not_allowed": "reading it is not allowed: change its permissions, or leave it out",
    "gone": "it is no longer there: import again without it",
    "too_slow": "it could not be read within {seconds:g} seconds: split it, or leave it out",
    "too_much_memory": (
        "reading it takes more than {most:,} MB of memory: split it, or leave it out"
    ),
    "reader_failed": "reading it failed (with status {status}): get it again, or leave it out",
    "reader_fault": (
        "reading it failed by a fault of ours, error {error_id}: please report it, and leave"
        " the file out"
    ),
    # What a file holds.
    "empty_file": "the file is empty: write a post in it, or leave it out",
    "binary": "it is binary, not text: save its text as UTF-8, or leave it out",
    "not_text": "it is {content}, not text: save its text as UTF-8, or leave it out",
    "safari_archive": "it is a web archive of Safari: save the page there as page source instead",
    "slackdump_list": (
        "it is a list of accounts or channels that slackdump wrote, no posts: put it beside the"
        " dumps, and import their folder"
    ),
    "slackdump_transcript": (
        "it is the text of a slackdump dump, which does not say who may read it: import the .json"
        " file of the same channel that lies beside it (`slackdump dump` writes it)"
    ),
    "slackdump_database": (
        "it is a database of slackdump: make an export of it (`slackdump convert -f export`)"
    ),
    "too_large_post": "it is larger than {most} MB, too large for one post: split it",
    "too_large_page": "it is larger than {most} MB, too large for one page: split it",
    "too_large_transcript": (
        "it is larger than {most} MB, too large for one conversation: export fewer days at once"
    ),
    # Encodings.
    "utf16": "it looks like UTF-16 and is not UTF-8: save it as UTF-8",
    "not_utf8": (
        "byte {byte} of {part} is not UTF-8 (it looks like {encoding} encoding): save the file"
        " as UTF-8"
    ),
    "cut_off": (
        "byte {byte} of {part} begins a character that is cut off: restore the file's end, or"
        " save it as UTF-8"
    ),
    "western_lines": (
        "it is not UTF-8 from here on, but looks like Windows-1252: save it as UTF-8"
    ),
    "foreign_lines": (
        "it is not UTF-8 from here on, but looks like another encoding: save it as UTF-8"
    ),
    "unknown_encoding": "its encoding {name!r} is not known: save it as UTF-8",
    # Feeds and pages.
    "declares_entities": "it declares entities of its own: save it again",
    "broken_feed": "the feed cannot be read ({reason}): save it again, or leave it out",
    "malformed_feed": ("the feed is not well formed ({reason}): what of it can be read is taken"),
    "empty_feed": "the feed has no entries: leave it out",
    "too_many_tags": (
        "it has {tags:,} tags and {lines:,} lines and signs like &amp; around little text: save it"
        " with fewer entries"
    ),
    "too_many_damaged_tags": (
        "it is not well formed, and has {tags:,} tags and {lines:,} lines and signs like &amp;"
        " around little text: save it again, or with fewer entries"
    ),
    "too_many_attributes": (
        "an element of the feed has more than {most:,} attributes: save it again without them"
    ),
    "too_many_namespaces": (
        "the feed declares more than {most:,} namespaces: save it again without those that it does"
        " not need"
    ),
    "untold_authors": (
        "it has too many elements within each other to tell whose words are whose: it is one post,"
        " without an author"
    ),
    "many_authors": (
        "it names authors more than {most:,} times, too often to tell whose words are whose: it is"
        " one post, without an author"
    ),
    "nested_page": "it is nested too deeply from some place on: what came before is taken",
    "too_many_pasted_lines": (
        "it looks copied from LinkedIn, but has {count:,} lines, more than {most:,}: split it"
    ),
    "too_many_columns": "it has more than {most:,} columns: split it",
    "too_many_rows": (
        "more than {most:,} rows hold hardly anything, so from here on the file is left out:"
        " split it"
    ),
    "too_many_refused": (
        "{most:,} in a row were refused, so from here on the file is left out: correct it"
    ),
    "too_many_parts": (
        "it holds more than {most:,} parts, as no saved page does: save the page again, as HTML"
    ),
    "no_page_within": "it holds no page that can be read: save the page again, as HTML",
    "page_checks": (
        "the site shows a check here whether a person is there, and not the page: open"
        " it in a browser, and save it from there"
    ),
    "page_signs_in": (
        "the site asks here to sign in, and does not show the page: open it in a"
        " browser, sign in, and save it from there"
    ),
    "empty_page": "the page holds nothing: save it again, or leave it out",
}

FILE_TERMS: Final = {
    "part.line": "this line",
    "part.file": "the file",
    "part.page": "the page",
    "part.feed": "the feed",
    "part.member": "it",
    "encoding.western": "Windows-1252",
    "encoding.other": "another",
    "content.archive": "an archive or an office document",
    "content.office": "an old office document, or one with a password",
    "content.image": "an image",
    "content.compressed": "a compressed file",
    "content.database": "a database",
}
