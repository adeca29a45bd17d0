from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.text.parts.quoted import is_quoted, quoted_in, quoted_spans, without
from index.text.parts.sentences import Span
from tests.fakes.index.posts import post


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("I agree.\n> The oven is lit.\n> On Friday.\nNo.", ["> The oven is lit.\n> On Friday.\n"]),
        (
            "Yes.\n\nOn Mon, 3 Feb 2025, Ann wrote:\n> hello",
            ["On Mon, 3 Feb 2025, Ann wrote:\n", "> hello"],
        ),
        (
            "Oui.\n\nLe lun. 3 févr. 2025, Ann a écrit :\n> allô",
            ["Le lun. 3 févr. 2025, Ann a écrit :\n", "> allô"],
        ),
        (
            "See below.\n-----Original Message-----\nThe old one.",
            ["-----Original Message-----\nThe old one."],
        ),
        *(
            (
                f"{own}{begun}\n\nFrom: Ann\n\nThe pump is broken.",
                [f"{begun}\n\nFrom: Ann\n\nThe pump is broken."],
            )
            for own in ("", "See below.\n\n")
            for begun in (
                "Begin forwarded message:",
                "Début du message réexpédié :",
                "Anfang der weitergeleiteten Nachricht:",
                "Inicio del mensaje reenviado:",
            )
        ),
        (
            "FYI\n\n*From:* Ann <ann@x.example>\n*Sent:* Sunday\nThe pump.",
            ["*From:* Ann <ann@x.example>\n*Sent:* Sunday\nThe pump."],
        ),
        (
            "Zur Info.\n\nVon: Ann\nBetreff: Pumpe\nDatum: 5. Mai\nDie Pumpe.",
            ["Von: Ann\nBetreff: Pumpe\nDatum: 5. Mai\nDie Pumpe."],
        ),
        ("Voici.\nDe : Ann\nEnvoyé : lundi\nLe four.", ["De : Ann\nEnvoyé : lundi\nLe four."]),
    ],
)
def test_the_words_of_others_are_told_from_the_posts_own(text: str, quoted: list[str]) -> None:
    assert [text[start:end] for start, end in quoted_spans(text)] == quoted


@pytest.mark.parametrize(
    "text", ["a > b", "From: Ann\nDate: Monday\nThe mail itself.", "-> to the left", "5: 6 > 4"]
)
def test_nothing_else_is_quoted(text: str) -> None:
    assert quoted_spans(text) == []


def test_a_sentence_that_reaches_into_a_quote_is_quoted() -> None:
    assert is_quoted(Span(5, 12), [Span(10, 20)])
    assert not is_quoted(Span(5, 10), [Span(10, 20)])


def test_where_nobody_is_known_to_write_only_what_others_are_said_to_write_is_quoted() -> None:
    own = "# The workshop\n> The hammer hangs behind the door.\n"
    assert quoted_in(post(own, author=None)) == []
    assert len(quoted_in(post(own, author="Ines"))) == 1
    said = "Yes.\n\nOn Mon, 3 Feb 2025, Ann wrote:\n> hello"
    assert quoted_in(post(said, author=None)) == quoted_spans(said)


@pytest.mark.parametrize(
    "line",
    [
        "Sent: Monday, March 3, 2025 10:12 AM",
        "Sent: 03 March 2025 10:12",
        "Sent: Sunday at 10:12",
        "Sent: 2025-03-03 10:12",
        "Sent: 3/3/2025 10:12 AM",
        "Sent: Mon 3 Mar 2025",
        "Date: Mon, 3 Mar 2025 at 10:12",
        "Date: March 3rd, 2025",
        "Gesendet: Montag, 3. März 2025 10:12",
        "Datum: Mo., 3. März 2025 um 10:12 Uhr",
        "Datum: 03.03.2025 10:12",
        "Envoyé : lundi 3 mars 2025 10:12",
        "Date : lun. 3 mars 2025 à 10:12",
        "Enviado: lunes, 3 de marzo de 2025 10:12",
        "Fecha: 3 mar 2025",
        "Date: 2025年3月3日",
        "Sent on: 1er août 2025",
    ],
)
def test_a_mail_is_forwarded_that_says_when_it_was_sent(line: str) -> None:
    text = f"See below.\n\nFrom: Ann\n{line}\nThe pump."

    assert quoted_spans(text) == [Span(text.index("From"), len(text))]


