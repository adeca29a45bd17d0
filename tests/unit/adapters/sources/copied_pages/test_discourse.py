"""On a copied topic of a forum on Discourse each post is of who wrote it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pytest

if TYPE_CHECKING:
    from tests.unit.adapters.sources.conftest import ReadFile

TITLE: Final = "The loom stops at the third row"
FIRST: Final = "With the long reed it stops.\n\nSaturday\nMar 8\nit did, too."
ANSWER: Final = "The third row needs the pedal."
MAPS: Final = {
    "en": "2.3k\nviews\n7\nlikes\n4\nlinks\n2\nusers\n",
    "fr": "120\nvues\n7\nj’aime\n4\nliens\n2\nutilisateurs\n",
    "de": "120\nAufrufe\n7\nLikes\n4\nLinks\n2\nBenutzer\n",
    "es": "120\nvistas\n7\nme gusta\n4\nenlaces\n2\nusuarios\n",
}
ENDS: Final = {
    "en": "Related topics\nTopic list, column headers with buttons are sortable.\nTopic\n",
    "fr": "Sujets suggérés\nLe peigne est tordu\n",
    "de": "Verwandte Themen\nDas Blatt ist krumm\n",
    "es": "Temas relacionados\nEl peine está torcido\n",
}
BUTTONS: Final = {
    "en": "Like\nShare\n1 Reply\n", "fr": "Partager\n1 réponse\n", "de": "1 Antwort\nTeilen\n",
    "es": "Compartir\n1 respuesta\n",
}  # fmt: skip


@pytest.mark.parametrize("language", MAPS)
@pytest.mark.parametrize("above", [f"Skip to main content\nLog in\n{TITLE}\nSupport\n", ""])
@pytest.mark.parametrize("role", ["Weaver\n", ""])
def test_each_post_is_of_whose_name_stands_above(
    language: str, above: str, role: str, read_file: ReadFile
) -> None:
    page = (
        f"{above}Nora Vale\nnora_vale\nMar 12\n{FIRST}\n1\n{MAPS[language]}"
        f"Otto Reyes\notto\n{role}Mar 13\n{ANSWER}\n{BUTTONS[language]}"
        f"Nora Vale\nnora_vale\n2d\nThanks.\n{ENDS[language]}"
    )

    read = read_file(page)

    assert [(each.author, each.text, each.age) for each in read.posts] == [
        ("Nora Vale", FIRST, "Mar 12"),
        ("Otto Reyes", ANSWER, "Mar 13"),
        ("Nora Vale", "Thanks.", "2d"),
    ]
    assert read.posts[0].title == (TITLE if above else "")
    assert {each.parent_id for each in read.posts[1:]} == {read.posts[0].id}


def test_a_page_for_those_without_scripts_numbers_its_posts(read_file: ReadFile) -> None:
    read = read_file(
        f"{TITLE}\nSupport\nnora_vale\nMarch 12, 2025, 10:14am\n1\nIt stops.\n1 Like\notto\n"
        f"March 13, 2025, 9:00am\n2\n{ANSWER}\nHome\nCategories\nGuidelines\nTerms of Service\n"
        "Privacy Policy\nPowered by Discourse, best viewed with JavaScript enabled\n"
    )

    assert [(each.author, each.text) for each in read.posts] == [
        ("nora_vale", "It stops."),
        ("otto", ANSWER),
    ]
    assert [each.posted_at and each.posted_at.day for each in read.posts] == [12, 13]


NOTES: Final = {
    "a rota": "Who opens\nNora Vale\nnora_vale\nMar 12\nOtto Reyes\notto\nMar 13\nBring the key.",
    "numbers": "What we saw\n120\nviews\n7\nlikes\n2\nusers\nThat is more than in March.",
    "of it": "Suggested topics\nLooms\nMar 12\nReeds\nMar 13\nWho wants to speak of one, says so.",
    "a digest": "I copied this for Monday, since it tells all that we need to know of looms.\n"
    "Nora Vale\nnora_vale\nMar 12\nIt stops.\nOtto Reyes\notto\nMar 13\nPress it.\n"
    "Powered by Discourse",
}


@pytest.mark.parametrize("name", NOTES)
def test_notes_that_look_like_topics_stay_whole(name: str, read_file: ReadFile) -> None:
    read = read_file(NOTES[name])

    assert "\n".join(each.text for each in read.posts) == NOTES[name]
    assert not read.left_out
