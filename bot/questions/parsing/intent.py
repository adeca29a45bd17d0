"""Tells what somebody wants who writes where we read along, by the form of the sentence; pure."""

from __future__ import annotations

import re
from typing import Final, Literal

from bot.questions.parsing.followups import leans
from bot.questions.parsing.talk.among_people import proposes, speaks_to_people, tells_of_oneself
from bot.questions.parsing.talk.astonishment import (
    is_astonished,
    is_echo,
    is_said_back,
    parts_after_astonishment,
    takes_back,
)
from bot.questions.parsing.talk.called_names import calls_alone, calls_somebody
from bot.questions.parsing.talk.present_state import asks_of_now
from bot.questions.parsing.talk.small_talk import asks_of_us, is_small_talk, wants_help
from bot.questions.parsing.typed_commands import is_typed_command, without_ask
from index.text.words import folded, words

Intent = Literal["help", "command", "answer", "answer_if_found", "nothing"]
"""What to do with a message: tell how to ask, or how commands are given; answer it, answer it where
posts do, or leave it."""

MOST_SENTENCES: Final = 3
"""In a longer text only the last sentence is looked at."""

# All below is folded: small letters without accents. Each line is a language: English, French,
# Spanish, German.
_LEADING: Final = re.compile(
    r"(?:(?:and|but|so|or|also|then|ok|okay|hi|hello|hey|please|thanks|well|yes|no|"
    r"ha(?:ha)*|lol|wait|oh|ah|hm+|um|eh|wow|"
    r"et|mais|donc|ou|alors|puis|bonjour|salut|merci|oui|non|sinon|au fait|"
    r"y|e|o|pero|entonces|pues|hola|gracias|si(?=\s*[,;:.!…¿-])|"
    r"und|aber|oder|dann|denn|hallo|danke|bitte|ja|nein)\b[\s,;:.!…-]*)+"
)
"""What may stand before a question and says nothing of it."""

_WORD_IN_FRONT: Final = re.compile(
    r"(?:who|whom|whose|what|which|where|when|why|how|since when|until when|"
    r"(?:at|from|until|for|with|to|by) (?:what|whom|when|how)|"
    r"qui|que|quoi|quels?|quelles?|(?<=ou )|quand|pourquoi|comment|combien|lequel|laquelle|"
    r"lesquels|lesquelles|depuis quand|jusqu['’ ]a quand|de qui|a qui|d['’]ou|a quelle|a quel|"
    r"en quelle|dans quel\w*|(?:a|de|avec|pour|chez|sur) (?:qui|quoi|quand)|"
    r"(?:a partir de|vers|depuis|pour|avec) (?:quand|quel\w*)|"
    r"quien|quienes|cual|cuales|donde|adonde|cuando|por que|para que|como|cuant[oa]s?|de quien|"
    r"a que|desde cuando|"
    r"wer|wen|wem|wessen|was|welche[rsnm]?|wo|woher|wohin|wann|warum|wieso|weshalb|wozu|wie|"
    r"wieviele?|womit|wofur|seit wann|bis wann|um wie viel)\b"
    r"|qu['’]|quest[- ]ce"
)
_WORD_AT_END: Final = re.compile(
    r"(?!.*\bon\b).*\b"
    r"(?:combien(?: de temps| de fois)?|quoi|quand|comment|qui|pourquoi|lequel|laquelle|ou)\W*"
)
"""Where French puts the word as it is spoken: "ça coûte combien ?"; "on mange quoi ?" is talk."""
_STATED: Final = re.compile(r"(?:ca|cela|il|elle|ils|elles|je (?:peux|dois))\b(?! va\b)")
"""How French asks by its voice alone: "ça marche encore ?"."""
_WHERE: Final = re.compile(r"(?:d['’]\s?)?où\b", re.IGNORECASE)
"""The one word that is another without its accent."""

_SUBJECT: Final = (
    r"(?:the|an?|there|it|he|she|they|this|that|these|those|any\w*|some\w*|every\w*|i|we|"
    r"es|er|sie|das|der|die|dies\w*|ein\w*|man|jemand|wir|ich)"
)
_VERB_IN_FRONT: Final = re.compile(
    rf"(?:is|are|was|were|does|did|can|could|would|should|has|"
    rf"ist|sind|war|waren|hat|haben|gibt|gab|kann|konnen|darf|muss|soll|wird|werden) {_SUBJECT}\b"
)
_VERB_OF_A_QUESTION: Final = re.compile(
    r"(?:is|are|was|were|am|do|does|did|can|could|will|would|shall|should|may|might|has|have|had|"
    r"est|sont|etait|peut|faut|existe|c['’]est|ce sont|il y a|"
    r"hay|habia|es|son|era|esta|estan|tiene|tienen|puede|pueden|se puede|existe|debe|fue|"
    r"ist|sind|war|waren|hat|haben|gibt|gab|kann|konnen|darf|muss|soll|wird|werden|wurde)\b"
)
"""Verbs that stand first in a question, and as often where nothing is asked."""

