"""What the commands say that look after the posts and at them, in English."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

UPKEEP: Final[Mapping[str, str]] = {
    "source": "source",
    "posts": "posts",
    "comments": "comments",
    "newest": "newest",
    "oldest": "oldest",
    "read_by": "second model {name}, has read {done} of {total} passages",
    "refined": "Read by {name}: {done} of {total} passages.",
    "refine_more": (
        "Better answers need {count} passages more to be read: `pullquote refine` goes on."
    ),
    "refine_failed": "The second model read nothing more ({reason}): run `pullquote refine`.",
    "no_post": "There is no post {id} here: `pullquote search` shows the ids.",
    "no_link": "The post {id} has no link that a browser opens.",
    "no_browser": "No browser could be started: open {url} yourself.",
    "may_see": "{name} may see:",
    "nobody": (
        "Nobody is known as {id}: set the token of its platform, and see whether the bot can "
        "see it."
    ),
    "total": "{posts:post or comment|posts and comments}",
    "loading": "Loading the model…",
    "looking": "Looking through the posts…",
    "ok": "ok",
    "fail": "FAIL",
    "settings": "settings",
    "model": "model",
    "refining": "refining",
    "database": "database",
    "disk": "disk",
    "ledger": "ledger",
    "rights": "rights",
    "chats": "chats",
    "settings_fine": "data in {folder}, model {model}",
    "model_fine": "{name}, {dimension} dimensions",
    "model_wrong": "{problem}: correct {variable}",
    "refining_none": "none: {reason}",
    "database_none": "no posts yet: bring some in with `pullquote import PATH`",
    "database_older": (
        "whole, of an older version: the next command that opens it brings it up to date; an "
        "older Pullquote cannot read it then, so back it up before"
    ),
    "database_other": "made with {model}, not with EMBEDDING_MODEL: run `pullquote reindex`",
    "ledger_fine": "whole",
    "ledger_none": "nothing asked in a chat yet",
    "chats_not_yet": "not looked at before the ledger is whole again",
    "chats_not": "not looked at: {problem}",
    "disk_free": "{free} MB free",
    "disk_full": "{free} MB free: make room, {least} MB are the least",
    "backing_up": "Copying and checking…",
    "backed_up": (
        "{files}: copied to {folder} and checked. What is forgotten from now on stays in this copy."
    ),
    "restoring": "Checking and restoring…",
    "restored": (
        "{files}: restored from {folder}. What was forgotten since is back: forget it again."
    ),
    "bundle_written": "{path}: versions, settings, sizes, counts; no post, name or token. Read it.",
    "not_in_backup": "{files}: not in the backup, left as it was.",
    "rights_fine": "{folder} and what is in it are for its owner alone",
    "rights_open": "others have rights to {path} (mode {mode}): {command}",
    "rights_shared": (
        "give PULLQUOTE_DATA a folder of its own, or, if others need it not, {command}"
    ),
}
