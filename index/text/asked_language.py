"""Tells the language that somebody asks in, where that is sure; pure."""

from __future__ import annotations

import re
from typing import Final, NamedTuple, cast, get_args

from index.text.language import Spoken

_COMMON: Final[dict[str, frozenset[str]]] = {
    "en": frozenset(
        "a the an of to and or but is are was were be been am being it its he she they we you i my "
        "your his her our their them us me him this that these those there here not no nothing for "
        "with without at by from on in out up down over under off into about after before as so if "
        "than then because while what which who whom whose why how when where can could may might "
        "must shall should will would do does did done has have had get got let give tell show "
        "find know need want remind explain use make any some every each all both more most much "
        "many too very only just even still also yet already again now today tomorrow yesterday "
        "please thanks thank hello hi hey help yes anyone somebody someone something anything "
        "everyone open opens closed close such other another between during until since don doesn "
        "didn isn aren wasn weren hasn haven couldn wouldn shouldn ain gonna ok mine yours one two "
        "new old last next first like work works working error idea ideas set".split()
    ),
    "fr": frozenset(
        "le la les un une des du de et est sont dans pour pas que qui sur avec au aux ce cet cette "
        "ces il elle ils elles on nous vous je tu se ne plus par son sa ses mon ma mes ton ta tes "
        "notre nos votre vos leur leurs mais ou où à été être était avoir ont as pourquoi comment "
        "quand quel quelle quels quelles qu quoi combien lequel laquelle chez sans sous entre si "
        "en y me te moi toi lui donc alors aussi très bien encore toujours jamais rien tout toute "
        "tous toutes faut peut peux doit dois fait faire sait sais dit dire trouver trouve a heure "
        "heures aujourd demain hier merci bonjour bonsoir salut aide aidez non oui quelqu comme "
        "ça cela ceci beaucoup depuis jusqu pendant avant après lundi mardi mercredi jeudi "
        "vendredi samedi dimanche ferme fermé ouvre ouvert mot clé pourrait pourriez voudrais "
        "veux dites vient viennent coûte coute coûtent marche fonctionne besoin existe".split()
    ),
    "es": frozenset(
        "el la los las un una unos unas del de al a y e o que qué en es son está están por para "
        "con sin no se su sus lo le les me te mi mis tu tus yo él ella nos nosotros ustedes cuándo "
        "dónde quién quiénes cómo cuál cuáles cuánto cuánta cuántos cuántas cuando donde quien "
        "quienes como cual cuales cuanto cuanta cuantos cuantas porque pero más mas muy hay era "
        "fue ser estar esta este estos estas eso esa ese sobre desde hasta entre también tambien "
        "ya hola buenas buenos muchas gracias ayuda tiene tienen tengo puede pueden puedo quiero "
        "hace hago haces hora horas abre abren cierra cierran cuesta cuestan estan alguien algo "
        "nada nadie si sí hoy ayer sale lunes martes miércoles jueves viernes sábado domingo clave "
        "contraseña contrasena llave sabe saben funciona dice ni sea según viene vienen empieza "
        "termina llega llegan necesito necesita debo existe".split()
    ),
    "de": frozenset(
        "der die das den dem des ein eine einen einem einer und oder aber ist sind war waren hat "
        "haben habe wird werden wurde nicht kein keine keinen mit von vom zu zum zur im in am an "
        "ans auf für fur fuer bei beim aus nach über ueber uber unter vor wer was wann wo wie "
        "warum wieso weshalb welche welcher welches welchen welchem wem wen wieviel wohin woher "
        "womit wofür ich du er sie es wir ihr man mich mir dich dir uns euch sich mein meine dein "
        "unser unsere seine ihre dass wenn als auch noch nur schon kann können koennen konnen muss "
        "müssen soll sollte darf dürfen gibt geht macht machen hallo danke hilfe guten bitte ja "
        "nein heute morgen gestern jetzt immer alle alles jemand niemand etwas nichts mehr sehr so "
        "öffnet oeffnet offnet schlüssel montag dienstag mittwoch donnerstag freitag samstag "
        "sonntag uhr ins durch ohne gegen damit doch denn also zwischen kommt kommen kostet kosten "
        "findet steht heißt heisst beginnt braucht brauche brauchen".split()
    ),
    "pt": frozenset(
        "o a os as um uma uns umas de do da dos das em no na nos nas por para com sem que quem "
        "onde quando como qual quais quanto quanta quantos quantas é são está estão não sim mais "
        "muito mas ou e se seu sua seus suas meu minha você vocês eu ele ela nós isso isto este "
        "esta esse essa aquele tem têm há foi ser fica ficam senha chave hoje amanhã ontem olá "
        "obrigado obrigada bom boa dia ao à pelo pela também já só até depois antes horas pode "
        "posso fazer abre fecha alguém nada sobre entre me te funciona banheiro".split()
    ),
    "it": frozenset(
        "il lo la i gli le un uno una di del dello della dei degli delle a al allo alla ai alle da "
        "dal dalla in nel nella con su sul sulla per tra fra e ed o ma se che chi cosa dove dov "
        "quando come perché quale quali qual quanto quanta quanti quante è sono era ha hanno ho "
        "non più molto anche già si mi ti ci vi ne io tu lui lei noi voi loro questo questa quello "
        "quella mio mia suo sua c l si può posso fare apre chiude oggi domani ieri ciao grazie "
        "buongiorno chiave bagno stampante sta funziona qualcuno niente accende trova".split()
    ),
    "nl": frozenset(
        "de het een en of is zijn waren heeft hebben wordt worden niet geen met van voor naar "
        "bij uit op aan in om over door wat waar wanneer waarom hoe welke welk ik jij je hij "
        "zij ze we wij jullie mijn jouw ons onze dat dit deze die er hier daar als maar ook nog "
        "wel al kan kunnen mag moet hoeveel vandaag morgen gisteren dank bedankt sleutel te "
        "tot dan sluit gaat staat".split()
    ),
}
"""Words that are in every third line of a language.

Those of Portuguese, Italian and Dutch are there to be told from what is answered in: nobody is
told anything in Spanish who asks in Portuguese.
"""

