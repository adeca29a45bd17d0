from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pytest

if TYPE_CHECKING:
    from tests.unit.adapters.sources.conftest import ReadFile

WORDS: Final = "The kiln was repaired on Tuesday. It heats up to 1,200 degrees now."
PAGES: Final = {
    "x": f"""To view keyboard shortcuts, press question mark
View keyboard shortcuts
Home
Explore
Notifications
Grok
Post
See new posts
Conversation
{WORDS}
3:14 PM · May 12, 2025
·
12.3K
Views
4
17
Post your reply
Relevant people
Ada Lovelace
Follow
Trends for you
Kilns
Terms of Service
|
Privacy Policy
© 2025 X Corp.
""",
    "facebook": f"""Accéder au contenu principal
Se connecter
Mot de passe oublié ?
Créer un compte
{WORDS}
Toutes les réactions :
42
J’aime
Commenter
Partager
Voir plus de commentaires
Écrivez un commentaire public…
Confidentialité · Conditions générales · Publicités · Cookies · Plus · Meta © 2025
""",
    "substack": f"""Subscribe
Sign in
Share this post
Copy link
Facebook
Email
Discover more from The Workshop
Over 1,000 subscribers
Type your email…
Subscribe
By subscribing, I agree to Substack's Terms of Use, and acknowledge its Privacy Policy.
Already have an account? Sign in

{WORDS}

12 Likes
3 Comments
Restack
Discussion about this post
Comments
Ready for more?
© 2025 Ada
Privacy ∙ Terms ∙ Collection notice
Start your Substack
""",
    "tiktok": f"""TikTok
Log in
For You
Explore
Following
LIVE
Upload
{WORDS}
original sound - Ada Quist
42
3
Copy link
3 comments
Log in to comment
You may like
© 2025 TikTok
""",
    "blog": f"""Skip to content
We use cookies to improve your experience on our site.
Accept all cookies
Menu
Log in
4 min read
{WORDS}
Share
Advertisement
Privacy Policy
© 2025 The Workshop. All rights reserved.
""",
}


@pytest.mark.parametrize("site", PAGES)
def test_of_a_page_that_was_copied_whole_only_the_words_are_kept(
    site: str, read_file: ReadFile
) -> None:
    found = read_file(PAGES[site], "page.txt")

    rest = found.only.text.replace(WORDS, "")
    assert WORDS in found.only.text
    assert len(rest) < 60
    assert found.left_out["page_furniture"] >= 8
    for word in ("cookie", "Sign in", "Share", "©", "Subscribe", "Privacy", "J’aime", "17"):
        assert word not in rest


@pytest.mark.parametrize(
    "text",
    [
        "Sign in\nSubscribe\nShare\n",
        "How to log in:\n\nSign in\n\nThen subscribe, and share.\n© 2025",
        "Home\nMenu\n3\nCookies are for the opening at noon.",
        "We use cookies for the opening. Everybody brings some.\n\nAda",
    ],
)
def test_notes_with_such_words_stay_as_they_are(text: str, read_file: ReadFile) -> None:
    found = read_file(text, "notes.txt")

    assert "\n".join(post.text for post in found.posts).split() == text.split()
    assert "page_furniture" not in found.left_out


def test_of_markdown_no_line_is_left_out(read_file: ReadFile) -> None:
    found = read_file(PAGES["blog"], "page.md")

    assert found.only.text == PAGES["blog"].strip()