_INVERTED: Final = re.compile(
    r"(?:\S+\s+){0,5}?\w+-(?:t-)?(?:je|il|elle|on|nous|ils|elles|ce)\b|est[- ]ce qu|y a[- ]t[- ]il"
)
"""What French joins to a verb that stands before its subject."""

_REQUEST: Final = re.compile(
    r"(?:tell|show|give|remind|find) me\b|(?:explain|describe|summari[sz]e|search)\b|"
    r"(?:explique|expliquez|decris|decrivez|resume|resumez|precise|precisez)\b|"
    r"(?:can|could|would|will) you (?:please )?"
    r"(?:tell|show|find|explain|remind|say|give|provide|recommend|suggest|list|describe)\b|"
    r"do you know\b|(?:does )?(?:any|some)(?:one|body) (?:here )?know|i wonder\b|"
    r"i(?:['’]d| would) like to know\b|"
    r"(?:dis|dites|montre|montrez|donne|donnez|trouve|trouvez|explique|expliquez|rappelle)[- ]"
    r"(?:moi|nous)\b|(?:sais|savez)[- ](?:tu|vous)\b|je (?:voudrais|veux|aimerais) savoir\b|"
    r"(?:tu (?:peux|pourrais)|vous pouvez|(?:peux|pourrais)-tu|(?:pouvez|pourriez)-vous)\b.*"
    r"\b(?:dire|montrer|trouver|expliquer|rappeler|donner)\b|"
    r"(?:dime|digame|muestrame|dame|buscame|explicame|sabes|sabe|alguien sabe|quiero saber|"
    r"quisiera saber|me gustaria saber)\b|"
    r"(?:puedes|podrias|puede|podria)\b.*\b(?:decir|mostrar|buscar|explicar|dar)(?:me|nos)?\b|"
    r"(?:sag|zeig|zeige|gib|nenn|nenne|such|suche|finde|erklar|erklare) (?:mir|uns)\b|"
    r"(?:weisst|wisst|wissen) (?:du|ihr|sie)\b|ich (?:mochte|wurde gerne?) wissen\b|"
    r"weiss jemand\b|(?:kannst|konntest|konnen|konnten) (?:du|sie)\b.*"
    r"\b(?:sagen|zeigen|finden|suchen|erklaren|nennen)\b"
)
"""How an answer is asked for without a question."""

_MORE: Final = re.compile(
    r"(?:any|some)thing (?:else|more)|more|what else|autre chose|plus|encore|"
    r"algo mas|mas|otra cosa|noch (?:etwas|was|mehr)|mehr|sonst noch (?:etwas|was)"
)

_TOPIC: Final = re.compile(
    r"^[^:]{1,60}\S ?: |^.{1,60}, (?=c['’]est|(?:is|are|was|do|does|did) (?:it|they)\b)"
)
"""What a question is about, before it: "The oven: when is it lit?"."""

_GOES_ON: Final = re.compile(
    r"(?:and|but|or|et|mais|ou|y|e|o|pero|und|aber|oder|(?:what|how) about|wie ware es mit)\b|"
    r"also (?:for|on|in|at|to|with|without|when|if)\b|"
    r"aussi (?:pour|en|le|les|a|au|aux|avec|sans|si|quand)\b|"
    r"tambien (?:para|en|los|las|con|sin|si|cuando|a)\b|"
    r"auch (?:fur|im|am|an|in|mit|ohne|bei|wenn)\b"
)
_PREPOSED: Final = re.compile(
    r"(?:at|on|in|from|until|till|for|with|to|by|of|about|since|after|before|under|within) "
    r"(?:what|which|whom|whose|when|how (?:long|many|much|far))\b|"
    r"(?:a|de|avec|pour|chez|sur|pendant|depuis|jusqu['’]a|dans|en|par|vers|sous) "
    r"(?:combien|quel\w*|qui|quoi|quand|ou)\b|"
    r"(?:por|durante|hace|en|con|a|de|para|desde|hasta|sobre) "
    r"(?:cuant[oa]s?|que|quien(?:es)?|cual(?:es)?|cuando|donde)\b|"
    r"(?:fur|seit|ab|bis|mit|an|in|auf|von|zu|aus|bei|nach|um|gegen|unter) "
    r"(?:wie|wem|wen|was|welche[rsnm]?|wann|wo)\b"
)
"""A preposition before the word of a question: "on which days?"."""
_WHAT_IF: Final = re.compile(
    r"(?:and |but |so )?what,? if \w|(?:et|mais) s(?:i |['’]ils? )\w|(?:y|e|pero) si \w|"
    r"(?:(?:und|aber) )?(?:was,? )?(?:wenn|falls) \w"
)
"""What holds in a case is asked, and not whether it is so: "what if it rains?"."""

