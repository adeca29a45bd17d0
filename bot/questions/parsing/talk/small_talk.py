"""Recognises what is said to a bot and asks nothing; pure."""

from __future__ import annotations

import re
from typing import Final

from bot.questions.parsing.talk import chat_words
from bot.questions.parsing.talk.said_to_all import without_everybody
from index.text.words import words

_POLITE: Final = frozenset(
    words(
        "yo sup wassup howdy hiya heya afternoon "
        "agreed bye cheers cool done evening good goodbye got great haha hello hey hi it lol makes "
        "many morning much nice no np ok okay one perfect please problem sense so sounds thank "
        "thanks there thx understood very well wow yes you bot job helped worked that "
        "ah adieu au beaucoup bien bonjour bonne bonsoir bravo compris coucou d'accord de entendu "
        "génial journée merci non oui parfait pas revoir rien salut soirée souci super toi top "
        "tous très vous à "
        "abend alles bitte danke dir genau gut guten hallo ja klar klasse moin morgen nein "
        "guter perfekt prima schön servus tag tschüss verstanden "
        "adiós buenas buenos claro días entendido genial gracias hola muchas buen nada noches "
        "perfecto sí tardes vale"
    )
).union(chat_words.NODS, chat_words.GREETINGS)
"""Words of which greetings, thanks and assent are made, in four languages."""

_HELP: Final = frozenset(words("help aide aidez ayuda ayúdame hilfe socorro"))
_GREETINGS: Final = frozenset(
    words(
        "yo sup wassup howdy hiya heya "
        "hello hey hi morning afternoon evening bonjour bonsoir coucou salut hola buenas buenos "
        "hallo moin servus guten"
    )
).union(chat_words.GREETINGS)
_CALLING: Final = (
    _GREETINGS
    | frozenset(words("thanks thank thx ty merci gracias danke bye goodbye adieu adiós tschüss"))
    | frozenset(words("revoir journée soirée sorry désolé perdón"))
) - frozenset(words("morning afternoon evening"))
_CALLING_TIMES: Final = frozenset({"good morning", "good afternoon", "good evening"})
"""Behind these somebody may be called; "evening crew" is a crew."""

_BESIDE: Final = frozenset(
    words("me moi à l' to please need i s'il vous plaît te por favor por bitte mir hilf un peu")
)
"""What may stand beside a call for help."""

_ASKING_ABOUT_US: Final = frozenset(
    " ".join(words(each))
    for each in (
        "what can you do", "what do you do", "who are you", "what are you", "how do you work",
        "how does this work", "how does it work", "how to use this", "how do i use this",
        "how do i use you", "help me", "que sais-tu faire", "que peux-tu faire", "qui es-tu",
        "comment ça marche", "comment tu marches", "aide-moi", "aidez-moi", "qué puedes hacer",
        "quién eres", "cómo funciona", "cómo funcionas", "cómo funciona esto", "was kannst du",
        "wer bist du", "wie funktioniert das", "wie funktionierst du", "hilf mir",
    )
)  # fmt: skip

_PHRASES: Final = frozenset(
    " ".join(words(each))
    for each in (
        "how are you", "how are you doing", "how are you today", "how is it going", "what's up",
        "nice work", "good work", "great work", "bad bot", "i love you", "love it",
        "love this bot", "i love this bot", "never mind", "nevermind", "forget it", "no worries",
        "you're welcome", "my bad", "sorry", "sorry about that", "wrong channel", "good night",
        "have a nice day", "have a good one", "see you", "see you later", "see you soon",
        "see you tomorrow", "see you there",
        "ça va", "comment ça va", "comment vas-tu", "comment allez-vous", "tu vas bien",
        "bon travail", "laisse tomber", "laissez tomber", "pas grave", "c'est pas grave",
        "de rien", "oublie", "tant pis", "désolé", "désolée", "mauvais salon", "bonne nuit",
        "à bientôt", "à demain", "à plus", "à plus tard", "bon week-end",
        "qué tal", "cómo estás", "cómo te va", "buen trabajo", "da igual", "no importa",
        "olvídalo", "de nada", "perdón", "lo siento", "canal equivocado", "hasta luego",
        "hasta mañana", "hasta pronto", "nos vemos", "buen fin de semana",
        "wie geht's", "wie geht es dir", "gute arbeit", "egal", "schon gut", "vergiss es",
        "kein problem", "passt schon", "gern geschehen", "entschuldigung", "falscher kanal",
        "gute nacht", "bis bald", "bis morgen", "bis später", "bis dann",
        "schönes wochenende", "schönen tag noch",
        "stop", "stop it", "stop that", "please stop", "shut up", "be quiet", "quiet", "go away",
        "enough", "arrête", "arrête ça", "arrêtez", "tais-toi", "taisez-vous", "ça suffit",
        "para ya", "basta", "basta ya", "cállate", "silencio", "déjalo",
        "stopp", "hör auf", "hör auf damit", "sei still", "sei ruhig", "ruhe", "halt die klappe",
        "halt den mund", "es reicht", *chat_words.PHRASES,
    )
)  # fmt: skip

