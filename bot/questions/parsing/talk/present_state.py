"""Tells what is asked of this moment, which people know and posts do not; pure."""

from __future__ import annotations

import re
from typing import Final

# All below is folded: small letters without accents. Each line is a language: English, French,
# Spanish, German.
_WEEKDAY: Final = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
_JOUR: Final = r"(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)"
_DAY: Final = (
    rf"(?:{_WEEKDAY}|{_JOUR}|lunes|martes|miercoles|jueves|viernes|sabado|domingo|"
    r"(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch)"
)

_THESE_HOURS: Final = re.compile(
    rf"\b(?:today|tonight|tomorrow|right now|at the moment|just now|"
    r"this (?:morning|afternoon|evening)|"
    rf"(?:on|this|next|coming) {_WEEKDAY}(?:['’]s)?|"
    r"aujourd['’]?hui|ce (?:soir|matin|midi)|cet apres-midi|demain|en ce moment|tout de suite|"
    rf"ce {_JOUR}|{_JOUR} prochain|"
    r"hoy|esta (?:noche|tarde|manana)|ahora mismo|en este momento|(?<!la )manana|"
    r"(?:este|proximo) (?:lunes|martes|miercoles|jueves|viernes|sabado|domingo)|"
    r"heute|gerade (?:da|frei|besetzt|offen)|jetzt gerade|im moment|(?<!am )(?<!jeden )morgen|"
    r"(?:diese|nachste|kommende)[nm]? (?:mon|diens|donners|frei|sams|sonn)tag)\b"
)
"""When that is soon over. "On Fridays" and "yesterday" are not: posts may tell."""

_BY_NOW: Final = re.compile(
    r"(?:(?:is|are|was|were|has|have|had|does|do|did|can)\b.*|who(?:['’]s| is| has| are)\b.*)"
    r"\b(?:now|already|yet)\W*$|"
    rf"(?:is|are) it (?:already )?{_DAY}\b|"
    r"(?:est[- ]ce qu.*|ca .*|il .*|c['’]est .*|.*-(?:t-)?(?:il|elle)\b.*)"
    r"\b(?:maintenant|deja)\W*$|"
    r"(?:esta|estan|funciona|funcionan|es|ya|hay|ha|han)\b.*\b(?:ahora|ya)\W*$|"
    r"ya (?:es|esta|ha|han)\b|"
    r"(?:ist|sind|hat|haben|geht|funktioniert|lauft|klappt|kann)\b.*\b(?:jetzt|schon)\b.*|"
    r"(?:on est|c['’]est|sommes-nous|nous sommes) (?:deja )?" + _JOUR + r"\b"
)
"""Whether something is so by now: "does it work now?", "is it Friday already?"."""

_CLOCK: Final = re.compile(
    r"(?:(?:so )?what time is it|what(?:['’]s| is) the time|what day is it|"
    r"quelle heure est[- ]il|il est quelle heure|c['’]est quel jour|on est quel jour|"
    r"que hora es|que dia es|wie spat ist es|wie viel uhr ist es|wieviel uhr ist es|"
    r"welcher tag ist(?: heute)?)\W*(?:now|la|ya|jetzt)?\W*$"
)

_WORKS: Final = re.compile(
    r"(?:does|did|is) (?:it|that|this) (?:still |actually |even )?(?:work|working|help|on|up|down|"
    r"done|fixed|over|out|ready|running|back)(?: for (?:you|anyone))?(?: again)?\W*$|"
    r"(?:est-ce que )?(?:ca|il|elle) (?:marche|fonctionne|remarche|va|tourne|a marche)\W*$|"
    r"(?:te |les |os )?funciona(?: bien| otra vez)?\W*$|"
    r"(?:geht|funktioniert|lauft|klappt|tut) (?:es|das|er|sie)(?: (?:wieder|noch))?\W*$|"
    r"hat (?:es|das) (?:geklappt|funktioniert|geholfen)\W*$"
)
"""Whether it does for who tried it: "ça marche ?"."""

