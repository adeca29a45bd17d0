"""What the commands say that bring posts in, count them and remove them, in English."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

COMMANDS: Final[Mapping[str, str]] = {
    "counts": "{new} new, {changed} changed, {unchanged} unchanged, {removed} removed, {refused}"
    " refused",
    "would_be": "Would be: {counts}",
    "left_out": "{count} left out: forgotten or deleted earlier",
    "refused": "refused: {problem}",
    "stored_in": "Stored in {folder}.",
    "renamed": "This is what {place} was: its posts stay in the source {source}, and are not stored"
    " twice. --source gives another.",
    "stopped": "Stopped. Stored so far: {new} new, {changed} changed, and nothing removed. Give the"
    " same command again to go on: what is stored is not read in twice.",
    "column_is": "{name}: {heads}",
    "column_text": "text",
    "column_title": "title",
    "column_author": "author",
    "column_posted_at": "date",
    "column_url": "link",
    "column_id": "id",
    "column_parent_id": "answers",
    "column_left_out": "left out",
    "first_rows": "The first rows would be:",
    "columns_right": "Are these columns right?",
    "columns_wrong": "Nothing was imported. Say what the columns are, as in"
    ' --column text="What did you like?" --column date=Day',
    "which_order": "Is {date} (1) {day} or (2) {month}?",
    "one_or_two": "Type 1 or 2; Ctrl-C stops before anything is stored.",
    "comparing": "Comparing…",
    "searching": "Searching…",
    "needs_yes_to_remove": ("Nobody can be asked here: give --yes to remove without asking."),
    "removing": "Removing…",
    "gone_one": "{count} post is no longer in {where} and will be removed. Go on?",
    "gone_many": "{count} posts are no longer in {where} and will be removed. Go on?",
    "fetch": "Fetch {where} from the web?",
    "needs_yes": "{where} is on the web: give --yes to have it fetched",
    "fetching": "Fetching…",
    "addresses": "{asked:address|addresses} asked, {unchanged} of them unchanged.",
    "no_addresses": "No address is known here: bring one in with `pullquote import https://…`.",
    "not_known": "refresh does not ask {url}; what it asks: {known}",
    "stopped_asking": "refresh asks {url} no more; its posts stay.",
    "one": "{count} post",
    "many": "{count} posts",
    "embedded": "Embedded again: {count}.",
    "stopped_embedding": "Stopped. Questions are answered as before."
    " Give the same command again to finish.",
    "up_to_date": "Everything is up to date.",
    "remove": "Remove {posts} of {what} from the database and all its files?",
    "remove_post": "Remove {what} ({posts}) from the database and all its files?",
    "no_post": "{what}: this post is not stored here.",
    "removed": "Removed: {count}.",
    "nothing_of": "There is nothing of {what} here.",
    "nothing_near": "There is nothing of {what} here: did you mean {near}?",
    "out_of_files": "What was removed before is now gone from the files too.",
    "would_remove": "Would remove {posts}.",
    "and_more": "… and {count} more",
    "together": "There is more that {what} wrote with others, and it stays: {authors}. To remove"
    " that, too, give --author all of its names:",
    "which": "Several people are called {what}: give --author one of their accounts: {accounts}",
    "drafted": "{found:question|questions} drafted. Correct each, put it in words of your own, and"
    " add some that no post answers.",
    "draft_short": "Of {wanted:question|questions}, the posts gave {found}: titles and questions"
    " with replies make more.",
    "total": "{posts:post or comment|posts and comments} in {passages:passage|passages}",
    "in": "in {folder}",
    "model": "model {name}",
    "no_model": "none yet",
    "changed": "last changed {when}, {size} MB",
    "day_one": "{count} day ago",
    "day_many": "{count} days ago",
    "hour_one": "{count} hour ago",
    "hour_many": "{count} hours ago",
    "minute_one": "{count} minute ago",
    "minute_many": "{count} minutes ago",
    "now": "just now",
    "old_place": (
        "The data is in {folder}, where an older version put it: move it to {better}, or set"
        " PULLQUOTE_DATA to it."
    ),
    "columns_left": (
        "`--column author=COLUMN` (or title, date, text …) takes a column that was left out;"
        " `--column author=` takes none."
    ),
}
