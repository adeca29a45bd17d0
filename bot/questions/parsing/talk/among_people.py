"""Tells what people ask of each other from what is asked of posts; pure."""

from __future__ import annotations

import re
from typing import Final

from bot.questions.parsing.talk.of_us import without_us
from bot.questions.parsing.talk.offers_among_people import offers_to_people
from index.text.words import folded, words

# All below is folded: small letters without accents. Each line is a language: English, French,
# Spanish, German.
_PEOPLE: Final = frozenset(
    "you your yours u ur ya yall we us our ours lets let guys folks "
    "tu te toi ton ta tes vous votre vos nous notre nos "
    "usted ustedes vosotros os ti contigo tuyo tus nosotros nosotras nuestro nuestra vamos "
    "dich dir dein deine deinen deiner ihr euch euer eure wir uns unser unsere".split()
)
"""Words of those who speak with each other."""
_GENERALLY: Final = re.compile(
    r"\bhow (?:do|can|could|would|should) (?:you|we) (?=\w+ \w+)|"
    r"\b(?:do (?:you|we) (?:have|need) to|(?:are|am) (?:we|you) allowed|may (?:we|you))\b|"
    r"\bfaut[- ]il que (?:nous|vous)\b|\bmuss man\b"
)
"""Where they mean anybody: "how do you light the oven?"."""
_DU: Final = re.compile(r"\w+st du\b|\bdu\W*$|^du\b(?! \w+(?:age|ain|eur)\b)")
"""The same in German, and not the French article."""
_SIE: Final = re.compile(r"\b[A-ZÄÖÜa-zäöü]+en Sie\b")
"""The same where one is polite."""
_ELIDED: Final = re.compile(r"\bt['’](?=[aehiouy])|\b\w+-(?:tu|vous|nous|toi)\b")
_SPANISH_VERB: Final = re.compile(
    r"\b(?:vienes|vas|tienes|puedes|podrias|quieres|sabes|estas|eres|haces|traes|"
    r"has (?:\w+[ai]do|hecho|visto|dicho|puesto|escrito|vuelto|abierto)|"
    r"(?:comes|sales|dices)(?=\W*$| "
    r"(?:al?|con|del?|el|la|los|las|en|hoy|ya|una?|que|por|lo|algo)\b)|"
    r"llegas|quedas|piensas|crees|necesitas|apuntas|vendras|iras|venis|vais|teneis|podeis|"
    r"quereis|estais|sois|habeis|haceis|traeis)\b|"
    r"\b(?:comemos|quedamos|vamos|salimos|hacemos|tenemos|podemos|vemos|tomamos|almorzamos|cenamos|"
    r"nos|llevamos|traemos|empezamos|bebemos|jugamos|hablamos|encontramos|reunimos|estamos)\b"
)
"""Who is spoken to is in the verb: "¿vienes?", "¿comemos a las 12?"; not "who has the key?"."""
_GERMAN_VERB: Final = re.compile(
    r"(?:und |oder |aber )?(?:bist|hast|kommst|gehst|bringst|willst|magst|kannst|konntest|machst|"
    r"isst|fahrst|weisst|siehst|denkst|meinst|warst|wirst|habt|seid|kommt ihr|geht ihr)\b"
)
_FRENCH_ON: Final = re.compile(
    r"on (?!peut\b|doit\b|a le droit\b|\w+days?\b|"
    r"(?:which|what|the|an?|every|each|all|any|average|weekends?|holidays?|site|foot|top|line|"
    r"call|christmas|easter|january|february|march|april|may|june|july|august|september|october|"
    r"november|december|\d+)\b)|"
    r".*\bon (?:y va|va|mange|part|sort|rentre|boit|arrive|commence|dejeune|dine|fait quoi|"
    r"se (?:voit|retrouve|rejoint|donne|fait))\b"
)
"""« on mange à midi ? » is "we"; « peut-on… » is anybody, and "on which days?" is English."""

