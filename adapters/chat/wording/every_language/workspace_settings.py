"""What is said of the settings of a server or workspace, and of its digest, in every language."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

ENGLISH_SETTINGS: Final[Mapping[str, str]] = {
    "title": "Settings here",
    "answers_in": "I answer openly: {value}",
    "quiet_in": "Quiet channels: {value}",
    "goes_on": "Threads go on: {value}",
    "language": "My language: {value}",
    "admins": "Looked after by the admins here, and by: {value}",
    "keep_days": "Questions are kept: {value}",
    "digest_in": "Weekly digest of unanswered questions: {value}",
    "everywhere": "in every channel",
    "none": "none",
    "nobody": "nobody else",
    "without_mention": "without a mention",
    "with_mention": "only with a mention",
    "reader": "that of whoever reads or asks",
    "days": "{count:day|days}",
    "kept_as_all": "as long as whoever runs me says",
    "hidden": "a channel that you do not read",
    "saved": "That is set from now on.",
    "all": "everything",
    "how": "Change one with the options of /posts settings; its option reset sets one back.",
    "how_form": "/posts settings opens the form for them; /posts settings reset sets all back.",
    "unknown": "“{value}” is no channel or person here: name them as #channel or @person.",
    "not_written": "I may not write in {channel}: let me in there, then choose it again.",
    "shown_by_owner": (
        "Whom you named sees /posts, once the owner shows it to them: Server Settings,"
        " Integrations."
    ),
    "unknown_name": "There is no setting “{value}”: name one of {known}.",
    "no_days": "“{value}” is no number of days: write one, as in 30.",
    "quiet": "I do not answer in this channel: ask me directly, or with /ask, for you alone.",
    "digest": "Asked since the last digest, and answered by nothing:",
    "digest_more": "More such questions that all who read here may see: {count}.",
    "digest_how": "An admin answers them with /posts unanswered.",
}

ENGLISH_SETTINGS_COMMANDS: Final[Mapping[str, str]] = {
    "posts.settings": "How I behave here: where I answer, language, admins, digest",
    "settings.answers_in": "Answer openly in these channels only: #one #two",
    "settings.quiet_in": "Stay quiet in these channels: #one #two",
    "settings.goes_on": "Take questions in my threads without a mention",
    "settings.language": "The language of my own words",
    "settings.admins": "Who looks after the posts beside the admins: @one @two",
    "settings.keep_days": "How many days questions are kept",
    "settings.digest_in": "Where to tell each week what nothing answered",
    "settings.reset": "Set one back to what it was at first, or everything",
}

FRENCH_SETTINGS: Final[Mapping[str, str]] = {
    "title": "Réglages ici",
    "answers_in": "Je réponds en public : {value}",
    "quiet_in": "Salons silencieux : {value}",
    "goes_on": "Les fils se poursuivent : {value}",
    "language": "Ma langue : {value}",
    "admins": "Entretenu par les admins d’ici, et par : {value}",
    "keep_days": "Les questions sont gardées : {value}",
    "digest_in": "Bilan hebdomadaire des questions sans réponse : {value}",
    "everywhere": "dans tous les salons",
    "none": "aucun",
    "nobody": "personne d’autre",
    "without_mention": "sans mention",
    "with_mention": "seulement avec une mention",
    "reader": "celle de qui lit ou demande",
    "days": "{count:jour|jours}",
    "kept_as_all": "aussi longtemps que le veut qui me fait tourner",
    "hidden": "un salon que vous ne lisez pas",
    "saved": "C’est réglé à partir de maintenant.",
    "all": "tout",
    "how": "Changez-en un par les options de /posts settings ; son option reset en rétablit un.",
    "how_form": (
        "Changez-les par le formulaire de /posts settings ; /posts settings reset rétablit tout."
    ),
    "unknown": "« {value} » n’est ici ni un salon ni une personne : écrivez #salon ou @personne.",
    "not_written": "Je ne peux pas écrire dans {channel} : laissez-m’y entrer, puis rechoisissez.",
    "shown_by_owner": (
        "Qui vous avez nommé voit /posts, dès que le propriétaire le lui montre : Paramètres du"
        " serveur, Intégrations."
    ),
    "unknown_name": "Il n’y a pas de réglage « {value} » : nommez-en un parmi {known}.",
    "no_days": "« {value} » n’est pas un nombre de jours : écrivez-en un, comme 30.",
    "quiet": (
        "Je ne réponds pas dans ce salon : demandez-moi en privé, ou par /ask, pour vous seul."
    ),
    "digest": "Demandé depuis le dernier bilan, et sans réponse :",
    "digest_more": "Autres questions de ce genre que tous peuvent voir ici : {count}.",
    "digest_how": "Un admin y répond par /posts unanswered.",
}

FRENCH_SETTINGS_COMMANDS: Final[Mapping[str, str]] = {
    "posts.settings": "Mon comportement ici : où je réponds, langue, admins, bilan",
    "settings.answers_in": "Répondre en public seulement dans ces salons : #un #deux",
    "settings.quiet_in": "Rester silencieux dans ces salons : #un #deux",
    "settings.goes_on": "Prendre les questions dans mes fils sans mention",
    "settings.language": "La langue de mes propres mots",
    "settings.admins": "Qui s’occupe des messages à côté des admins : @un @deux",
    "settings.keep_days": "Combien de jours les questions sont gardées",
    "settings.digest_in": "Où dire chaque semaine ce qui est resté sans réponse",
    "settings.reset": "Rétablir l’un d’eux, ou tout",
}

SPANISH_SETTINGS: Final[Mapping[str, str]] = {
    "title": "Ajustes aquí",
    "answers_in": "Respondo en público: {value}",
    "quiet_in": "Canales en silencio: {value}",
    "goes_on": "Los hilos siguen: {value}",
    "language": "Mi idioma: {value}",
    "admins": "Al cuidado de los administradores de aquí, y de: {value}",
    "keep_days": "Las preguntas se guardan: {value}",
    "digest_in": "Resumen semanal de preguntas sin respuesta: {value}",
    "everywhere": "en todos los canales",
    "none": "ninguno",
    "nobody": "nadie más",
    "without_mention": "sin mención",
    "with_mention": "solo con una mención",
    "reader": "el de quien lee o pregunta",
    "days": "{count:día|días}",
    "kept_as_all": "tanto como quiera quien me hace funcionar",
    "hidden": "un canal que no lees",
    "saved": "Queda así desde ahora.",
    "all": "todo",
    "how": "Cambia uno con las opciones de /posts settings; su opción reset lo devuelve.",
    "how_form": (
        "Cámbialos con el formulario de /posts settings; /posts settings reset los devuelve todos."
    ),
    "unknown": "«{value}» no es aquí ni un canal ni una persona: escribe #canal o @persona.",
    "not_written": "No puedo escribir en {channel}: déjame entrar y elígelo otra vez.",
    "shown_by_owner": (
        "Quien has nombrado ve /posts, cuando el dueño se lo muestra: Ajustes del servidor,"
        " Integraciones."
    ),
    "unknown_name": "No hay ningún ajuste «{value}»: nombra uno de {known}.",
    "no_days": "«{value}» no es un número de días: escribe uno, como 30.",
    "quiet": "No respondo en este canal: pregúntame en privado, o con /ask, solo para ti.",
    "digest": "Preguntado desde el último resumen, y sin respuesta:",
    "digest_more": "Otras preguntas así que todos pueden ver aquí: {count}.",
    "digest_how": "Un administrador las responde con /posts unanswered.",
}

SPANISH_SETTINGS_COMMANDS: Final[Mapping[str, str]] = {
    "posts.settings": "Cómo me comporto aquí: dónde respondo, idioma, administradores, resumen",
    "settings.answers_in": "Responder en público solo en estos canales: #uno #dos",
    "settings.quiet_in": "Callar en estos canales: #uno #dos",
    "settings.goes_on": "Tomar preguntas en mis hilos sin mención",
    "settings.language": "El idioma de mis propias palabras",
    "settings.admins": "Quién cuida los mensajes además de los administradores: @uno @dos",
    "settings.keep_days": "Cuántos días se guardan las preguntas",
    "settings.digest_in": "Dónde contar cada semana lo que nada respondió",
    "settings.reset": "Devolver uno a como estaba, o todo",
}

GERMAN_SETTINGS: Final[Mapping[str, str]] = {
    "title": "Einstellungen hier",
    "answers_in": "Ich antworte offen: {value}",
    "quiet_in": "Stille Kanäle: {value}",
    "goes_on": "Threads gehen weiter: {value}",
    "language": "Meine Sprache: {value}",
    "admins": "Betreut von den Admins hier, und von: {value}",
    "keep_days": "Fragen werden aufbewahrt: {value}",
    "digest_in": "Wöchentliche Übersicht unbeantworteter Fragen: {value}",
    "everywhere": "in jedem Kanal",
    "none": "keine",
    "nobody": "niemandem sonst",
    "without_mention": "ohne Erwähnung",
    "with_mention": "nur mit Erwähnung",
    "reader": "die dessen, der liest oder fragt",
    "days": "{count:Tag|Tage}",
    "kept_as_all": "so lange, wie es will, wer mich betreibt",
    "hidden": "ein Kanal, den du nicht liest",
    "saved": "Das gilt von jetzt an.",
    "all": "alles",
    "how": "Ändere eine mit den Optionen von /posts settings; die Option reset setzt eine zurück.",
    "how_form": (
        "Ändere sie mit dem Formular von /posts settings; /posts settings reset setzt alle zurück."
    ),
    "unknown": "„{value}“ ist hier kein Kanal und keine Person: schreibe #Kanal oder @Person.",
    "not_written": "In {channel} darf ich nicht schreiben: lass mich hinein und wähle noch einmal.",
    "shown_by_owner": (
        "Wen du genannt hast, sieht /posts, sobald der Besitzer es zeigt: Servereinstellungen,"
        " Integrationen."
    ),
    "unknown_name": "Es gibt keine Einstellung „{value}“: nenne eine von {known}.",
    "no_days": "„{value}“ ist keine Zahl von Tagen: schreibe eine, etwa 30.",
    "quiet": "In diesem Kanal antworte ich nicht: frag mich direkt, oder mit /ask, nur für dich.",
    "digest": "Seit der letzten Übersicht gefragt, und von nichts beantwortet:",
    "digest_more": "Weitere solche Fragen, die hier alle sehen dürfen: {count}.",
    "digest_how": "Ein Admin beantwortet sie mit /posts unanswered.",
}

GERMAN_SETTINGS_COMMANDS: Final[Mapping[str, str]] = {
    "posts.settings": "Wie ich mich hier verhalte: wo ich antworte, Sprache, Admins, Übersicht",
    "settings.answers_in": "Offen nur in diesen Kanälen antworten: #eins #zwei",
    "settings.quiet_in": "In diesen Kanälen still sein: #eins #zwei",
    "settings.goes_on": "Fragen in meinen Threads ohne Erwähnung annehmen",
    "settings.language": "Die Sprache meiner eigenen Worte",
    "settings.admins": "Wer die Beiträge neben den Admins betreut: @eins @zwei",
    "settings.keep_days": "Wie viele Tage Fragen aufbewahrt werden",
    "settings.digest_in": "Wo jede Woche stehen soll, was nichts beantwortet hat",
    "settings.reset": "Eine auf den Anfang zurücksetzen, oder alles",
}
