from __future__ import annotations

import pytest

from adapters.sources.tables.columns.heads import day_first_by_head, is_question, role_of


@pytest.mark.parametrize(
    ("head", "role"),
    [
        ("Respondent", "author"),
        ("author_name", "author"),
        ("Auteur·e", "author"),
        ("Répondant·e", "author"),
        ("AUTORIN", "author"),
        ("Remitente", "author"),
        ("Reviewer Name", "author"),
        ("user_screen_name", "author"),
        ("Kundenname", "author"),
        ("Review Date", "posted_at"),
        ("Date de l’avis", "posted_at"),
        ("Rédigé par", "author"),
        ("Message écrit par :", "author"),
        ("Reported by", "author"),
        ("Eingereicht von", "author"),
        ("Enviado por", "author"),
        ("Review URL", "url"),
        ("Review Title", "title"),
        ("Review Text", "text"),
        ("Message", "text"),
        ("Your comments (optional)", "text"),
        ("Votre commentaire :", "text"),
        ("Ihre Rückmeldung", "text"),
        ("NACHRICHT", "text"),
        ("Mensaje", "text"),
        ("Opinión", "text"),
        ("createdAt", "posted_at"),
        ("Horodateur", "posted_at"),
        ("Zeitstempel", "posted_at"),
        ("Marca temporal", "posted_at"),
        ("Fecha", "posted_at"),
        ("Lien", "url"),
        ("Enlace", "url"),
        ("Betreff", "title"),
        ("Título", "title"),
    ],
)
def test_a_head_tells_its_column_in_four_languages(head: str, role: str) -> None:
    found = role_of(head)
    assert found is not None
    assert found[0] == role


@pytest.mark.parametrize(
    "head",
    [
        "score",
        "Preis",
        "1",
        "",
        "email",
        "12/05/2025 14:33",
        "Comment count",
        "user id",
        "Author Title",
        "Author URL",
        "Reviewer Country",
        "author_association",
        "Referred by",
        "Vermittelt von",
        "User Agent",
        "Utilisateur vérifié",
        "Book Author",
        "Approved by",
        "Mis à jour par",
    ],
)
def test_other_heads_tell_nothing(head: str) -> None:
    assert role_of(head) is None


@pytest.mark.parametrize("head", ["What did you like?", "Qu’avez-vous aimé ?", "Was fehlt? *"])
def test_a_question_is_told_by_its_mark(head: str) -> None:
    assert is_question(head)
    assert not is_question(head.replace("?", ""))


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ("Date (DD/MM/YYYY)", True),
        ("date (jj/mm)", True),
        ("Datum TT.MM.JJJJ", True),
        ("date (mm/dd)", False),
        ("Date MM-DD-YYYY", False),
        ("Date", None),
    ],
)
def test_a_head_may_tell_the_order_of_its_dates(head: str, expected: bool | None) -> None:
    assert day_first_by_head(head) is expected


def test_the_link_of_a_comment_itself_goes_before_that_of_its_thread() -> None:
    link, permalink = role_of("link"), role_of("permalink")
    assert link is not None
    assert permalink is not None
    assert permalink[0] == link[0] == "url"
    assert permalink[1] < link[1]