_NOT_A_WORD_OF_QUESTION: Final = (
    r"(?!(?:who|what|where|when|why|how|which|"
    r"qui|que|quoi|ou|quand|pourquoi|comment|"
    r"quien|donde|cuando|como|cual|"
    r"wer|was|wo|wann|warum|wie)\b)"
)
_ANYBODY: Final = re.compile(
    rf"{_NOT_A_WORD_OF_QUESTION}(?:[\w'’-]+ (?:que |ce qu['’])?){{0,2}}?"
    r"(?:anyone|anybody|someone|somebody|one of|quelqu['’]?un|alguien|jemand|einer von)\b"
    r"|.*\b(?:any(?:one|body)|every(?:one|body)|jemand|alguien|quelqu['’]?un)\W*$"
    r"|.*\b(?:anyone|anybody) (?:else|up|free|in|here|around|want|wants|fancy|feel)\b"
)
"""Who will do something is asked, and not what is so: "can someone open the door?"."""

_WHO_JOINS: Final = re.compile(
    r"who(?: else)?(?:['’]?s| is| are)? (?:all )?(?:want|wants|would like|fancies|feels like|"
    r"coming|going|joining|in\b(?! \w)|up for|free|around|hungry|ready|"
    r"there\b(?! \w)|here\b(?! \w)|bringing|"
    r"has time|wanna|will (?:come|join|bring|help|drive)|can (?:help|bring|come|join|drive))|"
    r"who['’]d\b|"
    r"qui (?:veut|vient|voudrait|viendra|a (?:envie|faim|le temps)|amene|"
    r"apporte (?:quoi|le|la|les)|est (?:partant|partante|dispo|disponible|libre|la|chaud|"
    r"pret|prete)|peut (?:m['’]|venir|apporter|aider))\b|"
    r"quien(?:es)? (?:quiere|quieren|viene|vienen|se (?:apunta|une|viene)|trae|tiene (?:hambre|"
    r"tiempo|ganas)|esta (?:libre|listo)|puede (?:venir|traer|ayudar|abrir))\b|"
    r"wer (?:will|mochte|kommt|hat (?:lust|zeit|hunger)|ist (?:dabei|da|bereit)|bringt|macht mit|"
    r"fahrt mit|geht mit|kann (?:mir|uns|mal|helfen))\b"
)
"""An invitation: "who wants to share a ride?"."""

_TO_ONESELF: Final = re.compile(
    r"(?:shall (?:i|we)|did i|am i (?:late|the only)|is it just me|meet(?:ing)?\b|"
    r"(?:how about|wie ware es mit) (?!the|a|in|on|at|der|die|das|dem|den)|"
    r"want(?:ed)?\b|wanna|fancy|care (?:for|to)|coming|going to|ready|"
    r"up for|feel(?:ing)? like|hungry|free\b|got\b|joining|seen\b|heard\b|mind\b|time for|"
    r"remember(?:ed)?\b|recall\b|notice[d]?\b|saw\b|tried\b|liked?\b|see (?:the|that|this|it)\b|"
    r"envie de|dispo|partante?s?\b|prete?s?\b|faim|"
    r"listos?\b|listas?\b|hambre|ganas de|recuerd(?:as|an)\b|"
    r"lust\b|hunger\b|bereit\b|zeit fur|zeit zum|bock\b|mag jemand|los\W*$)"
)
"""What is said with "you" or "we" left out: "coming to lunch?"."""

_TAG: Final = re.compile(
    r".*,\s*(?:is|are|was|were|do|does)n['’]?t (?:it|they|he|she|i)\W*$|"
    r".*,\s*(?:right|no|eh|huh|n['’]est[- ]ce pas|hein|non|verdad|oder|nicht wahr|gell|ne)\W*$"
)
"""What asks for assent: "nice, isn't it?"."""

_PHRASES: Final = frozenset(
    " ".join(words(folded(each)))
    for each in (
        "how come", "why not", "so what", "what now", "now what", "what then", "like what",
        "what about it", "says who", "who cares", "who knows", "what gives", "what's up",
        "guess what",
        "you know what", "what", "what else is new", "how so", "is that so", "is it",
        "is that right",
        "is that all", "are they", "was it", "did it", "does it", "do they", "has it", "who me",
        "what do i know", "what happened", "what's wrong", "what's going on", "how is it going",
        "how's it going", "how was it", "what the", "what the hell", "what's new", "what's that",
        "pourquoi pas", "et alors", "et quoi", "et maintenant", "ah bon", "c'est vrai", "quoi",
        "comment", "comment ça", "qui sait", "quoi de neuf", "hein", "et après", "n'est-ce pas",
        "et lui", "et elle", "qui ça", "qu'est-ce qu'il y a", "c'est quoi ça",
        "por qué no", "y qué", "y ahora", "cómo", "qué", "qué pasa", "qué tal", "quién sabe",
        "y ahora qué", "en serio", "de verdad", "cómo así", "y eso", "qué más da", "y él", "y ella",
        "warum nicht", "wieso nicht", "na und", "und jetzt", "und nun", "was", "wie", "wie bitte",
        "was ist los", "was jetzt", "wie geht's", "wie geht es", "echt", "wirklich", "ist das so",
        "wer weiß", "was soll das", "ach ja", "stimmt das", "ist das wahr",
    )
)  # fmt: skip
"""What people say to what was just said."""

