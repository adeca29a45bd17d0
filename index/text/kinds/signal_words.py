"""The words by which a text is read: a language adds its own to each set; pure.

All are folded: small letters without accents. What only one language has stands on its line.
"""

from __future__ import annotations

import re
from typing import Final


def _set(*lines: str) -> frozenset[str]:
    return frozenset(" ".join(lines).split())


ENCLITICS: Final = _set("je tu il elle on nous vous ils elles t ce la ci moi toi lui leur y en")
"""What French joins to a verb with a hyphen: "peut-on" is no word of its own."""

_UNITS: Final = (
    # the sign, and the words for it, the one it is read as last
    "€ euro eur euros",
    "$ dollar usd dolares dollars",
    "£ pound gbp livre livres sterling libras pfund pounds",
    "¥ yens jpy yen",
    "% pourcent pourcentage percentage prozent percent",
    "km kilometre kilometres kilometer kilometers kilometro kilometros",
    "kg kilo kilos kilogramme kilogrammes kilogram kilograms",
)
SIGNS: Final = {
    word: tuple(other for other in unit.split() if other != word)
    for unit in _UNITS
    for word in unit.split()
}
"""Each sign or word of a unit, with the others that say the same."""

ASKING_SIGNS: Final = tuple(
    each
    for line in (
        # Chinese, Japanese, Korean: what only asks
        "什么 甚么 哪里 哪儿 哪个 几点 几个 怎么样 怎么 怎样 为什么 为何 谁",
        "吗 呢 请问 多少 是不是 的",
        "何 誰 教えて 下さい",
        "어디에 어디 언제 누가 누구 무엇 뭐 어떻게 왜 얼마",
        "인가요 있나요 나요 하나요 입니까 습니까 까요",
    )
    for each in line.split()
)
"""Signs that only ask, in scripts without spaces."""

_NEGATIVE_LINES: Final = (
    # English
    r"not never nobody nothing none neither nor without cannot cant dont doesnt isnt wont arent",
    r"except exclud\w+ forbidden prohibited unavailable banned refused? no",
    # French
    r"ne pas jamais aucune?s? sans sauf except\w+ exclu\w* interdite?s? rien personne refuse\w*",
    r"non",
    # Spanish, Portuguese, Italian, German
    r"nunca ningun\w* prohibid\w+ nao sem nenhum\w* proibid\w+ senza nessun\w* vietat\w+",
    r"nicht kein\w* niemals nie ohne verboten\w*",
)
NEGATIVE: Final = re.compile(
    rf"\b(?:{'|'.join('|'.join(line.split()) for line in _NEGATIVE_LINES)})\b|n['’]t\b|\bn['’]\w"
)
"""What says that something is not so."""

NOT_NEGATIVE: Final = re.compile(
    r"\b(?:not only|why not|or not|not to mention|not just|no problem|no doubt|no later than|"
    r"no\.? ?\d+|is ?n['’]t it|do ?n['’]t hesitate|not at all sure|"
    r"non seulement|pas seulement|pas mal|pourquoi pas|ou non|ou pas|sans doute|n['’]est[- ]ce pas|"
    r"n['’]hesitez pas|si ce n['’]est|ne .{1,20}? que (?!si)|personne (?:ne )?(?=de |qui |du )|"
    r"(?:une?|la|cette|chaque|toute|par) personne)\b"
)
"""The same words where they deny nothing."""

POINTING: Final = _set(
    "it that this they he she these those its",
    "ca c cela ceci il elle ils elles celui celle",
    "eso esto das es questo isso",
)
"""What stands for something said before, at the beginning of a sentence."""

IMPERSONAL: Final = re.compile(
    r"\W*(?:il (?:y (?:a|avait|aura)|faut|faudra|fait|manque|reste)|"
    r"it (?:takes|is (?:not )?possible)|es gibt)\b"
)
"""Beginnings in which the pronoun stands for nothing."""

TALK: Final = _set(
    "here thanks thank thx ty cheers hi hello hey morning afternoon evening night ok okay k yes no",
    "yep",
    "nope yeah sure great nice cool awesome perfect good same lol haha idea sorry welcome np bye",
    "please congrats congratulations done agreed exactly right indeed maybe wow oh ah much so lot",
    "everyone all guys folks too me got noted clue well job help helps helped me too really very",
    "merci bonjour bonsoir salut coucou oui non accord daccord super genial parfait bravo top idem",
    "pareil desole desolee aucune idee plaisir rien bonne bon journee soiree beaucoup tous toutes",
    "voila exact exactement note bienvenue felicitations moi aussi",
    "gracias hola si vale danke hallo ja nein bitte grazie ciao obrigado obrigada ola sim nao",
)
"""Greetings, thanks and agreement: a line of nothing else answers nothing."""