_STATE: Final = (
    r"(?:free|full|busy|taken|occupied|empty|ready|broken|down|up|dead|back|working|running|fixed|"
    r"done|over|here|there|gone|clean|dirty|online|offline|warm|hot|cold|open|closed|locked|"
    r"unlocked|on|off|in|out|available|finished|stuck|"
    r"libres?|pleine?s?|occupee?s?|prete?s?|vides?|cassee?s?|en panne|ouverte?s?|fermee?s?|"
    r"finie?s?|reparee?s?|la|allumee?s?|eteinte?s?|disponibles?|chaude?s?|froide?s?|"
    r"libre|llen[oa]s?|ocupad[oa]s?|list[oa]s?|rot[oa]s?|abiert[oa]s?|cerrad[oa]s?|vaci[oa]s?|"
    r"encendid[oa]s?|apagad[oa]s?|aqui|"
    r"frei|voll|besetzt|kaputt|fertig|offen|zu|da|an|aus|leer|auf|hier|weg|bereit|geschlossen|"
    r"geoffnet|warm|kalt|dicht)"
)
_NO_QUALIFIER: Final = (
    r"(?!(?:on|in|at|during|for|from|en|le|les|pour|pendant|los|las|para|por|im|am|"
    r"fur|mit|zum|bei|an|when|if|quand|si|cuando|wenn)\b)"
)
_THING: Final = rf"(?:{_NO_QUALIFIER}[\w'’-]+ ){{1,4}}?"
_THE: Final = (
    r"(?:the|that|this|those|these|our|my|your|his|her|their|l['’]|le|la|les|ce|cette|el|los|las|"
    r"der|die|das|dem|unser\w*|mein\w*)"
)
_IS_IT_FREE: Final = re.compile(
    rf"(?:is|are|was|were|ist|sind|war|waren) {_THE} {_THING}"
    rf"(?:still |noch |wieder |again )?{_STATE}(?: again| already)?\W*$|"
    rf"(?:est-ce que )?(?:le |la |les |l['’]|cette |ce ){_THING}(?:est|sont)"
    rf"(?:[- ](?:il|elle|ils|elles))? (?:encore |toujours )?{_STATE}\W*$|"
    rf"(?:esta|estan) (?:{_STATE} (?:el|la|los|las) [\w' -]+|"
    rf"(?:el|la|los|las) {_THING}{_STATE})\W*$|"
    rf"(?:el|la|los|las) {_THING}(?:esta|estan) {_STATE}\W*$"
)
"""How a thing is at the moment: "is the coffee machine free?"."""

_PERSON: Final = (
    r"(?!(?:the|there|it|that|this|they|es|das|der|die|er|sie|man|ca|el|la|pourquoi|comment|"
    r"quand|ou|depuis|qui|why|how|when|where|who|which|what|warum|wieso|wann|seit|wo|wer|"
    r"(?:permitid|prohibid|incluid|autorizad|admitid)[oa])\b)"
)
_WHERE_ABOUTS: Final = (
    r"(?:in|out|off|here|back|around|away|ill|sick|late|ready|busy|online|offline|home|gone|there|"
    r"coming|joining|alright|all right|ok|okay|asleep|awake|on holiday|on leave|on vacation|"
    r"at lunch|at work|at home|in a meeting|in the (?:office|building|house)|arrived|left|eaten)"
)
_IS_SHE_IN: Final = re.compile(
    rf"(?:is|are|was|were|has|have|did|isn['’]t|hasn['’]t) {_PERSON}[\w'’-]+(?: and [\w'’-]+)? "
    rf"(?:still |already |even )?{_WHERE_ABOUTS}\b(?: (?:already|yet|now|again))?\W*$|"
    rf"(?:est-ce qu(?:e |['’]))?{_PERSON}[\w'’-]+ est (?:encore |deja )?"
    r"(?:la|ici|parti|partie|arrive|arrivee|malade|absente?|rentree?|en (?:conge|vacances|reunion)|"
    r"occupee?|en retard|dispo)\W*$|"
    rf"{_PERSON}[\w'’-]+ est[- ](?:il|elle) (?:la|ici|partie?|arrivee?|malade|absente?|"
    r"rentree?)\W*$|"
    rf"esta {_PERSON}[\w'’-]+(?: (?:aqui|ahi|en casa|enferm[oa]|de vacaciones|ocupad[oa]))?\W*$|"
    rf"(?:ist|sind) {_PERSON}[\w'’-]+(?: und [\w'’-]+)? (?:schon |noch |wieder )?"
    r"(?:da|hier|weg|krank|im (?:haus|buro|urlaub)|zuhause|zu hause|unterwegs|fertig|"
    r"angekommen|zuruck)\W*$"
)
"""Where a person is: "is ben in?"."""

_WHERE_IS_NAME: Final = re.compile(
    r"(?:[Ww]here(?:['’]s| is| are| did| has)|[Oo]ù (?:est|sont|es[t]? passée?)|[Dd]ónde está[n]?|"
    r"[Dd]onde esta[n]?|[Ww]o (?:ist|sind|bleibt|steckt))\s+"
    r"(?P<name>[A-ZÀ-Þ][a-zà-ÿ]+)(?:\s+(?:and|et|y|und)\s+[A-ZÀ-Þ][a-zà-ÿ]+)?"
    r"(?:\s+(?:today|now|gone|go|been|passée?|gerade|ahora))?\W*$"
)
"""Who is looked for by name, without an article: "où est Chloe ?"."""

