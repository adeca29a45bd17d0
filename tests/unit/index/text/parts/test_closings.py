"""A letter's closing is found in four languages, and what only looks like one is not."""

from __future__ import annotations

import pytest

from index.text.parts.closings import FAR, signature_at

SAID = "The lathe in room two is open to everybody.\n\n"


@pytest.mark.parametrize(
    "closing",
    [
        "Yours,\nMara Quist",
        "Yours sincerely,\n\nMara Quist\nTreasurer",
        "Best regards,\nMara",
        "Kind regards\nMara Quist\nMakers of the Old Mill\n+44 20 7946 0000",
        "With best wishes,\nM. Quist",
        "All the best,\nMara",
        "Cheers,\nBo",
        "Many thanks,\nBo",
        "Thanks in advance!\nBo",
        "Cordialement,\nMara Quist",
        "Bien à vous,\nMara Quist\nTrésorière",
        "Merci d’avance,\nBo",
        "Salutations distinguées,\nM. Quist",
        "Mit freundlichen Grüßen\nMara Quist",
        "Viele Grüße,\nMara",
        "Liebe Grüsse\nMara",
        "LG\nBo",
        "Atentamente,\nMara Quist",
        "Un saludo,\nMara",
        "Saludos cordiales,\nMara Quist\nTesorera",
        "Un abrazo,\nBo\n",
    ],
)
def test_a_closing_begins_with_its_formula(closing: str) -> None:
    assert signature_at(SAID + closing, len(SAID))
    assert signature_at(closing, 0)
    assert not signature_at(SAID + closing, 0)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Yours",
        "Best regards,",
        "Cheers,\nthe lathe is open again",
        "Thanks,\nThe lathe is open again.",
        "Thanks to everybody,\nMara",
        "Best\nThe lathe in room two is what most people like",
        "Merci à tous ceux qui sont venus\nMara",
        "Danke für alles\nMara",
        "Saludos a quienes vinieron ayer\nMara",
        "Rules:\nLove\nPeace. And more.",
        "Best regards,\nAna\nBo\nCy\nDi\nEd\nFlo",
        "Best regards,\n" + "Mara " * 101,
        "Best regards,\nMara\n\nPS: the lathe needs oil, which stands on the shelf.",
    ],
)
def test_what_tells_something_is_none(text: str) -> None:
    whole = SAID + text
    starts = [at for at in range(len(whole)) if at == 0 or whole[at - 1] == "\n"]
    assert not any(signature_at(whole, at) for at in starts)


def test_names_and_what_somebody_is_stand_below_the_formula() -> None:
    assert signature_at("Yours,\n\nMara Quist\n", 0) == ["Mara Quist"]
    assert signature_at("Yours,\nMara Quist\nTreasurer", 0) == ["Mara Quist", "Treasurer"]


def test_words_at_the_end_of_a_line_begin_no_closing() -> None:
    text = "To everybody in the village, with all the best\nMara"
    assert not signature_at(text, text.index("all the best"))


def test_what_is_longer_than_a_closing_is_none() -> None:
    assert signature_at("Best\n" + "M" * (FAR - len("Best\n")), 0)
    assert not signature_at("Best\n" + "M" * FAR, 0)
