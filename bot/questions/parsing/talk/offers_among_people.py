"""Tells an offer to people from a question to posts: "should I bring the barrel?"; pure.

Who would bring a certain thing says so to those who read it; who asks what is to be brought, may be
done or has to be says "a towel", or more than the thing. Each pattern is a language: English,
French, Spanish, German; all is folded.
"""

from __future__ import annotations

import re
from typing import Final

_A_THING: Final = (
    r"(?:the|it|them|this|that|these|those|some|more|another|anything|something)"
    r"(?: (?!to\b|for\b|at\b|from\b|in\b|if\b|when\b|by\b)[\w'’-]+){0,2}"
)
_ENGLISH: Final = re.compile(
    r"should i (?:just |also |maybe |still )?"
    rf"(?:(?:bring|fetch|grab|get|buy|order|pick up|carry|cook|bake|make) {_A_THING}|"
    r"come|help|wait|join)(?: (?:up|along|over|now|then|too|back|again|out|or not))*\W*$|"
    rf"(?:can|could|may) i (?:bring|get|fetch|make|offer) (?:anything|something|some)\b.*|"
    r"i['’]ll\b.*|need (?:me to\b|(?:any |some )?help\b|a hand\b).*"
)

_CE: Final = r"(?:le |la |les |l['’]|ce |cette |ces |quelque chose)(?:[\w'’-]+ ?){0,3}"
_FRENCH: Final = re.compile(
    r"(?!.*\b(?:ou|quand|comment|quoi|quel\w*|combien|qui|pourquoi)\b)"
    r"(?:j['’](?:en )?(?:apporte|amene|ramene|achete|emmene|arrive|appelle)\b.*|"
    r"je (?:(?:te|vous|le|la|les|en) |l['’]|m['’]en )?"
    r"(?:prends|ramene|passe|viens|commande|prepare|occupe|vais (?:chercher|acheter))\b.*|"
    r"(?:je dois|dois[- ]je|est-ce que je dois|est-ce que j['’]|est-ce que je) ?"
    rf"(?:apporter?|amener?|ramener?|acheter?|prendre|prends|chercher|commander?) {_CE}\W*$|"
    r"(?:je dois|dois[- ]je|est-ce que je dois) (?:venir|attendre|aider|passer)\W*$)"
)

_EL: Final = r"(?:el|la|los|las|lo|algo|mas|otr[oa]s?|un poco)(?: [\w'’-]+){0,2}"
_SPANISH: Final = re.compile(
    rf"(?:(?:os|te|les?) )?(?:traigo|llevo|compro|pido|recojo|cojo|preparo) {_EL}\W*$|"
    r"(?:os|te|l[eoa]s?) (?:traigo|llevo|compro|pido|recojo|cojo|preparo|ayudo|espero)\b.*|"
    r"(?:voy|vengo|paso|espero|ayudo)(?: (?:yo|ya|a por .*))?\W*$|"
    rf"(?:debo|deberia) (?:traer|llevar|comprar|recoger|pedir) {_EL}\W*$"
)

_DAS: Final = r"(?:das|den|die|es|sie|ihn|dir|euch|noch|was|etwas|mal|auch|schnell|morgen)"
_GERMAN: Final = re.compile(
    rf"soll(?:te)? ich {_DAS}(?: (?!im\b|am\b|bei\b|per\b|zu\w?\b|an\b|in\b)[\w-]+){{0,2}} "
    r"(?:mitbringen|bringen|holen|besorgen|kaufen|mitnehmen|bestellen|abholen|machen|kochen)\W*$|"
    r"soll(?:te)? ich (?:(?:dir|euch|mal|auch|noch|vorbei) ?)*(?:kommen|helfen|warten|mitkommen)"
    r"\W*$|"
    r"(?:ich (?:bring|hol|kauf|besorg|komm|nehm)e?|(?:bring|hol|kauf|besorg|nehm)e? ich) .*"
)

