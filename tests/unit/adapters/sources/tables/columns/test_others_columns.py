"""Columns that are not the author's words, or not what they seem."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.unit.adapters.sources.conftest import ReadFile

SAID = "The glaze cracked because the kiln was too hot."
REPLY = "We are sorry and will replace the bowl."


@pytest.mark.parametrize(
    "heads",
    [
        "reviewer,review,review_reply",
        "Customer,Message,Response",
        "user,content,Developer response",
        "Auteur,Avis,Réponse du propriétaire",
        "Kunde,Nachricht,Antwort",
        "Cliente,Mensaje,Respuesta",
        "Requester,Description,Agent notes",
        "Author,What did you like?,Reply from the company",
        "Kunde,Anliegen,Antwort",
        "Client,Réclamation,Réponse",
        "Customer,Problem,Reply",
        "Name,Problem,Response",
        "Reviewer,Review,Owner Comment",
        "Reviewer,Review,Seller feedback",
        "Reviewer,Review,Comment from staff",
        "Reviewer,Review,Admin message",
        "Reviewer,Review,Kommentar des Inhabers",
        "Reviewer,Review,Commentaire du propriétaire",
        "Reviewer,Review,Comentario del propietario",
        "Reviewer,Review,Teacher feedback",
        "Reviewer,Review,Stellungnahme",
    ],
)
def test_what_others_reply_is_not_the_authors(read_file: ReadFile, heads: str) -> None:
    found = read_file(f'{heads}\nAna,"{SAID}","{REPLY}"\n', "a.csv")

    assert found.only.author == "Ana"
    assert REPLY not in found.only.text
    assert found.left_out[f"columns:{heads.split(',')[2]!r}"] == 1


@pytest.mark.parametrize(
    "heads",
    [
        "Name,Question,Answer",
        "Name,Frage,Antwort",
        "Name,Comment,Your answer",
        "Name,What did you like?,Response",
        "Name,Answer 1,Answer 2",
        "Name,Comment,Message to the team",
        "Name,Feedback,Company review",
        "Name,Comment,Feedback for the host",
        "Name,Comment,Nachricht an den Inhaber",
        "Name,Comment,Message à l'équipe",
        "Name,Comment,Mensaje al equipo",
        "Name,What did you like?,Staff feedback",
        "Name,What did you like?,Comments on the teacher",
        "Participant,Task,Response",
        "Respondent,Statement of the day,Response",
        "Name,Comment,Opinion of the company",
    ],
)
def test_what_who_fills_in_a_form_answers_is(read_file: ReadFile, heads: str) -> None:
    found = read_file(f'{heads}\nAna,"{SAID}","{REPLY}"\n', "a.csv")

    assert found.only.author == "Ana"
    assert REPLY in found.only.text


def test_what_is_said_of_the_staff_among_other_topics_is_the_authors(read_file: ReadFile) -> None:
    heads = "Name,Food comments,Room comments,Staff comments"
    found = read_file(f'{heads}\nAna,"{SAID}","{SAID}","{REPLY}"\n', "a.csv")

    assert found.only.author == "Ana"
    assert REPLY in found.only.text


def test_an_answer_beside_what_is_no_sentence_stays(read_file: ReadFile) -> None:
    found = read_file(f'Name,Place,Answer\nAna,"12 Mill Lane, Kassel, Germany","{SAID}"\n', "a.csv")

    assert SAID in found.only.text


@pytest.mark.parametrize(
    ("heads", "author"),
    [
        ("Participant,Interviewer notes", None),
        ("Member,Manager comment", None),
        ("Name,Reply from the shop owner", None),
        ("Reviewer,Reviewer comments", "Ana"),
        ("Name,Team feedback", "Ana"),
        ("Name,Notes for the interviewer", "Ana"),
    ],
)
def test_notes_of_staff_are_not_those_of_whom_they_are_about(
    read_file: ReadFile, heads: str, author: str | None
) -> None:
    found = read_file(f'{heads}\nAna,"{SAID}"\n', "a.csv")

    assert (found.only.author, found.only.text) == (author, SAID)


def test_only_a_reply_is_read_as_any_text(read_file: ReadFile) -> None:
    assert read_file(f"Name,Response\nAna,{SAID}\n", "a.csv").only.text == SAID


@pytest.mark.parametrize("ages", [("33", "44"), ("25-34", "65+"), (33, 44)])
def test_how_old_people_are_is_no_age_of_posts(
    read_file: ReadFile, ages: tuple[object, object]
) -> None:
    rows = [{"comment": SAID, "age": ages[0]}, {"comment": REPLY, "age": ages[1]}]
    own = [{"text": row["comment"], "age": row["age"]} for row in rows]

    for each in (rows, own):
        found = read_file(json.dumps(each), "a.json")
        assert [post.age for post in found.posts] == ["", ""]
        assert found.left_out["columns:'age'"] == 2


def test_the_age_source_and_audience_of_a_table_of_ours_stay(read_file: ReadFile) -> None:
    found = read_file(f"text,age,source,audience\n{SAID},3 mois,forum,slack:C1\n", "a.csv")

    post = found.only
    assert (post.age, post.source, post.audience) == ("3 mois", "forum", "slack:C1")


def test_others_sources_and_audiences_are_none_of_ours(read_file: ReadFile) -> None:
    rows = f"Source,Audience,Scope,Comment\nGoogle Ads,Teens,In,{SAID}\nFlyer,All,Out,{REPLY}\n"
    found = read_file(rows, "a.csv")

    assert {(post.source, post.audience) for post in found.posts} == {("a", "everyone")}
    assert found.left_out == {f"columns:{head!r}": 2 for head in ("Source", "Audience", "Scope")}


@pytest.mark.parametrize("head", ["audience", "Audience"])
def test_an_audience_written_as_ours_never_opens(read_file: ReadFile, head: str) -> None:
    found = read_file(f"{head},Comment\nslack:C1,{SAID}\n", "a.csv")

    assert found.only.audience == "slack:C1"


def test_an_account_stands_in_where_a_name_is_blank(read_file: ReadFile) -> None:
    rows = f"name,username,comment\nAna Ruiz,ana,{SAID}\n,ben,{REPLY}\n"

    assert [post.author for post in read_file(rows, "a.csv").posts] == ["Ana Ruiz", "ben"]


def test_a_name_of_a_thing_is_a_title(read_file: ReadFile) -> None:
    rows = f"Name,Created by,Notes\nKiln rules,Ines Vogt,{SAID}\n"
    found = read_file(rows, "a.csv")

    assert (found.only.author, found.only.title) == ("Ines Vogt", "Kiln rules")
    assert found.left_out == {}


def test_ids_that_come_again_are_none(read_file: ReadFile) -> None:
    found = read_file(f"ID,Comment\n7,{SAID}\n7,{REPLY}\n", "a.csv")

    assert [post.text for post in found.posts] == [SAID, REPLY]


@pytest.mark.parametrize(
    ("heads", "author"),
    [
        ("Asked by,Question,Answered by,Answer", "Tom"),
        ("Frage von,Frage,Antwort von,Antwort", "Tom"),
        ("Customer,Question,Agent,Answer", None),
        ("Respondent,Question,Room,Answer", "Ana"),
        ("Name,Question,Room,Answer", "Ana"),
        ("Customer,Question,Room,Comment", "Ana"),
    ],
)
def test_an_answer_is_that_of_who_answered(
    read_file: ReadFile, heads: str, author: str | None
) -> None:
    found = read_file(f'{heads}\nAna,How hot is the kiln?,Tom,"{SAID}"\n', "a.csv")

    assert (found.only.author, found.only.text) == (author, SAID)


@pytest.mark.parametrize("head", ["Review", "Kommentar", "Avis", "Comentario"])
def test_names_of_people_may_be_written_small(read_file: ReadFile, head: str) -> None:
    found = read_file(f'Name,{head}\nana ruiz,"{SAID}"\nben ode,"{REPLY}"\n', "a.csv")

    assert [post.author for post in found.posts] == ["ana ruiz", "ben ode"]


def test_an_address_behind_a_name_is_not_quoted(read_file: ReadFile) -> None:
    found = read_file(f'From,Body\nAda Lee <ada@x.org>,"{SAID}"\n', "a.csv")

    assert found.only.author == "Ada Lee"
