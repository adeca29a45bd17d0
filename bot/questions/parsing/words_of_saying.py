"""How it is asked in each language what somebody said: whose words, and on what behind it.

All is folded: small letters without accents. NAME stands for a name; what a sentence has between
the name and its verb is the group `subject`.
"""

from __future__ import annotations

import re
from typing import Final

_END: Final = r"\s*(?:[?!.,]|$)"

# English
_SAYING: Final = (
    "say|said|says|write|wrote|written|think|thinks|thought|post|posted|mention|mentioned|suggest|"
    "suggested|recommend|recommended|propose|proposed|tell|told|answer|answered|announce|announced"
)
_SAID: Final = "said|wrote|thinks|thought|posted|suggested|recommended|proposed|announced"
_MINE: Final = (
    "say|said|write|wrote|written|post|posted|mention|mentioned|suggest|suggested|propose"
)
_ABOUT: Final = r"(?: (?:about|on|of|to us about)\b)?"
_ENGLISH: Final = (
    rf"\bwhat (?:did|does|do|has|have|had) NAME (?:{_SAYING})\b{_ABOUT}",
    rf"\b(?:did|has|does) NAME (?:{_SAYING})\b(?: anything)?(?: (?:about|on))?",
    rf"\bwhat NAME (?:{_SAID}) (?:about|on|of)\b",
    rf"\baccording to NAME(?={_END}| (?:what|who|when|where|why|how|is|are|was|the)\b)",
    (
        r"\b(?:posts?|messages?|anything) (?:by|from) NAME"
        rf"(?= (?:about|on|in|since|last)\b|{_END})(?: (?:about|on))?"
    ),
    (
        r"\bwhat(?: is| are|['’]s|['’]re|s) NAME['’]s? "
        r"(?:opinions?|views?|take|advice|thoughts?|position)\b"
        r"(?: (?:about|on|of)\b)?"
    ),
)
_ENGLISH_MINE: Final = (
    rf"\bwhat (?:did|have|had) i (?:(?:ever|already|actually) )?(?:{_MINE})\b{_ABOUT}",
    rf"\b(?:did|have) i (?:(?:ever|already) )?(?:{_MINE}) (?:any|some)thing\b(?: (?:about|on))?",
    r"\bwhat i (?:said|wrote|posted|suggested|proposed) (?:about|on)\b",
)

# French
_DIT: Final = (
    "dit|disait|ecrit|pense|propose|conseille|recommande|repondu|annonce|poste|publie|raconte"
)
_SUR: Final = r"(?: (?:sur|a propos|au sujet)\b)?(?: (?:de la\b|de l['’]|des\b|du\b|de\b|d['’]))?"
_DE: Final = rf"(?= (?:de|des|du|d|sur|pour|a propos|au sujet)\b|{_END})"
_FRENCH: Final = (
    rf"\bqu['’](?:a|avait|ont) (?:{_DIT}) NAME{_DE}{_SUR}",
    rf"\bque (?:{_DIT}) NAME{_DE}(?: pour\b)?{_SUR}",
    rf"\bqu['’]est[- ]ce que? ?(?:qu['’] ?)?NAME (?:a |en )?(?:{_DIT})\b{_SUR}",
    rf"\bque? NAME a[- ]t[- ](?:il|elle) (?:{_DIT})\b{_SUR}",
    rf"\bNAME a[- ]t[- ](?:il|elle) (?:{_DIT}) quelque chose\b{_SUR}",
    rf"\bNAME (?:a |avait |en )?(?:{_DIT}) (?:quoi|quelque chose)\b{_SUR}",
    rf"\bce que? NAME (?:a |avait )?(?:{_DIT})(?= (?:sur|a propos|au sujet|de|du|des)\b){_SUR}",
    (
        rf"\b(?:selon|d['’]apres) NAME"
        rf"(?={_END}| (?:quel|quelle|qui|quand|ou|comment|combien|pourquoi|est)\b)"
    ),
    rf"\b(?:l['’]avis|les messages?|les posts?) de NAME(?= sur\b|{_END})(?: sur)?",
)
_FRENCH_MINE: Final = (
    rf"\bqu['’](?:ai[- ]je|est[- ]ce que j['’](?:ai|avais)) (?:{_DIT})\b{_SUR}",
    rf"\bj['’]ai (?:{_DIT}) (?:quoi|quelque chose)\b{_SUR}",
    rf"\bai[- ]je (?:{_DIT}) quelque chose\b{_SUR}",
    rf"\bce que j['’]ai (?:{_DIT})(?= (?:sur|a propos|au sujet)\b){_SUR}",
)