_NAMES_TOO: Final = frozenset(
    "el la los las le les des du del de al von der den die das da di do dos "
    "war es er am an im in so was hat man mit ans aus bei beim pour son plus sur sans par est "
    "mais ou on un une en ne se sa ma me te ta tu vos nos si moi as a y e o u i mot dit fait "
    "encore con sin no mi su yo lo hay sale era como sobre entre para ser ni sea nada algo "
    "bien rien ja nein uhr also alle alles all one set like idea error".split()
)
"""Words that are as often part of a name, or a word of English: "El Capitan", "die cast"."""

_IN_ENGLISH_TOO: Final = frozenset(
    "au aide aux avant ce ces cet chez comment dire elle et faire mardi mes mon notre ont pas "
    "pendant qui ses sous tes toi ton tout "
    "ayer buenos dice domingo ella esa ese hasta hora hoy mis sus ya "
    "dem dir fur ins mein mich mir seine uber wen wo zur".split()
)
"""Words that English texts have about as often as any word of English: they are borrowed, a name or
an abbreviation there: "comment policy", "log dir", "et al.".

They are those of the lists above that English has more than once in 1.6 million words, and more
often than others quote their own language there.
"""

_PLEASANTRIES: Final = frozenset(
    "bonjour bonsoir salut merci beaucoup hola gracias muchas hallo danke bitte".split()
)
"""What is sure where nothing stands beside it, and is a name else: "Bonjour printer"."""

_CALLS: Final = {"aide": "fr", "coucou": "fr", "moin": "de", "servus": "de", "socorro": "es"}
"""Calls and greetings, which are names or words of English where others stand beside them."""

_EVERYBODY: Final = frozenset(
    "all team everyone everybody guys folks people "
    "à a tous toutes tout le monde les la l amis gens équipe "
    "todos todas equipo gente amigos amigas chicos chicas "
    "zusammen allerseits alle alles leute freunde ihr lieben an in die runde".split()
)
"""Who is called behind a greeting, in words that others have as well: "Hallo zusammen"."""

