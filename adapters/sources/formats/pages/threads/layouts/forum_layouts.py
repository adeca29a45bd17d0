"""Lists what the software of forums and blogs calls the parts of a post on its pages."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Layout:
    """What one software calls a post, its author and its words, in lower case.

    A part is a class, a `<tag>`, an `[itemprop]` or a `{data-role}`; before it may stand what it
    is within. What is first of several is looked for first.

    Attributes:
        software: What writes such pages.
        signs: The classes that a page of it has, all of them.
        posts: The classes of a post. One that is among the bodies, too, is the words of a post
            that it stands in and whose author is named outside of it.
        authors: The parts that are its author's name; "@" leads to an attribute of the post.
        bodies: The parts that are its words.
        dates: The parts that show its date, where no program is told it; "@" leads to an attribute.
        places: The parts that lead to the post's own address, and the page's title is then that of
            none of them; where there are none, what it is named on the page does.
        captions: The parts, below the words of a post, in which its author says more.
        notices: The classes of what the site itself says of a post, and nobody wrote.
        is_list: Whether its pages list posts that do not answer each other.
    """

    software: str
    signs: tuple[str, ...]
    posts: tuple[str, ...]
    authors: tuple[str, ...]
    bodies: tuple[str, ...]
    dates: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    captions: tuple[str, ...] = ()
    notices: tuple[str, ...] = ()
    is_list: bool = False


_MASTODON: Final = (
    ("detailed-status", "status"),
    ("detailed-status__display-name display-name__html", "status__display-name display-name__html"),
    ("status__content",),
)
_PLACES: Final = ("detailed-status__datetime", "status__relative-time")

THREADS: Final = (
    Layout(
        "phpBB 3",
        ("postprofile", "postbody"),
        ("post",),
        ("postprofile <dt>", "postprofile username", "postprofile username-coloured"),
        ("postbody content",),
        ("author",),
        captions=("attachbox <em>",),
    ),
    Layout(
        "SMF 2",
        ("post_wrapper", "poster"),
        ("post_wrapper",),
        ("poster <h4>",),
        ("post inner", "post"),
        ("keyinfo smalltext", "postinfo smalltext"),
    ),
    Layout(
        "SMF 1",
        ("windowbg", "post", "hrcolor"),
        ("windowbg", "windowbg2"),
        ("<b>",),
        ("post",),
        ("smalltext",),
    ),
    Layout(
        "XenForo 2",
        ("message", "message-body"),
        ("message",),
        ("@data-author", "message-name"),
        ("message-body bbwrapper", "message-body"),
    ),
    Layout(
        "XenForo 1",
        ("message", "messagecontent"),
        ("message",),
        ("@data-author", "messageuserblock username"),
        ("messagecontent messagetext",),
        ("datetime@title", "datetime"),
    ),
    Layout(
        "Invision Community 4",
        ("cpost", "cauthorpane"),
        ("cpost",),
        ("cauthorpane_author",),
        ("{commentcontent}",),
    ),
    Layout(
        "Invision Community 5",
        ("ipsentry", "ipsrichtext"),
        ("ipsentry",),
        ("ipsentry__header ipsusername", "ipsentry__author ipsusername", "ipsusername"),
        ("ipsentry__post ipsrichtext", "ipsentry__content ipsrichtext"),
    ),
    Layout(
        "Discourse",
        ("onscreen-post", "cooked"),
        ("onscreen-post",),
        ("names first", "names username", "names full-name"),
        ("cooked",),
    ),
    Layout(
        "Discourse without scripts",
        ("crawler-post",),
        ("crawler-post",),
        ("[author] [name]", "creator [name]", "creator <a>"),
        ("[text]", "[articlebody]", "post"),
    ),
    Layout(
        "Flarum",
        ("commentpost", "post-body"),
        ("commentpost",),
        ("postuser username", "postuser-name"),
        ("post-body",),
    ),
    Layout(
        "Flarum without scripts",
        ("postuser-name", "post-body"),
        ("<article>",),
        ("postuser-name",),
        ("post-body",),
    ),
    Layout(
        "Lemmy",
        ("comment-node", "person-listing"),
        ("post-listing", "comment-node"),
        ("person-listing",),
        ("card-body md-div", "comment-content"),
        ("moment-time@data-tippy-content",),
    ),
    Layout(
        "MyBB",
        ("post_author", "post_body"),
        ("post",),
        ("author_information largetext", "author_information <strong>"),
        ("post_content post_body",),
        ("post_date", "post_date <span>@title"),
    ),
    Layout(
        "vBulletin 4",
        ("postbitlegacy", "postcontent"),
        ("postbitlegacy", "postbit"),
        ("username_container username", "userinfo username"),
        ("postcontent",),
        ("postdate date", "postdate"),
    ),
    Layout(
        "vBulletin 5",
        ("b-post", "js-post__content-text"),
        ("b-post",),
        ("author",),
        ("js-post__content-text",),
    ),
    Layout(
        "bbPress",
        ("bbp-reply-author", "bbp-reply-content"),
        ("reply", "topic"),
        ("bbp-author-name",),
        ("bbp-reply-content", "bbp-topic-content"),
    ),
    Layout(
        "Vanilla",
        ("item-body", "message", "author"),
        ("itemdiscussion", "itemcomment"),
        ("author username", "author <a>"),
        ("item-body message",),
    ),
    Layout(
        "Stack Exchange",
        ("postcell", "user-details"),
        ("question", "answer", "comment"),
        ("[author] [name]", "comment-user", "owner <a>"),
        ("js-post-body", "post-text", "comment-copy"),
        (
            "owner relativetime@title",
            "user-action-time relativetime@title",
            "comment-date relativetime-clean@title",
        ),
        notices=("s-notice", "question-status"),
    ),
    Layout(
        "Reddit before 2018",
        ("commentarea", "thing", "tagline"),
        ("thing",),
        ("@data-author", "tagline author"),
        ("usertext-body md", "title"),
    ),
    Layout(
        "Lobsters",
        ("comments_subtree", "comment_text"),
        ("story", "comment"),
        ("byline u-author",),
        ("comment_text", "story_text", "u-url"),
    ),
    Layout(
        "Hacker News",
        ("fatitem", "hnuser"),
        ("fatitem", "comtr"),
        ("hnuser",),
        ("commtext", "toptext", "titleline"),
        ("age@title",),
    ),
    Layout("Mastodon", ("detailed-status", "display-name__html"), *_MASTODON, places=_PLACES),
    Layout(
        "Mastodon's profiles",
        ("status__content", "display-name__html"),
        *_MASTODON,
        places=_PLACES,
        is_list=True,
    ),
    Layout(
        "GitHub",
        ("timeline-comment", "comment-body"),
        ("timeline-comment",),
        ("author",),
        ("comment-body",),
        ("<relative-time>@datetime",),
    ),
)
"""The pages of threads: the opener's post and the others look the same."""

