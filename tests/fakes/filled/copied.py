"""Pages copied as text, in which everything that people write is filled."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.fakes.filled import word

if TYPE_CHECKING:
    from collections.abc import Mapping


def reddit_page() -> Mapping[str, bytes]:
    """Return a page of today's, saved by a browser."""

    def comment(id_: str, author: str, said: str) -> str:
        place = f'permalink="/r/boats/comments/a/comment/{id_}/"'
        body = f'<div class="md"><p>{said}</p></div>'
        return f'<shreddit-comment author="{author}" {place}>{body}</shreddit-comment>'

    post = (
        f'<shreddit-post author="{word("shreddit-post.author")}" comment-count="9"'
        f' post-title="{word("shreddit-post.post-title")}" permalink="/r/boats/comments/a/">'
        f'<div slot="text-body"><p>{word("shreddit-post.text-body")}</p></div></shreddit-post>'
    )
    author, said = word("shreddit-comment.author"), word("shreddit-comment.content")
    below = comment("1", author, said) + comment("2", "[deleted]", "[deleted]")
    return {"boats.html": f"<html><body>{post}{below}</body></html>".encode()}


def reddit() -> Mapping[str, bytes]:
    """Return a discussion of today's page."""
    page = f"""r/boats
•
2 days ago
lena
{word("title")}
Question
{word("words")}

It flakes off after a summer.
Upvote
3
Downvote
{word("name")}
•
1d ago
Top 1% Commenter
Oil is better.
Upvote
2
Downvote
Reply
u/kim
•
1d ago
[deleted]
Upvote
"""
    return {"thread.txt": page.encode()}


def hacker_news() -> Mapping[str, bytes]:
    """Return a story with its comments."""
    page = f"""Hacker News new | past | comments | ask | show | jobs | submit\tlogin
Ask HN: {word("title")}
12 points by ilse_k 3 hours ago | hide | past | favorite | 2 comments

{word("words")}

add comment

{word("name")} 2 hours ago | next [–]

Oil.
reply

per_o 2 hours ago | prev | next [–]

[flagged]

2 hours ago | prev [–]

[deleted]
"""
    return {"story.txt": page.encode()}


def subtitles() -> Mapping[str, bytes]:
    """Return the subtitles of a talk."""
    shown = f"""WEBVTT

NOTE {word("NOTE")}

00:00:01.000 --> 00:00:04.000
<v {word("speaker")}>{word("line")}

00:00:04.500 --> 00:00:09.000
<v Per>It heats up now.
"""
    return {"talk.vtt": shown.encode()}


def linkedin() -> Mapping[str, bytes]:
    """Return a page that was copied whole, and a feed with an advert."""
    feed = f"""Feed post number 1
Marie Small
 • 1st
3w •
It heats up.
Like
Comment
Feed post number 2
Hulls and Sails
Promoted
{word("advert")}
Like
Comment
"""
    page = f"""Skip to main content
Home
My Network
Jobs
Feed post number 1
Marie {word("name")}
 • 1st
{word("headline")}
3w • Edited •
{word("words")}

It heats up now.
No alt text provided for this image
Like
Comment
Repost
John Small
 • 3rd+
Engineer
1w
{word("comment")}
Like
Reply
More relevant posts
Another Person
Seller
1w
{word("other post")}
Like
Comment
LinkedIn Corporation © 2026
"""
    return {"post.txt": page.encode(), "feed.txt": feed.encode()}


def other_pages() -> Mapping[str, bytes]:
    """Return a page of a newspaper."""
    page = f"""Skip to content
Home
About
Contact
Subscribe to our newsletter
{word("title")}
By Ada {word("by")}
Published 4 June 2025
{word("words")} and so on, until the kiln is repaired and heats up to 1,200 degrees.
Share this article
Related articles
{word("other articles")}
All rights reserved
"""
    return {"page.txt": page.encode()}