_THANKS: Final = frozenset(words("thanks thank thx ty merci gracias danke dank"))
_FOR: Final = frozenset(words("for pour de por für"))
_THANKED_FOR: Final = _FOR | frozenset(
    words(
        "your the this that all lot kind quick fast help answer answers reply info information "
        "link tip time again everyone everybody a "
        "ton ta votre vos l' la le cette ces aide réponse réponses infos temps encore mille "
        "infiniment grand un "
        "tu su el esta ayuda respuesta información enlace tiempo mil muchísimas amable por todo "
        "deine deinen ihre die den eure hilfe antwort zeit vielen besten herzlichen tausend "
        "vielmals sehr nochmals nochmal euch ihnen schnelle lieben "
        "indeed everything mate fois muy"
    )
)
"""What stands beside thanks: how much, and for what."""

_ASIDE: Final = (
    _POLITE
    | _THANKS
    | frozenset(words("all everyone everybody sorry and et y und désolé perdón mate leute"))
)
"""What stands before and after a phrase."""

_OF_US: Final = re.compile(
    r"(?:are you|bist du|sind sie|es tu|etes vous|tu es|eres|es usted) "
    r"(?:(?:an?|ein|eine|une?|un|the|real|really|echter?|vrai|de verdad) )*"
    r"(?:bot|robot|roboter|human|person|machine|mensch|humain|humano|persona|maschine|maquina|"
    r"ai|ki|ia|alive|there|da|la|ahi)"
    r"|(?:do you speak|sprichst du|sprechen sie|parles tu|parlez vous|tu parles|hablas|"
    r"habla usted)(?: \w+)?"
    r"|what (?:s|is) your name|wie heisst du|comment tu t appelles|"
    r"comment t appelles tu|como te llamas|who (?:made|built|runs) you|wer hat dich gemacht|"
    r"qui t a (?:fait|cree)|quien te (?:hizo|creo)"
    r"|(?:what|how) (?:can|do|should) i ask(?: you)?(?: something)?|what do you know|"
    r"what languages do you speak|was kann ich dich fragen|was weisst du|que sais tu|"
    r"que puis je te demander|que sabes|que puedo preguntarte"
    r"|ping(?: pong)?|(?:just |only )?test(?:ing)?(?: \d)*|essai|prueba|probando"
)
"""What is asked of ourselves: "are you a bot?", "do you speak French?"."""


def is_small_talk(text: str) -> bool:
    """Say whether a text greets, thanks or agrees, and asks nothing."""
    said = _said(text)
    if not said:
        return False
    if _ASIDE.issuperset(said) and not (_POLITE | _THANKS).isdisjoint(said):
        return True
    return _gives_thanks(said) or any(each in _PHRASES for each in _cores(said))


def wants_help(text: str) -> bool:
    """Say whether a text greets us, calls for help, or asks nothing but what we are."""
    said = _said(text)
    if not said:
        return bool(text.strip()) and set(text.split("?")) <= {"", " "}
    calls = _HELP.intersection(said) and (_HELP | _BESIDE | _POLITE).issuperset(said)
    greets = _GREETINGS.intersection(said) and is_small_talk(text)
    is_called = (calls and not _gives_thanks(said)) or greets
    return bool(is_called) or " ".join(said) in _ASKING_ABOUT_US


def asks_of_us(text: str) -> bool:
    """Say whether a text that is said to us asks what no post tells: who we are, what we speak."""
    return any(_OF_US.fullmatch(each) for each in _cores(_said(text)))


def _said(text: str) -> list[str]:
    said = [each if each in _POLITE else chat_words.as_written_once(each) for each in words(text)]
    return without_everybody(said, _greets)


def _greets(said: list[str]) -> bool:
    """Return whether words greet, thank or say farewell, so that who is called may follow."""
    if _ASIDE.issuperset(said):
        return not _CALLING.isdisjoint(said) or " ".join(said[-2:]) in _CALLING_TIMES
    return any(each in _PHRASES for each in _cores(said))


def _gives_thanks(said: list[str]) -> bool:
    """Return whether words are thanks and nothing else; "help, thanks!" calls for help."""
    if _THANKS.isdisjoint(said) or not (_POLITE | _THANKS | _THANKED_FOR).issuperset(said):
        return False
    return _HELP.isdisjoint(said) or not _FOR.isdisjoint(said)


def _cores(said: list[str]) -> set[str]:
    """Return a line with and without the pleasantries before and after it."""
    first = next((at for at, each in enumerate(said) if each not in _ASIDE), len(said))
    last = next((at for at in range(len(said), first, -1) if said[at - 1] not in _ASIDE), first)
    return {" ".join(said[begin:end]) for begin in (0, first) for end in (last, len(said))}
