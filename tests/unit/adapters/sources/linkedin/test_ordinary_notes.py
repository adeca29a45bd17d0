"""Notes with words that sites use stay one post with all their lines."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pytest

if TYPE_CHECKING:
    from tests.unit.adapters.sources.conftest import ReadFile

NOTES: Final = {
    "to do": "Things to do on Monday\n\nSend\nthe invoice to Mary White, who waits for it.\n\n"
    "Follow\nthe clay order at the shop.\n\nReply\nto the council about the shared kiln.",
    "definitions": "# Voting\n\n## How\n\nLike\n: shows that you agree.\n\nComment\n: says why.",
    "a log": "# Kiln log\n\n2w\nThe shelf cracked.\n\n3w\nThe door stuck.",
    "a log without headings": "Kiln log\n\n2w\nThe shelf cracked.\n\n3w\nThe door stuck.",
    "German verbs": "Antworten\n\n42, sagt Jonas, ist die Zahl.\n\nTeilen\n\nwill er sie nicht.",
    "a guide": "How to answer a letter\n\nLike\nSay what you liked about it.\n\nComment\nSay what"
    " could be better.\n\nShare\nPass it on to whom it concerns.",
    "a table": "# Kiln\n\nOur notes.\n\n| a | b |\n\nSee more\n\nThe door stuck.\n\nShare",
    "durations": "Bisque\n\n2h\nup to 200 degrees\n\n3h\nup to 1,000 degrees\n\n1d\nto cool",
    "who comes": "Ada Quill\n3w\nin the garden\n\nBen Ode\n2w\nin the kitchen",
    "ranks": "Race of May\nAda Quill • 1st\nBen Ode • 2nd\nEva Ruiz • 3rd\nThe others ran on.",
    "buttons explained": "The four buttons of it\nLike\nComment\nRepost\nSend\nUse the third.",
    "a sheet": "Reactions\n12\nComments\n3\nShares\n0\nNothing new this week.",
    "social media": "Rules for our page\n\nFollow\nonly people whom we know.\n\nLike\nwhat helps"
    " somebody.\n\nShare\nno pictures of children.\n\nReply\nwithin two days.",
    "a script": "ADA\nEdited\nThe third scene is new.\n\nBEN\nReply\nI never said so.",
    "French verbs": "Partager\nle four entre trois ateliers.\n\nSuivre\nla cuisson.\n\nCommenter\n"
    "le résultat au tableau.",
    "French ages": "Compost\n\n2 mois\nle premier tas\n\n1 an\nle second tas",
    "Spanish verbs": "Compartir\nel horno.\n\nSeguir\nla cocción.\n\nResponder\na la vecina.",
    "Spanish ages": "Queso\n\n3 semanas\nen la bodega\n\n2 meses\nen la cueva",
    "German ages": "Käse\n\n3 Wochen\nim Keller\n\n2 Monate\nin der Höhle",
    "a menu of an app": "Our app\n\nHome\nshows the kilns.\n\nNotifications\ntells when one is"
    " done.\n\nReply\nanswers the guard.\n\nLike\nthanks her.",
    "one who writes of LinkedIn": "LinkedIn\n\nShow more\nis a button that hides what matters.\n\n"
    "Most relevant\nis what it calls what it likes.",
    "authors": "Poems\n\nAuthor\nAda Quill\n\nFollowing\nBen Ode\n\nYou\nsend the third.",
    "a letter": "Dear Ada,\n\nLike\nyou, I wait.\n\nSend\nword.\n\n2 weeks ago\nthe kiln broke.",
}


@pytest.mark.parametrize("ending", ["txt", "md"])
@pytest.mark.parametrize("name", NOTES)
def test_an_ordinary_note_is_one_post_with_all_its_lines(
    name: str, ending: str, read_file: ReadFile
) -> None:
    note = NOTES[name]
    found = read_file(note, f"notes.{ending}")

    told = f"# {found.only.title}\n{found.only.text}" if found.only.title else found.only.text
    assert told.split() == note.split()
    assert not found.left_out


def test_the_buttons_of_a_page_are_counted(read_file: ReadFile) -> None:
    page = "Post.\nReply\nAda Quill\n • 2nd\nPoet\n3w\nVery true.\nLike\n2\nReply\n1 reply"

    found = read_file(page, "page.txt")

    assert [post.text for post in found.posts] == ["Post.", "Very true."]
    assert found.left_out["page_furniture"] == 5
