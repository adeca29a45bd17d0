"""Our words in English."""

from __future__ import annotations

from typing import Final

from adapters.chat.wording.every_language.command_line import ENGLISH_COMMANDS
from adapters.chat.wording.every_language.evaluation import ENGLISH_EVALUATION
from adapters.chat.wording.every_language.mending import ENGLISH_MENDING
from adapters.chat.wording.every_language.posts_on_a_server import ENGLISH_SERVER
from adapters.chat.wording.every_language.prompts import ENGLISH_PROMPT as PROMPT
from adapters.chat.wording.every_language.quoting import ENGLISH_QUOTING as QUOTING
from adapters.chat.wording.every_language.ratings import ENGLISH_RATINGS
from adapters.chat.wording.every_language.report import ENGLISH_REPORT
from adapters.chat.wording.every_language.setting_up import ENGLISH_SETUP
from adapters.chat.wording.every_language.upkeep import ENGLISH_UPKEEP
from adapters.chat.wording.every_language.watching import ENGLISH_WATCHING
from adapters.chat.wording.refusals.english import REFUSAL_TERMS, REFUSALS
from adapters.chat.wording.refusals.english.left_out import LEFT_OUT
from adapters.chat.wording.wording_type import Wording

ENGLISH: Final = Wording(
    language="en",
    nothing_found="Nothing in the posts answers that.",
    nothing_in_filters="Nothing answers that within these filters: try it without them.",
    nothing_more="The posts say no more about it than what is quoted above.",
    nearest="The nearest posts:",
    unsure="I am not sure that this answers it, but it comes nearest:",
    narrowed="Narrowed to {filters}, as you asked. Add from:anyone to search everything.",
    unknown_author="unknown author",
    age="{age} when it was copied",
    post="post",
    comment="comment",
    around={
        "above": "It comments on",
        "before": "Before it",
        "after": "After it",
        "comments": "Comments",
    },
    prompt=PROMPT,
    quoting=QUOTING,
    command_line=ENGLISH_COMMANDS,
    setting_up=ENGLISH_SETUP,
    upkeep={**ENGLISH_UPKEEP, **ENGLISH_SERVER},
    evaluation=ENGLISH_EVALUATION,
    report=ENGLISH_REPORT,
    languages={"en": "in English", "fr": "in French", "es": "in Spanish", "de": "in German"},
    page="{page} of {pages}",
    welcome="Ask what the posts know. An empty line or Ctrl-D ends.",
    mend=ENGLISH_MENDING,
    ratings=ENGLISH_RATINGS,
    failed="Something went wrong on our side (error {error_id}).",
    unusable=(
        "What I keep cannot be used at the moment: whoever runs me finds the reason in the log"
        " (error {error_id})."
    ),
    not_readable="it could not be read",
    unavailable={
        "IndexMissing": "There are no posts yet: an admin can bring some in with /posts watch or"
        " /posts import.",
        "IndexLocked": "The posts are being written just now: try again later.",
        "RemovalOwed": "The posts are removed, but not yet from the files on the disk: give the"
        " same command again later.",
        "LedgerBusy": "What is remembered is being written just now: give the same command again"
        " later.",
        "NotWatched": "the channel is not watched, or I cannot see it: /posts watch takes it up.",
        "ChannelClosed": "{platform} does not let me read it ({reason}). Let me see the channel"
        " and its history, then use /posts watch again.",
        "FileElsewhere": "{name} is kept outside of {platform}: share the file itself.",
        "FileClosed": "{platform} does not let me read {name}: send it to me directly.",
        "FileNotTaken": "{platform} takes no file from me without the right “{right}”: grant it,"
        " then ask again.",
    },
    expired="That question is no longer kept: ask it again.",
    asked_in_vain="I was interrupted over that question: please ask it again.",
    corrected="Corrected: a post that was quoted here has been changed or removed.",
    withdrawn="removed by its author",
    gone="no longer here",
    how_to_ask=(
        "Ask me something: I answer from the posts kept here, in their own words, with author, date"
        " and link. Mention me, write to me directly, or use /ask."
    ),
    searching="is searching…",
    answered_in_private="I may not write there, so here is the answer to “{question}”.",
    open_post="Open post {number}",
    more="More",
    back="Back",
    share="Share with the channel",
    only_me="Only for me",
    why="Why this answer?",
    shared_by="{name} asked: “{question}”",
    withheld="Kept private, because not everybody here may read it: {count}.",
    nothing_shared="Not shared: not everybody here may read any of it.",
    beyond="{count} more that only you can see:",
    nothing_beyond="You can see nothing more about it than everybody here.",
    thanks="Thank you, noted.",
    wrong_title="What was wrong?",
    wrong_label="What did you hope to find?",
    why_searched=(
        "Searched {posts:post|posts} that you may read ({passages:passage|passages}),"
        " last changed {when}."
    ),
    why_found="{number}: found {how}.",
    why_not_found="No passage came near enough to be quoted.",
    why_context="Read after the question before: “{question}”",
    why_filters="Narrowed to {filters}.",
    found_by={
        "words": "by its words",
        "meaning": "by its meaning",
        "post": "through the post it comments on",
    },
    related="Posts like that one:",
    by_person="Posts by {name}:",
    nothing_by_person="There is nothing by {name} that you may read.",
    commands={
        "ask": "Answer a question from the stored posts, in their own words",
        "ask.question": "What would you like to know?",
        "ask.from": "Only what this person wrote",
        "ask.in": "Only from this source",
        "ask.since": "Not older than this day: 2024-09-26",
        "ask.until": "Not newer than this day: 2024-09-26",
        "ask.kind": "Only posts, or only comments",
        "ask.private": "Show the answer only to me",
        "help": "What I can do, and how",
        "menu.related": "Find related posts",
        "menu.person": "Posts by this person",
        "forget-me": "Remove my own posts, and never store them again",
        "posts": "Look after the stored posts",
        "posts.watch": "Keep a channel's messages as posts, old and new",
        "posts.unwatch": "Follow a channel no longer",
        "posts.import": "Bring in posts from a file or an archive",
        "posts.reindex": "Embed the posts again after a change of model",
        "posts.status": "What is stored, and how fresh it is",
        "posts.report": "What is asked and answered, as a page with charts for you alone",
        "posts.unanswered": "Questions that nothing answered",
        "posts.ratings": "How answers were rated, with the words under 👎 and what was quoted",
        "posts.why": "Why a channel is not quoted here, and who stands in the way",
        "posts.forget": "Remove a person's posts, a source, or one post",
        "watch.channel": "Which channel, or which category",
        "watch.more": "More channels, by mention: #one #two",
        "watch.public": "All public channels",
        "watch.later": "Those that are made later, too",
        "watch.bots": "Keep what bots, webhooks and workflows write there, too",
        "unwatch.channel": "Which channel: a name, a mention or an id",
        "unwatch.all": "All channels that are watched here",
        "why.channel": "Which channel is not quoted here",
        "import.file": "Text, Markdown, JSONL, CSV, or an archive",
        "import.source": "What to call the source",
        "import.dry_run": "Only show what would change",
        "forget.person": "Everything this author wrote: a name or a mention",
        "forget.source": "Everything from this source",
        "forget.post": "The link or the id of one post",
    },
    help=(
        "I answer from stored posts, in their own words, with author, date and link.\n"
        "• Mention me with a question, write to me directly, or use `/ask`.\n"
        "• Reply to one of my answers to go on: “and who replaced him?”\n"
        '• Narrow it: `from:ada in:#news since:2024-09-26 kind:comment`, `from:"Ada Lovelace"`.\n'
        "• `/ask` can answer you alone; share the answer with the channel if you like.\n"
        "• `/forget-me` removes your own posts.\n"
        "Nobody sees through me what they may not read themselves."
    ),
    admins_only="Only people who may manage the posts here can do that.",
    servers_only="That works in a server or workspace only.",
    watching=ENGLISH_WATCHING,
    import_offer="Import {name}?",
    importing="Importing {name}",
    reading="Reading {name}",
    embedding="Embedding the posts",
    remaining=" · {time} left",
    finished=(
        "Done: {new} new, {changed} changed, {unchanged} unchanged, {removed} removed, "
        "{refused} refused."
    ),
    left_out="{left_out} left out: forgotten or deleted earlier.",
    parts={
        "page": "page behind a link",
        "forwarded": "forwarded",
        "mail": "e-mail",
        "file": "attached document",
    },
    left_out_of_files="Left out of what it holds: {kinds}.",
    left_out_kinds=LEFT_OUT,
    cancelled="Stopped. Stored so far: {new} new, {changed} changed. Nothing is lost.",
    interrupted="Interrupted: it goes on as soon as I am back.",
    would_be=(
        "Nothing is stored yet. It would be: {new} new, {changed} changed, {unchanged} unchanged, "
        "{removed} removed, {refused} refused."
    ),
    would_remove=(
        "An earlier file of this name held {removed:post that is|posts that are} not in this one."
        " Is it a newer version of that file, or another file?"
    ),
    go_on_removing="Import, remove {removed}",
    go_on_adding="Import, remove nothing",
    go_on="Import",
    offer_is_over="That is over: send the file again.",
    dry_run_choice="What to do",
    dry_run_no="Import; ask first where posts would go",
    dry_run_yes="Only show what would change",
    job_failed="That failed: {problem}",
    cancel="Cancel",
    too_large="{name} has {size} MB: {most} MB are the most here. Use `pullquote import` instead.",
    not_fetched="{name} could not be fetched, or is gone: send it again.",
    already_running="That is already being done.",
    refused_in={
        "file": "{file}: {problem}",
        "line": "{file}, line {number}: {problem}",
        "entry": "{file}: entry {number}: {problem}",
        "row": "{file}, row {number}: {problem}",
    },
    refusals=REFUSALS,
    refusal_terms=REFUSAL_TERMS,
    library_words=None,
    library_place="line {line}, column {column}",
    thousands=",",
    status_nothing="There are no posts yet: /posts watch or /posts import brings some in.",
    status_source="{name}: {posts:post|posts}, {comments:comment|comments}, newest {newest}",
    status_total="{posts:post|posts} in {passages:passage|passages}, last changed {when}.",
    status_import="file {name}: {left_out}",
    status_channel="{name}: indexed up to {when}",
    status_never_read="{name}: not read yet",
    status_error="{name}: {error}",
    status_refining="Answers are getting better: {share} of the passages are read again{rest}.",
    status_unrefined="`pip install 'pullquote[e5]'` beside the bot gives better answers.",
    unanswered="Nothing answered these:",
    unanswered_none="Every question found its answer.",
    unanswered_item="“{question}” (people who asked: {times})",
    answer="Answer",
    dismiss="Dismiss",
    answer_title="Answer a question",
    answer_label="Your answer becomes a post",
    answer_given="{name} answered your question “{question}”:",
    answer_kept=(
        "Thank you: it is a post now, and {count:user who asked is|users who asked are} told."
    ),
    answer_for="Who may read your answer: {readers}.",
    readers_server="all members of this server",
    readers_workspace="all full members of this workspace, guests excepted",
    told_here="Told in {place}: {names}.",
    told_directly="Told directly: {names}.",
    told_if_allowed="Who asked is told, if they may read it.",
    not_told_hidden="Not told, because they may not read it: {count}.",
    not_told_unreachable="Not told, because they cannot be reached: {count}.",
    dismissed="Dismissed.",
    send="Send",
    close="Close",
    ask_title="Ask the posts",
    import_title="Import posts",
    import_for="Who may see the posts of which the file does not say that fewer may",
    for_members="Every full member of this workspace",
    for_channel="Only the members of this channel",
    for_everyone="Everybody who can ask me",
    your_questions="Your last questions",
    no_questions="You have not asked me anything yet.",
    suggestions="Ask me about one of these, or anything else:",
    forget_what="Name one of them: a person, a source or a post.",
    forget_which="Several people are called {name}. Name one by a mention: {accounts}",
    forget_nothing="There is nothing of {what} here.",
    forget_confirm="This removes {count:post|posts} of {what} from all that I store.",
    forget_me_confirm=(
        "This removes what you wrote ({count:post|posts}) and what you asked; "
        "nothing of yours will be stored again."
    ),
    forget="Remove",
    forgotten="Removed: {count}.",
    forgotten_me=(
        "Done: {count:post is|posts are} gone, and nothing of yours will be stored again."
    ),
    still_quoted=(
        "Answers of mine that I cannot change just now: {count}. I try again until I can."
    ),
    kept="Nothing was removed.",
)
