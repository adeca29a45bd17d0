"""The sentences that each language gives, by name."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import TYPE_CHECKING

from adapters.chat.wording.grouped_numbers import grouped

if TYPE_CHECKING:
    from collections.abc import Mapping

    from index.posts import Part


@dataclass(frozen=True, slots=True)
class Wording:
    """Our own words in one language; quotes stay as they were written.

    What stands in braces is put in with `format`. The limits are those of the strictest
    platform: a button has at most 75 characters, the title of a form at most 24.
    """

    language: str

    # An answer.
    nothing_found: str
    nothing_in_filters: str
    nothing_more: str
    nearest: str
    unsure: str
    narrowed: str
    unknown_author: str
    age: str
    post: str
    comment: str
    around: Mapping[str, str]
    prompt: Mapping[str, str]
    quoting: Mapping[str, str]
    answering: Mapping[str, str]
    offering: Mapping[str, str]
    fates: Mapping[str, str]
    command_line: Mapping[str, str]
    setting_up: Mapping[str, str]
    upkeep: Mapping[str, str]
    evaluation: Mapping[str, str]
    usage: Mapping[str, str]
    chat_checks: Mapping[str, str]
    question_files: Mapping[str, str]
    help_texts: Mapping[str, str]
    report: Mapping[str, str]
    languages: Mapping[str, str]
    page: str
    welcome: str
    failed: str
    unusable: str
    not_readable: str
    unavailable: Mapping[str, str]
    mend: Mapping[str, str]
    ratings: Mapping[str, str]
    open_questions: Mapping[str, str]
    expired: str
    corrected: str
    withdrawn: str
    gone: str
    asked_in_vain: str
    how_to_ask: str
    how_to_command: str
    searching: str
    answered_in_private: str

    # The buttons of an answer.
    open_post: str
    more: str
    back: str
    share: str
    only_me: str
    why: str

    # Private and public.
    shared_by: str
    withheld: str
    nothing_shared: str
    beyond: str
    nothing_beyond: str

    # What people think of an answer.
    thanks: str
    wrong_title: str
    wrong_label: str

    # Why an answer is as it is.
    why_searched: str
    why_found: str
    why_not_found: str
    why_context: str
    why_filters: str
    found_by: Mapping[str, str]

    # Related posts.
    related: str
    by_person: str
    nothing_by_person: str

    # Commands: their descriptions, by name; those of options are named `command.option`.
    commands: Mapping[str, str]

    # The settings of a server or workspace, and its digest.
    settings: Mapping[str, str]
    help: str

    # Administration.
    admins_only: str
    servers_only: str
    watching: Mapping[str, str]
    import_offer: str
    importing: str
    reading: str
    embedding: str
    remaining: str
    finished: str
    left_out: str
    parts: Mapping[Part, str]
    columns_read: str
    column_kinds: Mapping[str, str]
    left_out_of_files: str
    left_out_kinds: Mapping[str, str]
    left_out_in_chats: Mapping[str, str]
    cancelled: str
    interrupted: str
    would_be: str
    would_remove: str
    go_on_removing: str
    go_on_adding: str
    go_on: str
    offer_is_over: str
    dry_run_choice: str
    dry_run_no: str
    dry_run_yes: str
    job_failed: str
    cancel: str
    too_large: str
    not_fetched: str
    already_running: str

    # Files and lines that are refused: why by the error's kind, and where. A value is said by
    # the term that goes by its name and itself (`part.page`), where there is one.
    refused_in: Mapping[str, str]
    refusals: Mapping[str, str]
    refusal_terms: Mapping[str, str]

    # What libraries say of a broken file, by how they begin, in lower case; None where it is said
    # as they do. `library_place` is where in the file.
    library_words: Mapping[str, str] | None
    library_place: str

    # What goes wrong outside of a file that is read, by the English template of the sentence; none
    # in English.
    problems: Mapping[str, str]

    thousands: str
    """What stands between the thousands of a number."""

    # What is stored.
    status_nothing: str
    status_source: str
    status_total: str
    status_import: str
    status_channel: str
    status_never_read: str
    status_error: str
    status_refining: str
    status_unrefined: str

    # The unanswered list.
    unanswered: str
    unanswered_none: str
    unanswered_item: str
    answer: str
    dismiss: str
    answer_title: str
    answer_label: str
    answer_given: str
    answer_kept: str
    answer_for: str
    readers_server: str
    readers_workspace: str
    told_here: str
    told_directly: str
    told_if_allowed: str
    not_told_hidden: str
    not_told_unreachable: str
    dismissed: str

    # Forms, and a page of our own.
    send: str
    close: str
    ask_title: str
    import_title: str
    import_for: str
    for_members: str
    for_channel: str
    for_everyone: str
    your_questions: str
    no_questions: str
    suggestions: str

    # Forgetting.
    forget_what: str
    forget_which: str
    forget_nothing: str
    forget_confirm: str
    forget_no_post: str
    forget_post_confirm: str
    forget_me_confirm: str
    forget: str
    forgotten: str
    forgotten_me: str
    still_quoted: str
    kept: str

    def __post_init__(self) -> None:
        """Have every sentence write its numbers as the language does."""
        for each in fields(self):
            if each.name not in {"language", "thousands"}:
                said = grouped(getattr(self, each.name), self.thousands)
                object.__setattr__(self, each.name, said)