_BRINGS: Final = re.compile(
    r"should i (?:just |also |maybe |still )?(?:bring|carry)\b|"
    r"(?:je dois|dois[- ]je|est-ce que je dois) (?:apporter|amener|prendre)\b|"
    r"(?:debo|deberia) (?:traer|llevar)\b|"
    r"soll(?:te)? ich\b(?! (?:dir|euch)\b).*\b(?:mitbringen|mitnehmen)\W*$"
)
_PAPERS: Final = re.compile(
    r"\b(?:forms?|passports?|ids?|(?:id|identity|membership|library|insurance) cards?|papers|"
    r"paperwork|documents?|certificates?|receipts?|invoices?|permits?|licen[cs]es?|tickets?|"
    r"vouchers?|badges?|prescriptions?|contracts?|letters?|proofs?|cop(?:y|ies)|"
    r"formulaires?|passeports?|papiers|cartes? (?:d['’]|de )\w+|pieces? d['’]\w+|attestations?|"
    r"certificats?|justificatifs?|recus?|factures?|billets?|ordonnances?|contrats?|dossiers?|"
    r"permis|copies?|"
    r"formularios?|pasaportes?|papeles|documentos?|documentacion|dni|certificados?|justificantes?|"
    r"recibos?|facturas?|entradas?|billetes?|carnets?|contratos?|solicitud(?:es)?|copias?|"
    r"[\w-]*(?:formulare?|antrag|antrage|ausweise?|schein|karte|vertrag)|reisepass|pass|papiere|"
    r"unterlagen|dokumente?|bescheinigung(?:en)?|nachweise?|quittung(?:en)?|rechnung(?:en)?|"
    r"kopien?)\b"
)
"""What offices and doors ask to see, and nobody offers to others: "should I bring the form?"."""

_FOOD: Final = (
    r"(?:[\w-]*(?:cakes?|bread|beers?|wine|juice)|food|drinks?|snacks?|coffee|tea|milk|water|fruit|"
    r"ice|cookies|biscuits|salad|pizzas?|cheese|"
    r"gateaux?|pain|bieres?|vin|jus|cafe|the|lait|eau|fruits?|fromage|salades?|boissons?|biscuits?|"
    r"agua|pan|cervezas?|vino|zumo|leche|te|fruta|queso|hielo|comida|bebidas?|"
    r"tartas?|pastel(?:es)?|galletas|refrescos|ensalada|"
    r"[\w-]*(?:kuchen|brot|brotchen|bier|wein|saft|salat|wasser|torte|wurst|wurstchen|eis)|essen|"
    r"kaffee|tee|milch|obst|kase|kekse|getranke|chips|pizza)"
)
_FOODS: Final = rf"{_FOOD}(?: (?:and|or|et|ou|y|e|o|und|oder) {_FOOD})?"
_TO_SHARE: Final = re.compile(
    rf"should i (?:just |also |maybe )?(?:bring|fetch|grab|get|buy|order|cook|bake|make) {_FOODS}"
    r"(?: (?:along|too|over|again))?\W*$|"
    r"(?:je dois|dois[- ]je|est-ce que je dois) (?:apporter|amener|ramener|acheter|prendre|"
    rf"commander) (?:du |de la |de l['’]|des |un peu de ){_FOODS}\W*$|"
    r"(?:(?:os|te|les?) )?(?:traigo|llevo|compro|pido|preparo|(?:debo|deberia) (?:traer|llevar|"
    rf"comprar|pedir)) {_FOODS}(?: (?:yo|tambien))?\W*$|"
    rf"soll(?:te)? ich (?:mal |auch |noch |euch |dir |schnell )*{_FOODS} "
    r"(?:mitbringen|bringen|holen|besorgen|kaufen|mitnehmen|bestellen|machen|kochen|backen)\W*$"
)
"""What is offered to others without an article: what they eat and drink. A towel or gloves without
one are what a place asks for: "soll ich Handschuhe mitbringen?"."""

_LANGUAGES: Final = (_ENGLISH, _FRENCH, _SPANISH, _GERMAN, _TO_SHARE)


def offers_to_people(asked: str) -> bool:
    """Return whether a sentence offers those who read it to bring or do something.

    Args:
        asked: It, folded, without what stands before a question.
    """
    if _BRINGS.match(asked) and _PAPERS.search(asked):
        return False
    return any(each.match(asked) for each in _LANGUAGES)