COMMENTS: Final = Layout(
    "WordPress, Blogger, Drupal, Invision Community",
    (),
    ("comment-body", "comment", "comment-block", "[comment]", "ipscomment", "ipsentry"),
    (
        "cauthorpane_author",
        "ipsusername",
        "comment-author fn",
        "wp-block-comment-author-name",
        "comment-author <cite>",
        "comment-author-name",
        "comment__author",
        "comment-author <b>",
        "comment-author <a>",
        "comment-header user",
        "comment__meta username",
        "[author] [name]",
        "[author]",
        "username",
        "author",
        "comment-author",
    ),
    (
        "comment-content",
        "wp-block-comment-content",
        "comment-text",
        "comment__content",
        "comment__body",
        "comment__text",
        "[commenttext]",
        "[text]",
        "{commentcontent}",
        "ipsentry__post ipsrichtext",
        "ipsentry__content ipsrichtext",
        "comment-body",
    ),
    (
        "comment-metadata",
        "commentmetadata",
        "comment-meta",
        "comment-date",
        "wp-block-comment-date",
        "datetime",
        "comment__time",
        "submitted",
    ),
)
"""The comments below an article."""

SIGNATURES: Final = frozenset(
    "signature message-signature post-signature postsignature usersignature"
    " {membersignature}".split()
)
"""What members write once, and forums show below each of their posts."""

COMMENT_LISTS: Final = frozenset(
    "comment-list commentlist comments-area wp-block-comments comment-thread comments-list"
    " ipscomment".split()
)
"""What holds the comments below an article, and on no page of a forum all of its posts."""

COMMENT_HEADS: Final = frozenset(
    "comment-author comment-meta comment-metadata commentmetadata comment-header comment__meta"
    " comment-footer reply says comment-reply-link".split()
)
"""What in a comment tells of it, or answers it, and is no word of it."""