THANKING: Final = re.compile(
    r"\b(?:thanks|thank (?:you|u)|thx|ty|tysm|cheers|(?:that|it|this) (?:worked|works|helped|helps|"
    r"did it|did the trick|fixed it|solved it)|works now|solved|"
    r"merci|ca (?:marche|fonctionne)|resolu|gracias|(?:ya )?funciona|resuelto|solucionado|"
    r"danke|dankeschon|klappt|funktioniert|geht jetzt|gelost|grazie|obrigad[oa])\b"
)
"""How somebody thanks for what helped, or says that it did."""

NO_THANKING: Final = re.compile(
    r"\b(?:in advance|anyway|but|though|still|no thanks|d['’]avance|quand meme|mais|toujours pas|"
    r"non merci|de antemano|pero|todavia|im voraus|trotzdem|aber|immer noch)\b"
)
"""What speaks against it: thanks for what is still to come, or for what did not help."""

REOPENING: Final = re.compile(
    r"\b(?:still (?:not|no|broken|fail\w*|happen\w*|stuck|the same)|"
    r"still (?:does|do|is|did) ?(?:n['’]t|not)|"
    r"(?:does|did|do) ?(?:n['’]t|not) (?:work|help|fix|solve)|not (?:solved|fixed|working)|"
    r"(?:it|this|problem|error|issue)(?: is|['’]s| came| comes) back|"
    r"(?:broken|fail\w*|happen\w*|crash\w*) again|stopped working|"
    r"toujours (?:pas|le meme)|(?:marche|fonctionne) (?:pas|plus)|est revenue?|pas resolu|"
    r"sigue (?:sin|fallando|igual)|(?:todavia|aun) no|no (?:funciona|sirvio|ayudo)|ha vuelto|"
    r"dejo de funcionar|no (?:esta )?resuelto|"
    r"(?:immer noch|doch|wieder) (?:nicht|kaputt)|(?:geht|klappt|funktioniert) (?:\w+ )?nicht|"
    r"nicht gelost|wieder da|nicht geholfen)\b"
)
"""How somebody says that what was thought solved is not."""

ASKED_BY: Final = _set(
    "much many old long often some any between per each few also please t",
    "can could should would may might must shall does did do need get make want my me your",
    "combien peut peux puis dois doit faut fait faire veux y en mon ma mes votre vos",
)
"""Words that say how something is asked and not about what, where the question has others."""

THESE_DAYS: Final = _set(
    "now today tonight tomorrow currently nowadays presently soon",
    "maintenant aujourd hui demain actuellement bientôt",
    "ahora hoy manana actualmente jetzt heute morgen derzeit",
)
"""Words that say when it is asked, seen from the day of the question, and not about what."""

ASKING: Final = re.compile(
    r"^\W*(?:(?:hi|hello|hey|so|and|but|ok|okay|please|pls|guys|all|everyone|folks|@\w+|"
    r"bonjour|salut|svp|s['’]il (?:te|vous) plait|alors|et|"
    r"hola|por favor|oye|pues|y|hallo|bitte|also|und|leute)\b\W*){0,4}"
    r"(?:(?:does|do|did|has|have|can|could|would|is) (?:anyone|anybody|someone|somebody)\b|"
    r"any(?:one|body) (?:know|have|here)\b|who knows\b|any idea\b|i(?:['’]m| am)? wonder(?:ing)?\b|"
    r"(?:quelqu['’]un|qqn) (?:sait|connait|a)\b|(?:est[- ]ce que )?quelqu['’]un\b|"
    r"(?:savez|sais|sauriez|avez)[- ](?:vous|tu)\b|une idee\b|je me demande\b|"
    r"alguien (?:sabe|puede|podria|me|nos)\b|(?:sabe|puede|podria) alguien\b|"
    r"(?:weiss|kann|konnte|hat) (?:jemand|irgendwer|irgendjemand)\b|"
    r"qualcuno sa\b|alguem sabe\b|"
    # What asks by telling somebody to tell.
    r"(?:tell|show|remind) me (?:about|how|what|why|when|where|who|which|whether|if|more)\b|"
    r"tell us (?:about|more)\b|explain (?:to )?(?:me|us)\b|"
    r"explain (?:how|why|what|when|where|who|which)\b|"
    r"(?:can|could|would|will) you (?:please |kindly |all |guys )?"
    r"(?:tell|show|explain|describe|remind|help|give|recommend|suggest)\b|"
    r"i(?:['’]d| would) like to know\b|i (?:want|need) to know\b|"
    r"(?:dis|dites|parle|parlez|explique|expliquez|raconte|racontez|montre|montrez|rappelle|"
    r"rappelez)[- ](?:moi|nous)\b|"
    r"(?:(?:peux|pourrais)[- ]tu|(?:pouvez|pourriez)[- ]vous|tu (?:peux|pourrais)|"
    r"vous (?:pouvez|pourriez)) (?:me |m['’]|nous )"
    r"(?:dire|expliquer|parler|montrer|rappeler|raconter|indiquer|aider)\b|"
    r"(?:je (?:voudrais|veux)|j['’]aimerais) savoir\b|"
    r"(?:dime|digame|diganme|explicame|expliqueme|hablame|cuentame|muestrame)\b|"
    r"(?:me |nos )?(?:puedes|podrias|puede|podria|pueden|podrian) "
    r"(?:decir|explicar|contar|hablar|mostrar|ayudar)(?:me|nos)?\b|"
    r"(?:quiero|quisiera|me gustaria) saber\b|"
    r"(?:sag|sage|sagt|erklar|erklare|erklart|erzahl|erzahle|erzahlt|zeig|zeige|zeigt|nenn|nenne|"
    r"nennt) (?:mir|uns)\b|(?:kannst|konntest|konnt|konntet) (?:du|ihr) (?:mir|uns)\b|"
    r"(?:konnen|konnten) sie (?:mir|uns)\b|ich (?:mochte|wurde gerne?|wusste gerne?) wissen\b)"
)
"""How somebody begins who asks, with or without a question mark."""

