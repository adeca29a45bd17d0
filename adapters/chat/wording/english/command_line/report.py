"""What a report says, in English."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

REPORT: Final[Mapping[str, str]] = {
    "title": "What is asked and what is known",
    "made": "Made by Pullquote on {day}, in UTC.",
    "decimal": ".",
    "share": "{share}%",
    "seconds": "{seconds} s",
    "posts": "posts",
    "comments": "comments",
    "questions": "questions in chats",
    "answered_share": "answered",
    "liked": "answers liked",
    "wrong": "answers called wrong",
    "posts_over_time": "Posts over time",
    "no_posts": "No stored post has a date.",
    "questions_over_time": "Questions over time",
    "answered": "answered",
    "not_answered": "not answered",
    "by_week": "By week, each by its Monday; questions are kept for {days} days.",
    "no_questions": "Nothing was asked in a chat yet.",
    "often": "Asked most",
    "often_note": "Asked openly; what was asked in private is counted above, and not shown.",
    "question": "question asked",
    "times": "times",
    "answered_times": "answered",
    "slow": "Slowest questions",
    "no_times": "How long a question took is noted from now on.",
    "private": "(asked in private)",
    "took": "took",
    "day": "day",
    "sources": "Sources and how fresh they are",
    "source": "from",
    "newest": "newest",
    "unknown_day": "no date",
    "numbers": "The numbers",
    "period": "from",
    "written": "Written to {file}, which only you can read.",
    "no_report": "{file} is there already and is no report: name another place",
    "summary_posts": "Posts: {posts}; comments: {comments}; newest: {newest}",
    "summary_questions": "Questions since {day}: {asked}; answered: {share}; answers liked: {good},"
    " called wrong: {bad}",
    "summary_source": "{name} – posts: {posts}; comments: {comments}; newest: {newest}",
    "summary_html": "`pullquote report --html report.html` writes a page with charts.",
    "for_chat": "What is asked and what is known here, as far as you may see it: open the file in a"
    " browser.",
    "in_direct": "The page is in our direct messages.",
}
