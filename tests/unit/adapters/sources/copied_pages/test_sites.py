"""Pages of many kinds of sites, copied whole: what people wrote is marked with `= ` in them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest

if TYPE_CHECKING:
    from tests.unit.adapters.sources.conftest import ReadFile

FOLDER: Final = Path(__file__).parents[4] / "payloads" / "copied_pages"
PAGES: Final = sorted(path.stem for path in FOLDER.glob("*.txt"))
MARK: Final = "= "


@pytest.mark.parametrize("name", PAGES)
def test_of_a_page_of_any_site_all_that_people_wrote_is_kept_and_nothing_else(
    name: str, read_file: ReadFile
) -> None:
    lines = (FOLDER / f"{name}.txt").read_text().split("\n")
    own = [line.removeprefix(MARK) for line in lines if line.startswith(MARK)]
    page = "\n".join(line.removeprefix(MARK) for line in lines)

    found = read_file(page, "page.txt")
    post, *comments = found.posts
    kept = [line for each in found.posts for line in each.text.split("\n") if line]

    assert found.errors == []
    assert {each.parent_id for each in comments} <= {post.id}
    named = {post.title, *(each.author for each in found.posts)}
    assert [line for line in kept if line not in named] == [
        each for each in own if each not in named
    ]
    assert found.left_out["page_furniture"] >= 15


NOTES: Final = {
    "minutes": "Minutes of Monday\nPresent\nAda\nBob\nMore\nWe talked about the newsletter: who"
    " wants to sign up writes an e-mail to Eva, and subscribing is free.\nOpen\nKey for the shed\n"
    "Next\nCulture night in the old hall, with food and music, on the last Friday of June.\nAda",
    "steps": "How to log in\nOpen the app\nSign in\nEnter your e-mail address and your password,"
    " then press the blue button twice.\nShare\nPress share to send this article to a friend, or"
    " sign up for the newsletter of the site.\nDone",
    "list": "Books we own\nTravel\nFood\nFilm\nMusic\nThe books stand in the shelf beside the door,"
    " and everybody may borrow two of them.\nPlease sign the list\nAda Quist",
    "poem": "Home\nAbout the sea\nContact\nwith salt on every hand that ever held a rope, and"
    " nobody to ask for a way back to land\nMore\nLess\nHome",
}


@pytest.mark.parametrize("name", NOTES)
def test_notes_with_words_of_many_sites_stay_as_they_are(name: str, read_file: ReadFile) -> None:
    found = read_file(NOTES[name], "notes.txt")

    assert found.only.text == NOTES[name]
    assert not found.left_out


ESSAY: Final = (
    "A newsletter that people subscribe to for free is read; one that asks for an account is not."
)


@pytest.mark.parametrize("name", ["magazine", "newspaper-en", "blog"])
def test_who_writes_of_newsletters_is_quoted(name: str, read_file: ReadFile) -> None:
    page = (FOLDER / f"{name}.txt").read_text().replace(MARK, "")
    words = next(line for line in page.split("\n") if line.startswith("The kiln was repaired"))

    kept = read_file(page.replace(words, f"{words}\n{ESSAY}\n{words}"), "page.txt").only.text

    assert kept.count(words) == 2
    assert ESSAY in kept
