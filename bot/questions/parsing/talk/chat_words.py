"""What is typed in chats for little more than a nod, in four languages; pure.

Left out is what as often names a thing: "UPS", "GM", "JSP".
"""

from __future__ import annotations

import re
from typing import Final

from index.text.words import words

GREETINGS: Final = frozenset(words("slt bjr bsr"))
"""Greetings that are typed in short."""

NODS: Final = frozenset(
    words(
        "nvm nevermind brb afk bbl bbiab gtg g2g ttyl cya hm mm mhm mmhm uhm um uh uhuh erm eh ah "
        "oh ooh aha oops whoops ugh argh phew meh duh doh huh woah whoa yay yikes welp "
        "tysm tyvm tnx thnx thanx thankyou np npnp yw k kk okok okey okie okidoki okies alright "
        "alrighty aight yep yup yeah yea yess nah nope sure exactly noted gotcha whatever lol lols "
        "lulz lmao lmfao rofl roflmao idk idc tbh smh omg omfg wtf wth jk gg gj ftw pls plz sry "
        "soz dunno "
        "mdr ptdr euh heu bah beh bof hein ouais ouaip ouep ui tkt tqt dsl svp bcp "
        "merki oups aïe ouf zut chut voilà carrément bref "
        "grax ntp porfa porfis nop oki okis ajá aja uf uff uy ay bueno venga salu2 "
        "ähm äh öhm öh naja tja oje ach achso oha jop jep jupp jau nö nee nix okee supi doch "
        "n8 gn gn8 uff huch autsch puh"
    )
)
"""Signs of having read, of thanks, of laughter and of being away."""

PHRASES: Final = (
    "wrong window", "wrong chat", "ignore me", "ignore that", "ignore this", "disregard",
    "disregard that", "one sec", "one second", "one moment", "just a sec", "just a moment",
    "be right back", "back in a minute", "good point", "fair enough", "i see", "i know",
    "i don't know", "me too", "same here", "no idea", "let me see", "let me check",
    "let me think", "it's fine", "that's fine", "all good", "no need", "found it",
    "i found it", "not you",
    "je vois", "un instant", "une seconde", "deux secondes", "je reviens",
    "mauvaise fenêtre", "moi aussi", "je sais", "je sais pas", "je ne sais pas", "j'ai trouvé",
    "aucune idée", "t'inquiète", "t'inquiète pas", "tout va bien", "peu importe", "d'ac", "d'acc",
    "ya veo", "un momento", "un segundo", "ahora vuelvo", "yo también", "ya sé", "no sé",
    "ni idea", "todo bien", "no pasa nada", "ventana equivocada", "lo tengo", "ya lo encontré",
    "da lo mismo", "ya está",
    "ach so", "moment mal", "einen moment", "eine sekunde", "bin gleich zurück",
    "bin gleich wieder da", "ich auch", "weiß nicht", "ich weiß nicht", "keine ahnung",
    "hab's gefunden", "alles gut", "macht nichts", "schon okay", "falsches fenster",
)  # fmt: skip

_DRAWN_OUT: Final = re.compile(r"([^\W\d_])\1{2,}")
_DOUBLED: Final = re.compile(r"(?:hm+|mm+|mdr+|ptdr+|ah+|oh+|eh+|uh+|uf+|x+d+)")
_LAUGHTER: Final = re.compile(r"b?w?a?(?:h[aeiou]|j[aeiou]){2,}[hj]?|(?:ke){2,}|lo(?:lo)+l")


def as_written_once(word: str) -> str:
    """Return a word as it is written where nobody draws it out: "hmmmm", "looool", "jajaja"."""
    word = _DRAWN_OUT.sub(r"\1", word)
    if _LAUGHTER.fullmatch(word):
        return "lol"
    return re.sub(r"(.)\1+$", r"\1", word) if _DOUBLED.fullmatch(word) else word