# Spanish
_DICHO: Final = r"h(?:a|an|abia) (?:dicho|escrito|comentado|propuesto|publicado|contado|opinado)"
_DIJO: Final = (
    rf"{_DICHO}|dijo|dijeron|dice|escribio|escribe|comento|comenta|opina|opino|opinaba|piensa|penso|"
    "propuso|propone|recomendo|recomienda|sugirio|sugiere|menciono|publico|conto|anuncio|respondio"
)
_SOBRE: Final = r"(?: (?:sobre|acerca del?|respecto (?:del?|al?)|de la|del|de)\b)?"
_DEL: Final = rf"(?= (?:de|del|sobre|acerca|respecto)\b|{_END})"
_SPANISH: Final = (
    rf"\bque (?:nos )?(?:{_DIJO}|cree) NAME{_DEL}{_SOBRE}",
    rf"\b(?:{_DIJO}) NAME (?:algo|alguna cosa)\b{_SOBRE}",
    rf"\bNAME (?:{_DIJO}) (?:algo|que)(?= (?:de|del|sobre|acerca)\b){_SOBRE}",
    rf"\blo que (?:{_DIJO}) NAME(?= (?:de|del|sobre|acerca)\b){_SOBRE}",
    rf"\bsegun NAME(?={_END}| (?:que|cuando|donde|como|cuanto|quien|por que|cual|es|hay)\b)",
    rf"\b(?:la opinion|los mensajes|el consejo) de NAME(?= sobre\b|{_END})(?: sobre)?",
)
_DIJE: Final = (
    "dije|escribi|comente|propuse|recomende|publique|"
    "he (?:dicho|escrito|comentado|propuesto|publicado)"
)
_SPANISH_MINE: Final = (
    rf"\bque (?:{_DIJE})(?: yo)?\b{_SOBRE}",
    rf"\b(?:{_DIJE})(?: yo)? algo\b{_SOBRE}",
    rf"\blo que (?:{_DIJE})(?: yo)?(?= (?:de|del|sobre|acerca)\b){_SOBRE}",
)

# German
_GESAGT: Final = (
    "(?:gesagt|geschrieben|gemeint|erzahlt|empfohlen|vorgeschlagen|erwahnt|berichtet|geraten|"
    r"geantwortet|angekundigt|gepostet)\b"
)
_UBER: Final = r"(?:uber|zu|zum|zur|von|vom)"
_ETWAS: Final = r"(?:(?:etwas|was|irgendwas|schon|mal|je|jemals|denn|eigentlich|uns|mir|genau) )*"
_TOPIC: Final = rf"(?:(?:bezuglich|wegen|{_UBER}) (?P<subject>.+?) )?"
_SAGT: Final = (
    "sagt|sagte|schreibt|schrieb|meint|meinte|denkt|dachte|halt|hielt|empfiehlt|empfahl|"
    "erzahlt|erzahlte|sagen|schreiben|meinen|denken|halten"
)
_GERMAN: Final = (
    rf"\b(?:was|wie) (?:{_SAGT}) NAME(?= {_UBER}\b|{_END})(?: {_UBER}\b)?",
    rf"\bwas (?:hat|hatte|haben) NAME {_ETWAS}{_TOPIC}{_ETWAS}{_GESAGT}(?: {_UBER}\b)?",
    (
        rf"\b(?:hat|hatte) NAME (?:je |mal |schon |jemals )*(?:etwas|was|irgendwas) "
        rf"{_TOPIC}{_GESAGT}(?: {_UBER}\b)?"
    ),
    rf"\b(?:hat|hatte) NAME {_TOPIC}(?:etwas|was|irgendwas) {_GESAGT}",
    rf"\bwas NAME (?:{_UBER} (?P<subject>.+?) )(?:{_GESAGT} hat|sagte?|schrieb|schreibt|meinte?)\b",
    (
        r"\b(?:laut|nach (?:ansicht|meinung|aussage) von) NAME"
        rf"(?={_END}| (?:was|wer|wann|wo|warum|wie|wieviel|welche\w?|ist|sind|darf|muss|gibt)\b)"
    ),
    rf"\bdie (?:meinung|ansicht) von NAME(?= {_UBER}\b|{_END})(?: {_UBER}\b)?",
    rf"\bwas ist NAMEs (?:meinung|ansicht|rat|tipp)\b(?: {_UBER}\b)?",
)
_GERMAN_MINE: Final = (
    rf"\bwas (?:habe?|hatte) ich {_ETWAS}{_TOPIC}{_ETWAS}{_GESAGT}(?: {_UBER}\b)?",
    rf"\b(?:habe?|hatte) ich {_ETWAS}(?:etwas|was|irgendwas) {_TOPIC}{_GESAGT}(?: {_UBER}\b)?",
    rf"\b(?:habe?|hatte) ich {_TOPIC}(?:etwas|was|irgendwas) {_GESAGT}",
    rf"\bwas (?:sagte|schrieb|meinte) ich(?= {_UBER}\b|{_END})(?: {_UBER}\b)?",
)

# Italian, Portuguese
_OTHERS: Final = (
    rf"\bcosa (?:dice|ha detto|pensa) NAME(?= (?:di|del|della|su|sul)\b|{_END})(?: \w+)?",
    rf"\bo que (?:disse|diz) NAME(?= (?:de|do|da|sobre)\b|{_END})(?: \w+)?",
)

WHOSE: Final = (*_ENGLISH, *_FRENCH, *_SPANISH, *_GERMAN, *_OTHERS)
"""Templates that ask for the words of somebody who is named."""

OF_MINE: Final = tuple(
    re.compile(each) for each in (*_ENGLISH_MINE, *_FRENCH_MINE, *_SPANISH_MINE, *_GERMAN_MINE)
)
"""What asks for the asker's own words. "What do I say …?" asks for advice, and is none."""
