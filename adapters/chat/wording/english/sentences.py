"""What is said in English: here, and in `chats/`, `command_line/` and `refusals/`."""

from __future__ import annotations

from typing import Final

from adapters.chat.unread_channels import reasons
from adapters.chat.wording.english.chats.commands import SLASH_COMMANDS
from adapters.chat.wording.english.chats.marked_answers import ANSWERING
from adapters.chat.wording.english.chats.message_fates import FATES
from adapters.chat.wording.english.chats.offers import OFFERING
from adapters.chat.wording.english.chats.open_questions import OPEN_QUESTIONS
from adapters.chat.wording.english.chats.quoting import QUOTING
from adapters.chat.wording.english.chats.ratings import RATINGS
from adapters.chat.wording.english.chats.refused_questions import MENDING
from adapters.chat.wording.english.chats.watching import WATCHING
from adapters.chat.wording.english.chats.workspace_settings import SETTINGS
from adapters.chat.wording.english.command_line.chat_checks import CHAT_CHECKS
from adapters.chat.wording.english.command_line.evaluation import EVALUATION
from adapters.chat.wording.english.command_line.posts import COMMANDS
from adapters.chat.wording.english.command_line.posts_on_a_server import SERVER
from adapters.chat.wording.english.command_line.prompts import PROMPT
from adapters.chat.wording.english.command_line.question_files import QUESTION_FILES
from adapters.chat.wording.english.command_line.report import REPORT
from adapters.chat.wording.english.command_line.setting_up import SETUP
from adapters.chat.wording.english.command_line.upkeep import UPKEEP
from adapters.chat.wording.english.command_line.usage import USAGE
from adapters.chat.wording.english.refusals import REFUSAL_TERMS, REFUSALS
from adapters.chat.wording.english.refusals.left_out import IN_CHATS, LEFT_OUT
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
    answering=ANSWERING,
    offering=OFFERING,
    fates=FATES,
    command_line=COMMANDS,
    setting_up=SETUP,
    upkeep={**UPKEEP, **SERVER},
    evaluation=EVALUATION,
    usage=USAGE,
    chat_checks={**CHAT_CHECKS, **reasons(WATCHING)},
    question_files=QUESTION_FILES,
    help_texts={},
    report=REPORT,
    languages={"en": "in English", "fr": "in French", "es": "in Spanish", "de": "in German"},
    page="{page} of {pages}",
    welcome="Ask what the posts know. An empty line or Ctrl-D ends.",
    mend=MENDING,
    ratings=RATINGS,
    open_questions=OPEN_QUESTIONS,
    failed="Something went wrong on our side (error {error_id}).",
    unusable=(
        "What I keep cannot be used at the moment: whoever runs me finds the reason in the log"
        " (error {error_id})."
    ),
    not_readable="it could not be read",
    unavailable={
        "IndexMissing": "There are no posts yet that I may quote here: an admin can bring some in"
        " with /posts watch or /posts import.",
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
    how_to_command=(
        "To use a command such as /posts status, begin an empty message with / and choose it from"
        " the list that opens; in a message to me it is only text."
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
        "question": "through the question that it answers",
    },
    related="Posts like that one:",
    by_person="Posts by {name}:",
    nothing_by_person="There is nothing by {name} that you may read.",
    settings=SETTINGS,
    commands=SLASH_COMMANDS,
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
    watching=WATCHING,
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
    columns_read="Columns read: {kinds}.",
    column_kinds={
        "author_column": "author from {name}",
        "date_column": "date from {name}",
        "title_column": "title from {name}",
    },
    left_out_of_files="Left out of what it holds: {kinds}.",
    left_out_kinds=LEFT_OUT,
    left_out_in_chats=IN_CHATS,
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
    problems={},
    thousands=",",
    status_nothing="There are no posts yet: /posts watch or /posts import brings some in.",
    status_source=(
        "{name}: {posts:post|posts}, {comments:comment|comments}, newest {newest}, oldest {oldest}"
    ),
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
    forget_no_post="{what}: this post is not stored here.",
    forget_post_confirm="This removes {what} ({count:post|posts}) from all that I store.",
    forget_me_confirm=(
        "This removes what you wrote ({count:post|posts}) and what you asked; "
        "no post of yours will be stored again, and what you ask from now on is on no list and "
        "forgotten within two days."
    ),
    forget="Remove",
    forgotten="Removed: {count}.",
    forgotten_me=(
        "Done: {count:post is|posts are} gone, and no post of yours will be stored again. What you "
        "ask from now on is on no list and forgotten within two days."
    ),
    still_quoted=(
        "Answers of mine that I cannot change just now: {count}. I try again until I can."
    ),
    kept="Nothing was removed.",
)
