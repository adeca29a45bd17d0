"""Knows what a site says to its readers in whole sentences: subscribe, sign in, read on, agree.

In English, French, German and Spanish. People write of such things, too, so that one sentence
alone tells nothing.
"""

from __future__ import annotations

import re
from typing import Final

_LONGEST: Final = 250
_FEWEST: Final = 2
_OFFERS: Final = re.compile(
    r"\b(?:un)?subscri\w+|\bno spam|\bdésinscri\w+|\bdébloque\w*|\btous les articles"
    r"|\babbestell\w+|\bwiderruf\w*|\bjeden (?:morgen|tag)|\bjede woche"
    r"|\bsign(?:ing)? (?:up|in)\b|\blog in\b|\bnewsletters?\b|\b(?:in)?box\b"
    r"|\be-?mail address|\byour (?:account|e-?mail|privacy|choices?|data|preferences|interests)\b"
    r"|\bbecome a member|\bmembers? only|\bunlimited|\bfull access|\bfree trial|\bfor free\b"
    r"|[$£€] ?\d|\d ?[$£€]|\bcancel any ?time|\b(?:direct|straight) (?:from|to) (?:the|your)\b"
    r"|\bevery (?:morning|week|day|month)\b|\bjournalism\b|\bour (?:partners|app|supporters)\b"
    r"|\bthis (?:article|story|post)\b|\bread(?:ing)? (?:on|more|without)\b|\blicen[cs]\w+"
    r"|\babonn\w+|\binscri\w+|\b(?:se |vous )?connect(?:er|ez)\b|\bbo[iî]te (?:mail|de réception)"
    r"|\bvo(?:tre|s) (?:e-?mail|adresse|compte|données|consentement|choix|centres)\b"
    r"|\billimité\w*|\bsans engagement|\bpremier mois|\bcet article\b"
    r"|\bnos (?:partenaires|offres)\b"
    r"|\bl['’]essentiel de l['’]actualité|\bchaque (?:matin|semaine|jour|soir)\b|\bréservé\w*"
    r"|\bvous acceptez|\bpolitique de confidentialité|\blire la suite|\bil vous reste\b"
    r"|\b(?:digital-?)?abo(?:nnement|s)?\b|\babonnieren|\bregistrier\w+|\b(?:an)?melde\w*\b"
    r"|\b(?:ihr|dein)e? (?:e-?mail|konto|daten|einwilligung|postfach)|\bweiterlesen\b"
    r"|\b(?:diesen|dieser|den ganzen|alle) (?:artikel|beiträge)\b|\bkostenlos\w*|\bkündbar\b"
    r"|\bprobemonat|\bwerbung\b|\bunsere (?:partner|app)\b|\bdatenschutz\w*|\bfreischalten\b"
    r"|\balready (?:have|a)\b|\bdéjà (?:abonné\w*|un compte)|\bbereits\b|\bya (?:tienes|eres)\b"
    r"|\bmailbox\b|\bauf dem laufenden|\bwichtigsten nachrichten|\bunser angebot|\bpost!"
    r"|\bsuscri\w+|\bregístr\w+|\biniciar? sesión|\bcuenta\b|\btu (?:correo|e-?mail|nombre)\b"
    r"|\b(?:seguir|sigue) leyendo|\bleer sin límites|\bsin límites\b|\bbolet[ií]n\w*"
    r"|\bgratis\b|\beste (?:artículo|contenido)\b|\bnuestros socios|\búnete\b|\bpinche aquí",
    re.IGNORECASE,
)


def is_appeal(line: str) -> bool:
    """Return whether a line speaks of several things that a site has to offer or to ask."""
    return offers(line) >= _FEWEST


def offers(line: str) -> int:
    """Return of how many things a line speaks that a site has to offer or to ask."""
    if len(line) > _LONGEST:
        return 0
    return len({found[0].lower() for found in _OFFERS.finditer(line)})