_AROUND: Final = " \t\n¿¡\"'«»“”"
_BETWEEN: Final = re.compile(r"(?<=[.!?…。！？])\s+|\s*\n\s*")
_QUESTION: Final = re.compile(r"[?？¿؟]")
_ENDED: Final = re.compile(r"[.!…。！:;]\W*$")


def intent_of(text: str, *, is_direct: bool) -> Intent:
    """Return what somebody wants of us who writes this.

    What is written to us alone, or names us, is always heard. All else, a reply to an answer or a
    message in a thread with one, is a question only if it looks like one and speaks to nobody:
    what people say to each other there is none. Then, too, what the posts say decides.

    Args:
        text: The words, without our mention.
        is_direct: They mention us, or stand in a direct message.
    """
    if is_typed_command(text):
        return "command" if is_direct else "nothing"
    typed, text = text, without_ask(text)
    is_bare = text != typed and not text.strip()
    if is_bare or wants_help(text) or (is_direct and asks_of_us(text)):
        return "help"
    if is_small_talk(text) or not words(text):
        return "nothing"  # who gives thanks wants to hear nothing
    if is_direct:
        return "answer"
    sentences = _BETWEEN.split(text.strip())
    is_called = any(map(calls_somebody, sentences)) or any(map(calls_alone, sentences))
    if is_called or takes_back(sentences):
        return "nothing"
    if len(sentences) > MOST_SENTENCES:  # who tells something long may ask in the end
        sentences = sentences[-1:]
    asked = [each for each in sentences if not is_astonished(each)]
    if len(asked) < len(sentences):  # "Really? In the blue barrel?" repeats, too
        asked = [each for each in asked if not is_fragment(each)]
    return "answer_if_found" if any(map(_asks, asked)) else "nothing"


def is_fragment(text: str) -> bool:
    """Say whether no sentence of a text is built as a question: "in the blue barrel?"."""
    return not any(map(_is_built_as_question, _BETWEEN.split(text.strip())))


def _is_built_as_question(text: str) -> bool:
    plain = folded(text).strip(_AROUND)
    is_marked = _QUESTION.search(text) is not None
    asked = _TOPIC.sub("", _asked_of(plain))
    return asks_for_more(text) or _has_form(text, plain, asked, is_marked=is_marked)


def asks_for_more(text: str) -> bool:
    """Say whether somebody wants to hear more of what was answered: "anything else?"."""
    if is_said_back(text):
        return False
    asked = _asked_of(folded(text).strip(_AROUND))
    return bool(_REQUEST.match(asked) or _MORE.fullmatch(asked.strip(" ?!.")))


def _asked_of(plain: str) -> str:
    begins = _LEADING.match(plain)
    return plain[begins.end() :].lstrip("¿ ") if begins else plain


def _asks(text: str) -> bool:
    """Return whether a sentence asks something of us."""
    plain = folded(text).strip(_AROUND)
    asked = _asked_of(plain)
    if asks_for_more(text):
        return True
    is_marked = _QUESTION.search(text) is not None
    if is_marked:
        asked = _TOPIC.sub("", asked)
    if not is_marked and (_ENDED.search(text) or tells_of_oneself(plain)):
        return False
    is_of_now = asks_of_now(text, asked) and not _WHAT_IF.match(plain)
    if speaks_to_people(text, asked) or is_of_now:
        return False
    if _has_form(text, plain, asked, is_marked=is_marked):
        return True
    # The question before would find its own answer again.
    is_new = is_marked and not leans(text) and not proposes(asked)
    return is_new and not is_echo(text, asked)


def _has_form(text: str, plain: str, asked: str, *, is_marked: bool) -> bool:
    """Return whether a sentence is built as a question."""
    if is_marked and (_GOES_ON.match(plain) or _WHAT_IF.match(plain)):
        return True
    begun = parts_after_astonishment(asked) or [asked]
    is_begun = any(_begins_as_question(each, is_marked=is_marked) for each in begun)
    return is_begun or _WHERE.search(text[:40]) is not None


def _begins_as_question(asked: str, *, is_marked: bool) -> bool:
    if is_marked and (
        any(each.match(asked) for each in (_VERB_OF_A_QUESTION, _STATED, _PREPOSED))
        or _WORD_AT_END.fullmatch(asked)
    ):
        return True
    return any(each.match(asked) for each in (_WORD_IN_FRONT, _VERB_IN_FRONT, _INVERTED))
