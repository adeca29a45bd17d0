from __future__ import annotations

import pytest

from index.text.asked_language import sure_language_of

SURE = {
    "en": (
        "when is the oven lit?",
        "who is Maria de la Cruz?",
        "Tell me about Halden",
        "remind me about expenses",
        "me too",
        "tell me more",
        "let me know",
        "give me details",
        "no parking today?",
        "find no one",
        "error: no such file",
        "what is on in Los Angeles?",
    ),
    "fr": (
        "la recette de la soupe",
        "a quelle heure ouvre la mairie",
        "puis-je amener un chien",
        "le wifi ne marche pas",
        "c'est quoi le code",
        "moi aussi",
        "comment ça marche ?",
        "merci beaucoup",
        "mon mot de passe from:ada",
        "QUI A LA CLÉ ?",
        "Que veut dire mulch ?",
        "que veut dire NDA",
        "Que signifie mulch ?",
        "que pense Ada du mulch ?",
        "qui décide ?",
        "Qui est Halden ?",
        "le four en hiver ?",
        "en hiver ?",
        "les horaires ?",
        "pour qui ?",
        "c quoi mulch ?",
        "parle-moi de Halden",
    ),
    "es": (
        "la oficina de la aldea, cuando abre",
        "A que hora sale el tren a Madrid",
        "cuanto cuesta la entrada",
        "hola",
        "no me funciona el wifi",
        "no hay agua",
        "el horario del lunes",
        "yo también",
        "muchas gracias",
        "cuando es el compost kind:comment",
        "que es mulch",
        "<@123> que es mulch?",
        "y los domingos?",
        "que pasa si llueve?",
        "para que sirve mulch?",
        "háblame de Halden",
        "la llave ?",
    ),
    "de": (
        "wann offnet das Buro",
        "der Code für die Tür",
        "kein wasser",
        "und am Freitag?",
        "hallo",
        "was in Berlin passiert ist",
        "wann kommt Kompost",
        "mir fehlt der Schlüssel",
        "danke",
        "Was bedeutet Mulch?",
        "was passiert dann?",
        "wozu dient Mulch?",
        "sind Hunde erlaubt?",
        "was denkt Ada?",
    ),
}


@pytest.mark.parametrize(
    ("language", "text"), [(language, text) for language, texts in SURE.items() for text in texts]
)
def test_the_language_of_a_question_is_told_without_accents(language: str, text: str) -> None:
    assert sure_language_of(text) == language


@pytest.mark.parametrize(
    "text",
    [
        "",
        "la",
        "kiln",
        "me",
        "no",
        "no idea",
        "no wifi in room 3",
        "No module named requests",
        "El Capitan upgrade",
        "Los Angeles office",
        "LA office",
        "Des Moines",
        "war stories",
        "die cast models",
        "ES modules in node",
        "pour over coffee",
        "sans serif",
        "Zürich trains",
        "jalapeño recipe",
        "Müller",
        "LAN party ?",
        "comment policy ?",
        "on Fridays ?",
        "Los Angeles?",
        "Las Vegas ?",
        "El Capitan ?",
        "bist du da ?",
        "qui vive",
        "qui tam lawsuits",
        "que sera sera",
        "die hard fans",
        "comment policy",
        "bug in comment parser",
        "code comment style",
        "uber receipts",
        "log dir",
        "build dir location",
        "merge dir conflicts",
        "pendant lights",
        "teacher aide schedule",
        "fur allergy policy",
        "dire warning",
        "sous chef rota",
        "Notre Dame trip",
        "et al citation",
        "Chez Panisse menu",
        "faux pas list",
        "Buenos Aires office",
        "ella Fitzgerald songs",
        "Freitag bag repair",
        "Bonjour printer",
        "dem primary dates",
        "compost kind:comment",
        "release in:#comment",
        "oven in:#général",
        'oven from:"Notre équipe"',
        "oven https://example.org/pourquoi",
    ],
)
def test_names_and_words_of_english_make_no_other_language_sure(text: str) -> None:
    assert sure_language_of(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "onde fica o banheiro?",
        "qual é a senha do wifi?",
        "quanto custa a entrada",
        "como funciona a impressora?",
        "dov'è la chiave?",
        "come si accende il forno?",
        "dove trovo la chiave del forno?",
        "waar is de sleutel?",
        "hoe laat sluit het kantoor?",
    ],
)
def test_a_language_that_nobody_is_answered_in_is_not_taken_for_its_neighbour(text: str) -> None:
    assert sure_language_of(text) is None


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Warum schimmelt Kompost?"),
        ("de", "Wo bekommt man Saatgut?"),
        ("de", "Wo lagern Kartoffeln am besten?"),
        ("de", "Wie lange zieht Zitronentee?"),
        ("fr", "Comment planter des tomates ?"),
        ("fr", "Comment installer Docker ?"),
        ("fr", "Quel tonneau choisir ?"),
        ("es", "Donde comprar semillas?"),
        ("es", "Quien repara bicicletas?"),
        (None, "comment filter settings"),
    ],
)
def test_what_asks_in_front_is_enough_where_no_word_is_english(
    language: str | None, text: str
) -> None:
    assert sure_language_of(text) == language


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "aide"),
        ("fr", "<@1234> Aide !"),
        ("fr", "coucou !"),
        ("de", "Moin"),
        ("de", "moin moin"),
        ("de", "servus"),
        ("es", "socorro"),
        ("fr", "Bonjour à tous"),
        ("fr", "coucou tout le monde"),
        ("fr", "Salut la team"),
        ("es", "Hola a todos"),
        ("es", "hola equipo"),
        ("de", "Hallo zusammen"),
        ("de", "Moin Leute"),
        (None, "Hallo Team Rocket"),
        (None, "todos zusammen"),
        (None, "aide memoire"),
        (None, "nurse aide jobs"),
        (None, "aide servus"),
        (None, "Coucou cafe"),
        (None, "Moin castle"),
        (None, "Servus TV"),
        (None, "Socorro airport"),
        (None, "<@1234>"),
    ],
)
def test_a_call_or_a_greeting_alone_tells_its_language(language: str | None, text: str) -> None:
    assert sure_language_of(text) == language