_ASKED_BY: Final = {
    "fr": frozenset("pourquoi quand quel quelle quels quelles combien où lequel laquelle".split()),
    "es": frozenset(
        "donde dónde quien quién quienes quiénes cual cuál cuales cuáles cuando cuándo cuanto "
        "cuánto cuanta cuánta cuantos cuántos cuantas cuántas cómo qué".split()
    ),
    "de": frozenset(
        "warum wieso weshalb wann wo wie wer welche welcher welches woher wohin".split()
    ),
}
"""What asks in front of a question, and of no English one."""

_HOW_TO: Final = re.compile(r"comment \w+(?:er|ir|oir|re)\b[^?]*\?")
"""English has "comment" as well, but hardly before an infinitive and a sign of a question."""

_OPENINGS: Final = {
    "fr": re.compile(
        r"(?:(?:et|mais|alors) )?(?:"
        r"que (?:veut|veulent|signifie\w*|fait|faire|font|dit|disent|pense\w*|faut|peut|se passe)"
        r"\b|"
        r"qui (?!vive\b|tam\b|pro\b)\w|y a\b|(?:à|de|pour|avec|sur|chez) (?:qui|quoi|quel\w*)\b|"
        r"c(?:['’]est)? quoi\b|(?:parle|parlez|dis|dites|explique|expliquez)[ -]moi\b)"
    ),
    "es": re.compile(
        r"(?:(?:y|pero) )?(?:que (?:es|son|hay|pasa|hace|dice|dijo|piensa|quiere)\b|"
        r"(?<=y )(?:el|los|las)\b|h[aá]blame\b|dime\b|cu[eé]ntame\b|para que sirve\b)"
    ),
    "de": re.compile(
        r"(?:(?:und|aber) )?(?:was (?:bedeute[tn]|hei(?:ß|ss)t|ist|sind|kostet|passiert|sagt|sagte|"
        r"denkt|meint|macht|steht)\b|(?:sind|gibt|muss|darf|kann|wird|werden|wozu|womit|wof[uü]r|"
        r"woran|worum) \w|erzähl\w* (?:mir|uns)\b|sag mir\b)"
    ),
}
"""How a question begins in one language alone; nothing else in it may be English."""

_SPACED: Final = re.compile(r"\w[\s\u00a0\u202f]+[?!]+\s*$")
"""The space before the sign, as French has it."""

_SURE_SIGNS: Final = {
    "fr": re.compile(
        r"\b(?:[ldnsjcmt]|qu)['’][^\W\d_]{2}|œ|\w-(?:t-)?(?:je|il|elle|on|vous|tu|ce)\b"
    ),
    "es": re.compile(r"[¿¡]|\bno hay\b|\bhay (?:que|un)"),
    "de": re.compile(r"ß"),
    "pt": re.compile(r"[ãõ]"),
    "it": re.compile(r"\b(?:dell|all|nell|sull|quell|dov|cos|un)['’]\w"),
}
_SIGNS: Final = {
    "fr": re.compile(r"[çêëîûèùàâé]"),
    "es": re.compile(r"[ñáíóú]"),
    "de": re.compile(r"[äöü]"),
    "pt": re.compile(r"[çêâáóíú]"),
    "it": re.compile(r"[èùàòì]"),
}
"""Letters with signs, which stand in names as well: "Zürich"."""

_ENDINGS: Final = {
    "fr": re.compile(r"(?:e|es|ez|eux|ent)$"),
    "es": re.compile(r"(?:a|o|as|os)$"),
}
"""How words end that no list has, where French and Spanish share all others."""

_MARKS: Final = re.compile(r"^[\W\d_]+")
"""What stands before the first letter: a mention as Discord sends it, above all."""

_WORD: Final = re.compile(r"[^\W\d_]+")
_FILTER: Final = re.compile(r"(?<!\S)[^\W\d_]+:(?:\"[^\"]*\"|[^\s\"])\S*")
"""A filter, or an address, which is in no language: "kind:comment"."""
_SURE: Final = 2
_ENOUGH: Final = 3
"""What words that are not sure must come to where none is."""


