"""In a copied thread of Mastodon's each account says its own, whatever words that is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pytest

if TYPE_CHECKING:
    from tests.unit.adapters.sources.conftest import ReadFile

FIRST: Final = """Back
Mira Okafor
@mira@garden.example
The loom is free again on Saturday.

Who comes along?
{below}
3
boosts
·
5
favorites
"""
BELOW: Final = """Login to follow profiles or hashtags, favorite, share and reply to posts.
Administered by:
The Keeper
@keeper
Server stats:
120
active users
garden.example: About · Profiles directory · Privacy policy
Mastodon: About · Get the app · Keyboard shortcuts · View source code · v4.3.0
"""
FRENCH: Final = "Mastodon : À propos · Télécharger l’application · Raccourcis clavier · v4.3.0\n"


@pytest.mark.parametrize("words", ["@mira I bring the reed.", "Follow", "Newsletter", "3"])
@pytest.mark.parametrize(
    "otto",
    [
        "2d\nOtto Reyes\n@otto@weave.example\n",
        "2d\nOtto Reyes\n@otto\n",
        "Otto Reyes\n@otto@weave.example\n2d\n",
    ],
)
@pytest.mark.parametrize(
    "moment",
    [
        "Mar 12, 2025, 10:14 · \n · Mastodon for iOS",
        "12. März 2025, 10:14 · Web",
        "12 mars 2025 à 10:14 · Web",
    ],
)
@pytest.mark.parametrize("end", [BELOW, FRENCH, ""])
def test_a_thread_is_a_post_and_what_others_answer(
    words: str, otto: str, moment: str, end: str, read_file: ReadFile
) -> None:
    answer = f"{otto}{words}\n1\n0\n2\n"
    again = "1d\nMira Okafor\n@mira@garden.example\nThanks.\n\nListen\nto this.\n0\n"

    read = read_file(f"{FIRST.format(below=moment)}{answer}{again}{end}", "thread.txt")

    assert [(each.author, each.text, each.age) for each in read.posts] == [
        ("Mira Okafor", "The loom is free again on Saturday.\n\nWho comes along?", ""),
        ("Otto Reyes", words, "2d"),
        ("Mira Okafor", "Thanks.\n\nListen\nto this.", "1d"),
    ]
    post = read.posts[0]
    assert post.posted_at is not None
    assert post.posted_at.date().isoformat() == "2025-03-12"
    assert [each.parent_id for each in read.posts] == [None, post.id, post.id]


def test_who_goes_on_in_a_thread_of_their_own_says_each_part(read_file: ReadFile) -> None:
    on = "2d\nMira Okafor\n@mira@garden.example\nShare\n0\n"

    read = read_file(f"{FIRST.format(below='Mar 12, 2025, 10:14 · Web')}{on}{on}{BELOW}")

    assert [each.text for each in read.posts[1:]] == ["Share", "Share"]
    assert len({each.id for each in read.posts}) == 3


def test_in_a_timeline_each_post_is_by_itself(read_file: ReadFile) -> None:
    read = read_file(
        "Ada Quill boosted\n2d\nMira Okafor\n@mira@garden.example\nThe loom is free.\n3\n5\n1\n"
        "Replied to Mira Okafor\n3h\nOtto Reyes\n@otto@weave.example\nI wrote 3 lines.\n0\n"
    )

    assert [(each.author, each.text, each.parent_id) for each in read.posts] == [
        ("Mira Okafor", "The loom is free.", None),
        ("Otto Reyes", "I wrote 3 lines.", None),
    ]


NOTES: Final = {
    "accounts": "Whom to follow\nMira Okafor\n@mira@garden.example\nKnows about garlic.\n"
    "Otto Reyes\n@otto@weave.example\nWeaves.",
    "a rota": "Rota\nMira Okafor\n@mira@garden.example\nMonday 10:14\nOtto Reyes\n"
    "@otto@weave.example\nTuesday 10:14",
    "since": "We are on Mastodon.\nMira Okafor\n@mira\ndoes the beans since 12 March 2025, 10:14\n"
    "Otto Reyes\n@otto\ndoes the loom since 13 March 2025, 10:15",
    "one": "Written to\nMira Okafor\n@mira@garden.example\n12 March 2025, 10:14\nNo answer yet.",
    "quoted": "This is what people said of our loom, copied for Monday's meeting:\n2d\n"
    "Mira Okafor\n@mira@garden.example\nIt is good.\n2d\nOtto Reyes\n@otto@weave.example\nIt is.",
}  # fmt: skip


@pytest.mark.parametrize("name", NOTES)
def test_notes_with_accounts_stay_whole(name: str, read_file: ReadFile) -> None:
    read = read_file(NOTES[name])

    assert read.only.text == NOTES[name]
    assert not read.left_out