ASKING_ANYWHERE: Final = re.compile(ASKING.pattern.removeprefix(r"^\W*"))
"""The same within a text."""

READERS: Final = re.compile(
    r"^(?!\W*(?:did you (?:know|ever)|have you ever|do you want|want to|(?:le )?saviez[- ]vous|"
    r"sais[- ]tu|voulez[- ]vous|envie d)\b).*"
    r"\b(?:you|your|yours|any ?one|any ?body|some ?one|some ?body|"
    r"(?:do|did|can|could|should|may|am|are|is|have|was) (?:i|we|my|our)|"
    r"vous|votre|vos|tu|ton|quelqu['’]un|qqn|(?:puis|dois|peut|pourrais|ai|suis)[- ]je|"
    r"(?:peut|doit)[- ]on|est[- ]ce que je|je (?:peux|dois|fais)|comment faire|"
    r"alguien|puedo|debo|tengo|usted|ustedes|jemand|ihr|euch|kann ich|muss ich|soll ich|"
    r"qualcuno|posso|devo|voi|alguem|voces?)\b"
)
"""A question by which its readers are asked, and not one that whoever asks answers in the next
breath ("Did you know…?")."""

ONESELF: Final = re.compile(
    r"^\W*(?:i|i['’]\w+|my|mine|we|we['’]\w+|our|ours|je|mon|ma|mes|nous|notre|nos|"
    r"chez (?:moi|nous)|ich|wir|mein\w*|unser\w*|yo|mis?|nuestr\w+|mio|eu|meu|minha|nosso)\b"
    r"|^\W*j['’]"
)
"""How somebody begins who tells of what is his own."""

SEEKING: Final = re.compile(
    r"\b(?:i (?:\w+ )?(?:want|need|wish|try|tried|cannot|can ?not|can ?['’]?t|could ?n['’]?t)"
    r"|i (?:would|['’]?d) like"
    r"|i ?['’]?a?m (?:\w+ )?(?:trying|looking for|having|getting|stuck|unable)"
    r"|i (?:have|had|got|get|keep getting) (?:\w+ ){0,3}(?:problems?|errors?|issues?|trouble)"
    r"|having (?:\w+ ){0,2}(?:problems?|issues?|trouble)|(?:please|can someone) help"
    r"|je (?:voudrais|veux|cherche|n['’]arrive|ne (?:peux|parviens))"
    r"|j['’](?:essaie|ai essaye|aimerais|ai besoin|ai (?:un|une|le|des) (?:probleme|erreur|souci))"
    r"|quiero|quisiera|necesito|no (?:puedo|consigo|logro)|tengo (?:un|una|el) (?:problema|error)"
    r"|ich (?:mochte|will|brauche|suche|versuche|bekomme|habe (?:ein|das|noch) problem)"
    r"|ich kann \w+ (?:\w+ ){0,5}nicht)\b"
)
"""How somebody tells of a wish or a trouble of his own."""

PASSED_ON: Final = re.compile(
    r"^\W*(?:(?:rt(?: @\w+)?|fyi|fwd?|re|tr|via @?\w+|reminder|reposting|repost|x-?post|pour info|"
    r"pour rappel|pi|rappel|ps|psa|update|edit|info|zur info|recordatorio)\s*[:：\-–—]+\s*)+",
    re.IGNORECASE,
)
"""What marks that something was posted before, at its beginning."""

CHOOSING: Final = re.compile(
    r"\b(?:who|whom|whose|what|which|where|qui|quoi|que|quels?|quelles?|lequel|laquelle|lesquels|ou|"
    r"quien|que|cual(?:es)?|donde|wer|was|welche[rsnm]?|wo|chi|cosa|quale|quali|dove|quem|qual|onde)\b"
)
"""Words of a question that wants one thing and not another; "why" and "when" want more of one."""