def sure_language_of(text: str) -> Spoken | None:
    """Return the language that somebody asks in, where that is sure; None where it is not.

    A word that one language alone has counts twice, unless it is in names or English as well.
    Without such a word a language is sure only where several others speak for it, and far fewer
    for English. Nor is one such word enough among more words that no list has.
    """
    text = _FILTER.sub(" ", text[:600])
    written = _without_everybody(_WORD.findall(text))
    called = {_CALLS.get(each.lower()) for each in written}
    if len(called) == 1 and None not in called:
        return cast("Spoken", called.pop())
    if not text.isupper():  # "ES modules", "the LA office"
        written = [each for each in written if len(each) == 1 or not each.isupper()]
    said = [each.lower() for each in written]
    plain = " ".join(said) if text.isupper() else text.lower()
    scores = {language: _score(language, plain, said) for language in _COMMON}
    if scores["fr"].points == scores["es"].points > 1:
        _count_endings(scores, said)
    best, second = sorted(scores.values(), key=lambda each: each.points, reverse=True)[:2]
    if best.points <= second.points or best.language not in get_args(Spoken):
        return None
    is_alone = best.points >= max(_ENOUGH, scores["en"].points + _SURE)
    return cast("Spoken", best.language) if best.is_sure or is_alone else None


def _without_everybody(written: list[str]) -> list[str]:
    """Return the greeting alone where a text only greets everybody, else all its words."""
    greeting = [each for each in written if each.lower() not in _EVERYBODY]
    is_greeting = {each.lower() for each in greeting} <= _PLEASANTRIES | _CALLS.keys() - {"aide"}
    return greeting if greeting and is_greeting else written


class _Score(NamedTuple):
    """What speaks for a language."""

    language: str
    points: int
    is_sure: bool


def _score(language: str, plain: str, said: list[str]) -> _Score:
    known = [each for each in said if each in _COMMON[language]]
    sure = [each for each in known if _is_sure(each)]
    signs = _SIGNS.get(language)
    signed = sum(signs is not None and signs.search(each) is not None for each in set(said))
    sign = _SURE_SIGNS.get(language)
    is_signed = sign is not None and sign.search(plain) is not None
    is_spaced = language == "fr" and _is_spaced(plain, said, known)
    is_begun = _begins_in(language, plain, said)
    points = len(known) + (_SURE - 1) * len(sure) + signed + is_spaced
    points += _SURE * (is_signed or is_begun)
    is_most = language == "en" or 2 * len(known) >= len(said)
    is_sure = is_signed or len(set(sure)) > 1 or (bool(sure) and is_most)
    is_sure |= is_begun or is_spaced or _asks_in(language, plain, said)
    return _Score(language, points, is_sure or _PLEASANTRIES.issuperset(said))


def _asks_in(language: str, plain: str, said: list[str]) -> bool:
    """Return whether a question begins as one of a language, and has no word of English."""
    if _has_english(language, said[1:]):
        return False
    is_how_to = language == "fr" and _HOW_TO.match(plain) is not None
    return is_how_to or (len(said) > 1 and said[0] in _ASKED_BY.get(language, ()))


def _begins_in(language: str, plain: str, said: list[str]) -> bool:
    """Return whether a line begins as it does in one language alone, and has no English word."""
    opening = _OPENINGS.get(language)
    begun = opening is not None and opening.match(_MARKS.sub("", plain)) is not None
    return begun and not _has_english(language, said)


def _is_spaced(plain: str, said: list[str], known: list[str]) -> bool:
    """Return whether a line of French words ends as French has it: "en hiver ?"."""
    if _SPACED.search(plain) is None or _has_english("fr", said):
        return False
    own = [each for each in known if each not in _IN_ENGLISH_TOO | _COMMON["en"]]
    return bool(own) and 2 * len(known) >= len(said)


def _has_english(language: str, said: list[str]) -> bool:
    return not (_COMMON["en"] - _COMMON[language]).isdisjoint(said)


def _is_sure(word: str) -> bool:
    is_doubtful = any(word in each for each in (_NAMES_TOO, _IN_ENGLISH_TOO, _PLEASANTRIES))
    return not is_doubtful and sum(word in each for each in _COMMON.values()) == 1


def _count_endings(scores: dict[str, _Score], said: list[str]) -> None:
    """Let the words that no list has decide between French and Spanish, where two of them do."""
    unknown = [each for each in said if not any(each in known for known in _COMMON.values())]
    for language, ending in _ENDINGS.items():
        score = scores[language]
        if sum(len(each) > _ENOUGH and ending.search(each) is not None for each in unknown) > 1:
            scores[language] = score._replace(points=score.points + 1)