_DAY: Final = (
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|"
    r"lunes|martes|miercoles|jueves|viernes|sabado|domingo|"
    r"montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag"
)
_SOON: Final = re.compile(
    r"\b(?:at|around|by|a|vers|a las?|sobre las?|um|gegen) (?:noon|midi|mediodia|mittag|\d{1,2}\b)|"
    r"\b(?:um|a las?) \w+\W*$|\b\d{1,2}(?::\d\d| ?[ap]m| ?h(?:\d\d)?| ?uhr)\b|"
    rf"\b(?:now|soon|later|today|tonight|tomorrow|together|noon|again|{_DAY}|"
    r"maintenant|bientot|plus tard|aujourd['’]?hui|ce soir|ce midi|demain|midi|ensemble|encore|"
    r"ahora|pronto|luego|hoy|esta (?:tarde|noche)|manana|juntos|mediodia|otra vez|"
    r"jetzt|bald|spater|gleich|heute|morgen|mittags?|zusammen|wieder)\b"
)
"""When people would do something: "lunch at 12?"."""
_ONLY_WHEN: Final = re.compile(
    rf"(?:(?:on|in|every|the|le|les|los|el|am|jeden|an|at|chaque)\W+)*(?:(?:{_DAY})s?|weekends?)\W*"
)
_LEAST: Final = 2
"""Words that a line without a verb has at least, beside articles, to be a question."""
_ARTICLES: Final = frozenset(
    "a an the this that le la les l un une des el los las una der die das ein eine".split()
)

_TELLING: Final = re.compile(
    r"\b(?:i|i['’]\w+|je|j['’]\w+|yo|ich)\b|"
    r"^(?:what an?|how (?:nice|cool|cute|great|sweet|funny|lovely|sad|good)|"
    r"quel(?:le)? (?:belle?|bonne?|jolie?)|que (?:bien|bueno|lindo|guay)|"
    r"wie (?:schon|nett|cool|suss))\b"
)
"""What somebody says of themselves or exclaims, who asks nothing: "when I was there"."""

_NAMED: Final = re.compile(r"[@#]\S+|\S+:\S+")


_SAID_TO_PEOPLE: Final = (
    _GERMAN_VERB, _FRENCH_ON, _ANYBODY, _WHO_JOINS, _TO_ONESELF, _TAG
)  # fmt: skip


def speaks_to_people(text: str, asked: str) -> bool:
    """Return whether a sentence asks something of those who read it, and not of posts.

    Args:
        text: It.
        asked: It, folded, without what stands before a question.
    """
    said = words(asked.strip(" ?!."))
    if not said or " ".join(said) in _PHRASES:
        return True
    plain = _NAMED.sub(
        " ", _GENERALLY.sub(" ", asked if _SOON.search(asked) else without_us(asked))
    )
    if not _PEOPLE.isdisjoint(words(plain)) or _SIE.search(text):
        return True
    if offers_to_people(asked) or any(each.search(plain) for each in (_DU, _ELIDED, _SPANISH_VERB)):
        return True
    return any(each.match(plain) for each in _SAID_TO_PEOPLE)


def proposes(asked: str) -> bool:
    """Return whether a line without a verb proposes something, or repeats what was said.

    Args:
        asked: It, folded, without what stands before a question.
    """
    if _SOON.search(asked) or _ONLY_WHEN.fullmatch(asked):
        return True
    return sum(each not in _ARTICLES for each in words(asked)) < _LEAST


def tells_of_oneself(plain: str) -> bool:
    """Return whether a sentence without a question mark tells of its writer, or exclaims."""
    return _TELLING.search(plain) is not None
