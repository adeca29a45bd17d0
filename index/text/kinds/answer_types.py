"""Tells what kind of answer a question asks for, and whether a sentence has it; pure."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from index.text.words import folded, words

_REASON: Final = (
    # An English car is no reason, nor is what has been so since a day.
    r"\b(?:parce qu|car (?:ils?|elles?|nous|vous|je|tu|ce|cela|les?|la|une?|des?|son|sa|ses)\b|"
    r"car [cdjlns]['’]|puisqu|a cause d|en raison d|faute d|grace a|afin d|cause|raison|motif|"
    r"because|due to|since\b(?! \w* ?\d)|owing to|reason|so that|"
    r"in order to|conflict|conflit|desaccord|disagree|porque|debido a|weil|wegen|aufgrund)"
)
_CLOCK: Final = (
    r"\b(?:\d{1,2} ?h\b|\d{1,2} ?h ?\d\d|\d{1,2}[:.]\d\d|\d{1,2} ?[ap]\.?m\b|noon|midi\b"
    r"|\d{1,2} ?(?:o['’ ]?clock|heures?|horas?|uhr)\b"
    r"|(?:at|by|until|a las|um|bis) (?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|"
    r"eleven|twelve)\b)"
)
_WEEKDAY: Final = (
    r"\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)days?|lundi|mardi|mercredi|jeudi|vendredi|samedi|"
    r"dimanche|lunes|martes|miercoles|jueves|viernes|sabado|domingo|"
    r"(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch)s?\b"
)
_MONTH: Final = (
    r"\b(?:janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre|"
    r"january|february|march|april|june|july|august|september|october|november|december|"
    r"enero|febrero|marzo|mayo|junio|julio|agosto|septiembre|octubre|noviembre|"
    r"diciembre|januar|februar|marz|juni|juli|oktober|dezember)\b|"
    r"(?<=in )may\b|(?<=\d )may\b|\bmay(?= \d)"
)
_YEAR: Final = r"\b(?:1[5-9]|20)\d\d\b"
_NUMBER: Final = (
    rf"(?:(?!{_YEAR})\b\d+(?:[ ,.]\d+){{0,4}}+|\b(?:two|three|four|five|six|seven|eight|nine|ten|"
    r"eleven|twelve|twenty|thirty|forty|fifty|hundred|thousand|half|dozen|deux|trois|quatre|cinq|sept|huit|neuf|"
    r"dix|onze|douze|vingt|trente|quarante|cinquante|cent|mille|moitie|douzaine|"
    r"dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|doce|veinte|treinta|cien|mil|mitad|"
    r"zwei|drei|vier|funf|sechs|sieben|acht|neun|zehn|zwolf|zwanzig|hundert|tausend)\b)"
)
_SPAN: Final = (
    r"(?:secondes?|seconds?|minutes?|min|hours?|heures?|h|days?|jours?|journees?|nights?|nuits?|"
    r"weeks?|semaines?|months?|mois|years?|ans?|annees?|"
    r"segundos?|minutos?|horas?|dias?|semanas?|mes|meses|anos?|"
    r"sekunden?|minuten?|stunden?|tage?n?|wochen?|monate?n?|jahre?n?)"
)
_DURATION: Final = (
    rf"{_NUMBER}[^\W\d]{{0,4}} ?(?:[^\W\d]+ ){{0,2}}{_SPAN}\b|"
    rf"\b(?:an?|one|une?|una?|eine?[nmrs]?) {_SPAN}\b"
)
_MONEY: Final = (
    rf"[£€$] ?\d|{_NUMBER}[^\W\d]{{0,10}} ?(?:millions? (?:de |d['’])?)?"
    r"(?:[£€$]|\b(?:eur|euros?|dollars?|pounds?|usd|mds?|milliards?|billions?)\b)|"
    r"\b(?:free of charge|for free|gratuit)|"
    # Among people of one place the number alone is a price: "owners pay 200 a year".
    r"\b(?:pays?|paid|costs?|fee|price|cou(?:te|tent|tera)|pa[iy]e(?:r|nt|z)?|prix|tarif|"
    r"cuestan?|pagan?|precio|kostet|kosten|zahl(?:t|en)|preis)\b[^.!?\n]{0,20}?\d"
)

_ONE_OF: Final = r"(?:\w+ ){0,3}(?:l['’])?"
_HOW_LONG: Final = (
    r"\b(?:how long|combien de temps|cuanto (?:tiempo|dura)|wie lange|"
    rf"(?:how many |combien d[e’' ]+|cuant[ao]s |(?:binnen )?wie ?vieler? ){_SPAN})\b"
)
_HOW_DEAR: Final = (
    r"\b(?:how many|combien d[e’' ]*) ?(?:euros?|dollars?|pounds?|livres)\b|"
    r"\b(?:how much|combien)\b.*\b(?:costs?|pa(?:y|id)|price|cout\w*|paye\w*|prix)\b|"
    r"\bwhat do(?:es)? .*\b(?:cost|earn)\b|\bcombien gagne\w*|"
    rf"\b(?:what(?: is|['’]s| are)|how (?:high|big) (?:is|are)|"
    rf"quel(?:le)?s? (?:est|sont)) {_ONE_OF}"
    r"(?:price|fee|fine|salary|wage|prix|tarif|amende|salaire)s?\b|"
    r"\bcuanto (?:cuesta|dinero|gana|se paga)\w*|\bque (?:precio|multa|sueldo)\b|"
    r"\b(?:was|wie ?viel) (?:kostet|kosten|verdient)\b|\bwie ?viel geld\b|\bwelche geldstrafe\b"
)
_HOW_OLD: Final = (
    r"\bhow old (?:is|are|was|were)\b|\bquel age (?:a|ont|avai\w+)\b|\bcuantos anos tienen?\b|"
    r"\bwie alt (?:ist|sind|war|waren)\b"
)
_AN_AGE: Final = (
    rf"{_NUMBER}[ -](?:years?|months?|weeks?|ans|mois|semaines|anos|meses|jahre?n?|monate?n?)\b|"
    rf"{_YEAR}|\b(?:aged|turn(?:s|ed)|age de) \d"
)
# What is so at some time is no question for the time: "Can I row when it is cold?".
_ASKED_ELSE: Final = (
    r"\W*(?:(?:can|could|may|must|should|do|does|did|is|are|was|were|will|would|has|have|am|why|"
    r"how|where|who|what|which|est[- ]ce|pourquoi|comment|ou|qui|que|quoi|quel\w*|"
    r"kann|darf|muss|warum|wie|wo|wer|was|welche\w*)\b|qu['’]|"
    r"(?:\w+ ){0,4}\w+-(?:t-)?(?:je|tu|il|elle|on|nous|vous|ils|elles)\b)"
)
_WHEN: Final = (
    rf"^(?!{_ASKED_ELSE}).*\b(?:when|quand|wann)\b|\b(?:when|quand|wann)\W*$|"
    r"\b(?:know|tell \w+|say|savez(?:-vous)?|sais(?:-tu)?|sait(?:-on)?|dire|dis-moi|dites-moi|"
    r"weiss\w*|wisst|sagen|and|et|und|or|since|until|till|by|depuis|jusqu['’]a|pour|seit|bis) "
    r"(?:when|quand|wann)\b|\bwhat (?:date|day)\b|"
    r"^\W*(?:(?:desde|hasta|para) )?cuando\b"
)
_WHAT_TIME: Final = r"\b(?:what time|a quelle heure|a que hora|um wie ?viel uhr)\b"
_WHICH_NUMBER: Final = (
    r"\b(?:(?:phone|fax) number|(?:to|at) (?:what|which) number\b(?! of\b)|"
    r"numero de (?:telephone|portable|fax)|a quel numero)\b"
)
_TO_CALL: Final = r"\d(?:[ .-]?\d){2}"
_HOW_MANY: Final = (
    rf"^(?!.*(?:{_HOW_LONG}|{_HOW_DEAR}|{_HOW_OLD})).*"
    r"\b(?:how (?:many|much|old|often)|combien|what share|quelle part|"
    r"cuant[ao]s?|wie ?viele?|wie (?:alt|oft))\b"
)
_YES_OR_NO: Final = (
    # "May I…", "Est-ce que…", "Can…", and "Mon employeur doit-il…" anywhere but after "pourquoi".
    r"^(?:can|could|may|must|should|do|does|did|is|are|was|were|will|would|has|have|am|est ce)\b|"
    r"^est-ce\b|"
    r"^(?!.*\b(?:pourquoi|quand|comment|combien|qui|quel\w*|quoi|que|ou)\b)"
    r".*\w-(?:t-)?(?:je|tu|il|elle|on|nous|vous|ils|elles)\b|"
    r"^\W*(?:se puede|puedo|puede|pueden|debo|tengo que|necesito|darf|durfen|muss|kann|brauche|"
    r"gibt es|ist|sind) "
)
_YES: Final = (
    r"^\W*(?:(?:en principe|in principle),? )?"
    r"(?:(?:oui|non|yes|no|yep|nope|si|ja|nein)(?=\s*(?:[,.!;:…]|$))|"
    r"(?:cela depend|ca depend|it depends)\b)"
)
_WHAT_IS: Final = (
    r"\bqu['’]est[- ]ce qu|\bc['’]est quoi\b|\bwhat(?: is| are|['’]s) an?\b|\bwhat does\b.*\bmean\b"
    r"|^\W*que (?:es|son)\b|\bwas (?:ist|sind)\b"
)
# A price that is asked for by its name, whatever is asked of it ("is there a rate for students?").
_A_PRICE: Final = (
    r"\b(?:prices?|rates?|fees?|discounts?|prix|tarifs?|cotisations?|reductions?|rabais|"
    r"precios?|tarifas?|cuotas?|descuentos?|preise?|gebuhr(?:en)?|rabatte?|beitrag)\b"
)
# A measure that is asked for by its name; a size may be a letter, so that no number is no lack.
_A_MEASURE: Final = (
    r"\b(?:what|which|quel(?:le)?|que|cual|welche[mrs]?) (?:\w+ ){0,2}?"
    r"(?:age|size|length|width|height|weight|power|speed|temperature|area|"
    r"taille|longueur|largeur|hauteur|poids|puissance|vitesse|surface|"
    r"edad|tamano|longitud|altura|peso|potencia|alter|grosse|lange|breite|hohe|gewicht|leistung)\b"
)
_IT_IS: Final = (
    r"\b(?:est|sont|is|are) (?:une?|l[ae]|les|des|l['’]|an?|the)\b|"
    r"\b(?:consiste|designe|correspond|signifie|means|refers)\b"
)

# How one comes to something, and not how something is: "Comment est chauffée la salle ?" is none.
_HOW_TO: Final = re.compile(
    r"\b(?:how (?:to|(?:do|can|could|should|would|may|must) (?:i|you|we|one|people|anyone))\b|"
    r"comment (?:(?:se |s['’]|l['’]|l[ae] |les |y |en )?[^\W\d]+(?:er|ir|re|oir)\b|"
    r"(?:puis|peut|peux|dois|doit|faut|pouvons|pouvez|fait|obtient|devient)[- ]|"
    r"(?:on|je|tu|vous) (?:fait|fais|peut|peux|obtien|devien))|"
    r"como (?:se |puedo |puede |hay que |hago |[^\W\d]+[aei]r(?:se)?\b)|"
    r"wie (?:kann|konnen|muss|soll|darf|bekomm\w*|mach\w*|komm\w*) (?:ich|man|wir))"
)
_THE_WAY: Final = re.compile(
    r"^\W*(?:[-*•] |\d+[.)] )?(?:pour|afin d|to|in order to|um|para) ?[e’']?|"
    r"\b(?:il (?:vous |te |nous )?(?:faut|suffit)|(?:vous|tu) (?:devez|dois)|"
    r"you(?:['’]ll)? (?:must|need|have to)|hay que|tienes? que|debes?|"
    r"man muss|(?:du|ihr|sie) (?:musst|mussen|musst))\b"
)

# The question's own words, and what the answer then tends to hold. Where a duration or a price is
# asked for, another number is none; a time or a number to call is written in too many ways.
_QUANTITIES: Final = frozenset({_HOW_LONG, _HOW_DEAR, _HOW_OLD, _HOW_MANY})
_ANSWER_TYPES: Final = tuple(
    (re.compile(asked), re.compile(held), asked in _QUANTITIES)
    for asked, held in (
        (r"\b(?:why|pourquoi|reasons?|raisons?|causes?|warum|wieso)\b|\bpor que\b", _REASON),
        (_WHAT_TIME, rf"{_CLOCK}|{_WEEKDAY}"),
        (r"\b(?:hours|horaires?)\b", rf"{_CLOCK}|{_WEEKDAY}"),
        (_WHEN, rf"{_YEAR}|{_MONTH}|{_WEEKDAY}|{_CLOCK}"),
        (_HOW_LONG, _DURATION),
        (_HOW_DEAR, _MONEY),
        (_HOW_OLD, _AN_AGE),
        (_WHICH_NUMBER, _TO_CALL),
        (_HOW_MANY, _NUMBER),
        (_A_MEASURE, _NUMBER),
        (_A_PRICE, _MONEY),
        (_YES_OR_NO, _YES),
        (_WHAT_IS, _IT_IS),
    )
)
_SOMEBODY: Final = re.compile(r"^\W*(?:\w+ )?(?:who|whom|whose|qui|quien(?:es)?|wer|wem|wen)\b")
# A capital in mid-sentence; one at its beginning says nothing. Capitals alone are no person's.
_NAME: Final = re.compile(r"(?:(?<=[^\s.!?:][ ’'])|(?<=[(«]))([A-ZÀ-Þ]\w*[a-zß-ÿ]\w*)")
_NO_NAME: Final = re.compile(f"{_WEEKDAY}|{_MONTH}|may$")
_PRONOUN: Final = re.compile(r"^(?:he|she|they|ils?|elles?)\b")


@dataclass(frozen=True, slots=True)
class AnswerType:
    """What kinds of answer a question asks for.

    Attributes:
        signs: What the answer then tends to hold, one for each kind.
        known: The question's words where it asks for somebody, who is then another; else None.
        quantities: Those of the signs without which there is no answer: numbers of some kind.
        is_way: It asks how one comes to something.
    """

    signs: tuple[re.Pattern[str], ...]
    known: frozenset[str] | None
    quantities: tuple[re.Pattern[str], ...] = ()
    is_way: bool = False

    def is_in(self, sentence: str) -> bool:
        """Return whether a sentence has it; never where nothing of a kind is asked for."""
        held = folded(sentence)
        if any(sign.search(held) for sign in self.signs):
            return True
        if self.known is None:
            return False
        names = (folded(name) for name in _NAME.findall(sentence))
        is_named = any(not (name in self.known or _NO_NAME.match(name)) for name in names)
        return is_named or _PRONOUN.match(held) is not None

    def is_told_in(self, sentence: str) -> bool:
        """Return whether a sentence has it, or tells how one comes to what is asked for.

        A way is told of many things: it says which sentence of several answers, and not that one
        does.
        """
        is_way = self.is_way and _THE_WAY.search(folded(sentence)) is not None
        return is_way or self.is_in(sentence)

    def is_impossible_in(self, text: str) -> bool:
        """Return whether a quantity is asked for and a text, however long, has none."""
        held = folded(text)
        return bool(self.quantities) and not any(sign.search(held) for sign in self.quantities)


def answer_type_of(question: str) -> AnswerType:
    """Return what a question asks for.

    A reason, a time, a duration, a price, a number, a yes or no, what something is, how one comes
    to it, or who.
    """
    asked = folded(question)
    found = [(held, is_quantity) for asks, held, is_quantity in _ANSWER_TYPES if asks.search(asked)]
    return AnswerType(
        tuple(held for held, _ in found),
        frozenset(words(question)) if _SOMEBODY.search(asked) else None,
        tuple(held for held, is_quantity in found if is_quantity),
        is_way=_HOW_TO.search(asked) is not None,
    )
