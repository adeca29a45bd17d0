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


MAP: Final = MAPS["en"] + "read\n2\nmin\n"
TOP: Final = f"{TITLE}\nSupport\n1\nMar 2025\n1 / 3\nMar 2025\nApr 2025\n"
BELOW: Final = "1\nReply\nSuggested topics\n"


@pytest.mark.parametrize(
    "above", ["2\n", "1 Like\n", "1 month later\n", "einen Monat später\n", ""]
)
@pytest.mark.parametrize(
    "role",
    ["Leader", "Co-Founder", "Moderatorin", "Loom Makers team", "Closed", "Geschlossen,", "otto"],
)
def test_what_somebody_is_is_nobody(role: str, above: str, read_file: ReadFile) -> None:
    read = read_file(
        f"{TOP}otto\nMar 2025\nIt stops.\n{MAP}nora\n{role}\nMar 2025\n{ANSWER}\n{above}"
        f"otto\n{role}\nApr 2025\nThanks.\n{BELOW}"
    )

    assert [(each.author, each.text) for each in read.posts] == [
        ("otto", "It stops."),
        ("nora", ANSWER),
        ("otto", "Thanks."),
    ]
    assert read.posts[0].title == TITLE


@pytest.mark.parametrize("account", ["zoe", "zoe_lind", "Zoe", "Zoe Lind"])
@pytest.mark.parametrize("above", ["", "2\n", "Solution\n1\n", "3 mois plus tard\n"])
def test_who_shows_one_name_among_those_with_two_has_said_it(
    account: str, above: str, read_file: ReadFile
) -> None:
    read = read_file(
        f"{TOP}Nora Vale\nnora_vale\nMar 2025\nIt stops.\n{MAP}{account}\nMar 2025\n{ANSWER}\n"
        f"1\nNora Vale\nnora_vale\n{account}\nMar 2025\nThanks.\n{above}"
        f"{account}\nApr 2025\nGladly.\n{BELOW}"
    )

    assert [(each.author, each.text) for each in read.posts] == [
        ("Nora Vale", "It stops."),
        (account, ANSWER),
        ("Nora Vale", "Thanks."),
        (account, "Gladly."),
    ]


@pytest.mark.parametrize("two", ["mona\nJanitor\n", "mona\nlars\n"])
def test_who_of_two_has_said_it_is_nobody_where_the_page_does_not_tell(
    two: str, read_file: ReadFile
) -> None:
    read = read_file(
        f"{TOP}otto\nMar 2025\nIt stops.\n{MAP}nora\nMar 2025\n{ANSWER}\n{two}Apr 2025\n"
        f"Thanks.\n{BELOW}"
    )

    assert [(each.author, each.text) for each in read.posts] == [
        ("otto", "It stops."),
        ("nora", ANSWER),
        (None, "Thanks."),
    ]


WORDS: Final = {
    "a day": "We meet again.\nSaturday\nMar 8\nin the hall.",
    "few words": "Danke",
    "a name": "Thanks to\nOtto Reyes\nwho found it",
    "a list": "I have:\nreed\nheddle\nshuttle",
    "a number": "It is\n42\nof them.",
    "what is counted": "I see\n3\nlikes\nhere.",
    "an account": "Ask\nada_q\nof the team.",
    "a role": "She is\nLeader",
}


@pytest.mark.parametrize("name", WORDS)
def test_short_lines_among_words_stay_with_who_wrote_them(name: str, read_file: ReadFile) -> None:
    read = read_file(
        f"{TOP}Nora Vale\nnora_vale\nMar 2025\n{WORDS[name]}\n{MAP}Otto Reyes\notto\nMar 2025\n"
        f"{WORDS[name]}\nNora Vale\nnora_vale\nApr 2025\nThanks.\n{BELOW}"
    )

    assert [(each.author, each.text) for each in read.posts] == [
        ("Nora Vale", WORDS[name]),
        ("Otto Reyes", WORDS[name]),
        ("Nora Vale", "Thanks."),
    ]


NOTES: Final = {
    "a rota": "Who opens\nNora Vale\nnora_vale\nMar 12\nOtto Reyes\notto\nMar 13\nBring the key.",
    "numbers": "What we saw\n120\nviews\n7\nlikes\n2\nusers\nThat is more than in March.",
    "of it": "Suggested topics\nLooms\nMar 12\nReeds\nMar 13\nWho wants to speak of one, says so.",
    "minutes": "Kiln talk\nmona\nLeader\nMar 12\nWe fire.\n2\notto\nMar 13\nWe cool.",
    "votes": "Poll\n3\nviews\nmona\nMar 12\nFor it.\n2\nlikes\notto\nMar 13\nAgainst it.",
    "a digest": "I copied this for Monday, since it tells all that we need to know of looms.\n"
    "Nora Vale\nnora_vale\nMar 12\nIt stops.\nOtto Reyes\notto\nMar 13\nPress it.\n"
    "Powered by Discourse",
}


@pytest.mark.parametrize("name", NOTES)
def test_notes_that_look_like_topics_stay_whole(name: str, read_file: ReadFile) -> None:
    read = read_file(NOTES[name])

    assert "\n".join(each.text for each in read.posts) == NOTES[name]
    assert not read.left_out