_WHERE_GONE: Final = re.compile(
    r"where(?:['’]s|['’]ve| is| are| was| were| has| have)? .*"
    r"\b(?:gone|disappeared|vanished|been|got to|gotten to)\W*$|where(?:['’]d| did) .*\bgo\W*$|"
    r"where(?:['’]s| is) (?:he|she)\b(?: (?:now|today|going|off to))?\W*$|"
    r"wo (?:ist|sind) (?:er|sie)\b\W*(?:jetzt|heute|denn)?\W*$|"
    r"(?:ou )?(?:est|sont)[- ](?:ils?|elles?)\W*$|"
    r"(?:il|elle)s? (?:est|sont) ou\W*$|donde esta[n]? (?:el|ella|ellos|ellas)\W*$|"
    r"(?:ou )?(?:est|sont)(?:[- ](?:il|elle|ils|elles))? (?:donc )?(?:passe|parti)e?s?\b|"
    r".*\b(?:est|sont) (?:passe|parti)e?s? ou\W*$|"
    r"(?:a ?)?donde (?:se )?(?:ha|han|fue|fueron)(?: (?:metido|ido|quedado))?\b|"
    r"wo (?:ist|sind) .*\b(?:hin|geblieben|abgeblieben|hingekommen)\W*$|wo (?:bleibt|steckt)\b"
)
"""What or whom somebody misses: "where's the barrel gone?", "where is she?"."""

_WHO_DID: Final = re.compile(
    r"who(?:['’]s| has| just)* (?:broke|broken|"
    r"took(?! over| part| the (?:place|lead|post))|taken|ate|eaten|stolen?|touched|"
    r"forgot|forgotten|deleted|unplugged|parked|borrowed|spilled|spilt|drank|drunk|hid|hidden|messed|crashed|"
    r"killed|used up|locked|unlocked|nicked|grabbed|"
    r"(?:turned|switched) (?:off|on|down|up))\b|"
    r"who(?:['’]s| has| just)* left (?:the|a|an|his|her|their|my|our|this|that|these|those|all)\b.*"
    r"\b(?:on|open|off|out|in|here|there|running|unlocked|behind|dirty)\W*$|"
    r"who (?:made|left) (?:this|that|the|a) mess\b|"
    r"qui (?:m['’]|nous |a encore |a |vient de )(?:a )?(?:casser?|"
    r"pris(?! la (?:place|suite|tete|parole|releve)| part| en )|prendre|mange|vole|laisse|oublie|"
    r"eteint|touche|debranche|fini|bu|perdu|cache|supprime|efface|emprunte|ferme)\b|"
    r"quien (?:se |me |nos )?(?:ha )?(?:rompio|roto|cogio|cogido|llevo|llevado|comio|comido|robo|"
    r"robado|dejo|dejado|olvido|olvidado|apago|apagado|toco|tocado|borro|borrado|bebio|bebido)\b|"
    r"wer hat\b.*\b(?:kaputt ?gemacht|genommen|gegessen|geklaut|gelassen|vergessen|ausgemacht|"
    r"angelassen|offengelassen|ausgeschaltet|angefasst|verloren|geloscht|getrunken|versteckt|"
    r"liegen ?lassen|stehen ?lassen|ausgesteckt|mitgenommen)\W*$"
)
"""Who of those who read it did something: "who left the wifi on?"."""

_WAS_THAT: Final = re.compile(
    r"(?:was|were|is) (?:that|this|those) (?:the|a|an|you|your|my|our|his|her|me|us|him)\b|"
    r"(?:c['’]etait|etait-ce|c['’]est) (?:la|le|les|l['’]|toi|ton|ta|vous|moi|lui)(?:\b|(?<=['’]))|"
    r"(?:era|fue|es) (?:eso|esto|ese|esa) (?:el|la|tu|mi)\b|"
    r"(?:war|ist) das (?:der|die|das|dein\w*|mein\w*|er|sie|du|ihr)\b"
)
"""What somebody points at: "was that the backup?"."""

_AROUND_US: Final = re.compile(
    r"is it (?:still )?(?:raining|snowing|cold|warm|hot|dark|windy|sunny|late)\b|"
    r"(?:is|are) there (?:any|some|still|more)\b.*\bleft\W*$|"
    r"il (?:pleut|neige|fait (?:froid|chaud|beau|nuit))\b|"
    r"il (?:y a|reste)(?:[- ]t[- ]il)? encore (?:du|de|des)\b|"
    r"(?:llueve|nieva|hace (?:frio|calor)|queda|quedan)\b|"
    r"(?:regnet|schneit) es\b|ist (?:noch|schon) .*\bda\W*$"
)
"""What everybody can see: "is there any cake left?"."""

_AT_START: Final = (
    _AROUND_US, _BY_NOW, _CLOCK, _WORKS, _IS_IT_FREE, _IS_SHE_IN, _WHERE_GONE, _WHO_DID, _WAS_THAT
)  # fmt: skip


def asks_of_now(text: str, asked: str) -> bool:
    """Return whether a question is about the state of this moment, or who has just done what.

    Args:
        text: It.
        asked: It, folded, without what stands before a question.
    """
    if _THESE_HOURS.search(asked) or _WHERE_IS_NAME.search(text):
        return True
    return any(each.match(asked) for each in _AT_START)