@pytest.mark.parametrize(
    "line",
    [
        "Sent: the parcel",
        "Sent: two parcels and a letter",
        "Sent: 12 parcels",
        "Sent: 300 letters in 2024",
        "Sent: Sunday papers",
        "Sent: all 5 marbles",
        "Date: not yet",
        "Date: to be told",
        "Datum: offen",
        "Enviado: el paquete",
        "Envoyé : le colis",
        "Gesendet: das Paket, um 10:12 Uhr",
        "Date palms: 3 of them",
    ],
)
def test_no_mail_is_forwarded_where_something_else_was_sent(line: str) -> None:
    assert quoted_spans(f"The list.\n\nFrom: Bob\n{line}\nThanks to all!") == []


HEADS = (
    "-------- Weitergeleitete Nachricht --------\nBetreff: \tPumpe\nDatum: \tThu, 1 Jan 2026",
    "-------- Mensaje reenviado --------\nAsunto: \tPumpe\nFecha: \tThu, 1 Jan 2026",
    "-------- Message transféré --------\nSujet : \tPompe\nDate : \tThu, 1 Jan 2026",
    "-------- Forwarded Message --------\nSubject: \tPump\nDate: \tThu, 1 Jan 2026",
    "-------- Messaggio inoltrato --------\nOggetto: \tPompa",
    "----- Originalnachricht -----\nVon: Bo",
    "----- Forwarded message from Bo Crane <bo@x.example> -----\n\nDate: Thu, 1 Jan 2026",
    "----- Forwarded by Ana Bell/X on 01/01/2026 09:00 AM -----\n\nFrom: Bo Crane/X",
    "----- Weitergeleitet von Ana Bell/X am 01.01.2026 -----\n\nVon: Bo Crane/X",
    "Gesendet: Donnerstag, 1. Januar 2026 um 09:00 Uhr\nVon: Bo\nAn: Ana\nBetreff: Pumpe",
    "From: Bo Crane\nTo: Ana\nSent: Thursday, January 1, 2026 9:00:00 AM\nSubject: Pump",
    "Date: Thu, 1 Jan 2026 09:00:00 +0000\nFrom: bo@x.example\nSubject: Pump\nTo: ana",
    "Betreff: Pumpe\nDatum: 1. Januar 2026\nVon: Bo\nAn: Ana",
    "To: Ana\nCc: Cy\nFrom: Bo\nSent: Thursday, January 1, 2026",
)


@pytest.mark.parametrize("head", HEADS)
def test_what_is_forwarded_in_any_program_goes_on_to_the_end(head: str) -> None:
    text = f"See below.\n\n{head}\n\nThe pump is broken."
    found = quoted_spans(text)

    assert without(text, 0, len(text), found).strip().startswith("See below.")
    assert "broken" not in without(text, 0, len(text), found)


@pytest.mark.parametrize("end", ["End forwarded message", "Ende der weitergeleiteten Nachricht"])
def test_what_is_below_a_mail_that_is_told_to_end_is_the_senders(end: str) -> None:
    text = f"{HEADS[0]}\n\nBroken.\n\n----- {end} -----\n\nI mend it."

    assert without(text, 0, len(text), quoted_spans(text)).strip() == "I mend it."


@pytest.mark.parametrize(
    "text",
    [
        "The trip.\n\nDate: 3 May 2026\nFrom: 10:00\nTo: 12:00\nSubject: The oven\nBring wood.",
        "The trip.\n\nDate: 3 May 2026\nFrom: Paris\nTo: London\nBring wood.",
        "The trip.\n\nFrom: Paris\nTo: London\nDate: 3 May 2026\nBring wood.",
        "Fields:\n\nTo: who reads it\nSubject: what it is about\nCc: who else\nDate: when",
        "Felder:\n\nVon: wer\nAn: wen\nBetreff: was\nDatum: wann",
        "The menu.\n\n-- Message of the day --\nSoup.",
        "The menu.\n\n---- Weitergeleitete Anrufe ----\nNone.",
        "The menu.\n\nForwarded message from Ann: none.",
        "The menu.\n\n-- Forwarded by post\nSoup.",
        "La visite.\n\nDate : 3 mai 2026\nDe : 9 h\nÀ : 17 h\nObjet : le four",
        "Subject: Pump\nDate: 3 May 2026\nFrom: Ann\nTo: Bo\nThe mail itself.",
    ],
)
def test_what_only_looks_like_the_head_of_a_mail_is_the_senders(text: str) -> None:
    assert quoted_spans(text) == []


@given(st.text(alphabet="a> \n", max_size=40), st.integers(0, 40), st.integers(0, 40))
def test_what_is_left_is_every_sign_that_no_quote_has(text: str, start: int, end: int) -> None:
    quoted = quoted_spans(text)
    signs = range(min(start, len(text)), min(end, len(text)))
    left = [at for at in signs if not any(each.start <= at < each.end for each in quoted)]
    assert without(text, signs.start, signs.stop, quoted) == "".join(text[at] for at in left)
