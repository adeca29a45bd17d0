"""What is said of where posts may be quoted, and of answers that go, in every language."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

ENGLISH_QUOTING: Final[Mapping[str, str]] = {
    "withheld.guests": (
        "Posts answer “{question}”, but I may not quote them here, because guests read along:"
        " press “{button}”."
    ),
    "withheld.outsiders": (
        "Posts answer “{question}”, but I may not quote them here, because people of other"
        " workspaces read along: press “{button}”."
    ),
    "withheld.others": (
        "Posts answer “{question}”, but I may not quote them here, because not everybody here may"
        " read them: press “{button}”."
    ),
    "nothing_stored": "Nothing of {channel} is stored: /posts watch takes it up.",
    "open": "Everybody who reads here may read {channel}: its posts are quoted here.",
    "closed": "What is written in {channel} is not quoted here:",
    "everyone": "• members without any role see this channel, but lack “{needed}” there.",
    "role": "• who has the role {names} sees this channel, but lacks “{needed}” there.",
    "pair": "• who has both roles {names} sees this channel, but lacks “{needed}” there.",
    "member": "• {names}: sees this channel, but lacks “{needed}” there.",
    "history": "• not everybody who sees it may read its history, but only what is new.",
    "age_restricted": "• it is age-restricted, and this channel is not.",
    "private": "• it is private: it is quoted only there, and to its members alone.",
    "guests": "• guests read along here: {names}.",
    "outsiders": "• people of other workspaces read along here.",
    "unknown": "• I cannot find out who reads along here.",
    "more": "{names} and {count} more",
    "remedy": "Whoever they are must be able to read {channel}, or not to see this channel.",
    "needed.view_channel": "View Channel",
    "needed.read_message_history": "Read Message History",
    "needed.connect": "Connect",
    "take_away": "Take away",
    "not_yours": "Only who asked can take this answer away.",
    "correcting": (
        "Answers of mine that quote it are being corrected: {count}. I say when that is done."
    ),
    "corrected": "All answers of mine that quoted it are corrected.",
}

FRENCH_QUOTING: Final[Mapping[str, str]] = {
    "withheld.guests": (
        "Des messages répondent à « {question} », mais je ne peux pas les citer ici, car des"
        " invités lisent aussi : appuyez sur « {button} »."
    ),
    "withheld.outsiders": (
        "Des messages répondent à « {question} », mais je ne peux pas les citer ici, car des"
        " personnes d’autres espaces de travail lisent aussi : appuyez sur « {button} »."
    ),
    "withheld.others": (
        "Des messages répondent à « {question} », mais je ne peux pas les citer ici, car tout le"
        " monde ici n’a pas le droit de les lire : appuyez sur « {button} »."
    ),
    "nothing_stored": "Rien de {channel} n’est conservé : /posts watch s’en charge.",
    "open": "Qui lit ici peut lire {channel} : ses messages sont cités ici.",
    "closed": "Ce qui est écrit dans {channel} n’est pas cité ici :",
    "everyone": "• les membres sans rôle voient ce salon, mais il leur manque « {needed} » là-bas.",
    "role": "• qui a le rôle {names} voit ce salon, mais il lui manque « {needed} » là-bas.",
    "pair": "• qui a les deux rôles {names} voit ce salon, mais il lui manque « {needed} » là-bas.",
    "member": "• {names} : voit ce salon, mais il lui manque « {needed} » là-bas.",
    "history": "• qui le voit n’a pas toujours le droit d’en lire l’historique.",
    "age_restricted": "• il est réservé aux adultes, et ce salon ne l’est pas.",
    "private": "• il est privé : il n’est cité que là-bas, et pour ses membres seuls.",
    "guests": "• des invités lisent ici aussi : {names}.",
    "outsiders": "• des personnes d’autres espaces de travail lisent ici aussi.",
    "unknown": "• je ne peux pas savoir qui lit ici.",
    "more": "{names} et {count} de plus",
    "remedy": "Ces personnes doivent pouvoir lire {channel}, ou ne pas voir ce salon.",
    "needed.view_channel": "Voir le salon",
    "needed.read_message_history": "Voir les anciens messages",
    "needed.connect": "Se connecter",
    "take_away": "Retirer",
    "not_yours": "Seule la personne qui a posé la question peut retirer cette réponse.",
    "correcting": (
        "Mes réponses qui le citent sont en cours de correction : {count}. Je dirai quand c’est"
        " fini."
    ),
    "corrected": "Toutes mes réponses qui le citaient sont corrigées.",
}

SPANISH_QUOTING: Final[Mapping[str, str]] = {
    "withheld.guests": (
        "Hay mensajes que responden a «{question}», pero no puedo citarlos aquí, porque también"
        " leen invitados: pulsa «{button}»."
    ),
    "withheld.outsiders": (
        "Hay mensajes que responden a «{question}», pero no puedo citarlos aquí, porque también"
        " lee gente de otros espacios de trabajo: pulsa «{button}»."
    ),
    "withheld.others": (
        "Hay mensajes que responden a «{question}», pero no puedo citarlos aquí, porque no todos"
        " los de aquí pueden leerlos: pulsa «{button}»."
    ),
    "nothing_stored": "No se guarda nada de {channel}: /posts watch se encarga.",
    "open": "Quien lee aquí puede leer {channel}: sus mensajes se citan aquí.",
    "closed": "Lo que se escribe en {channel} no se cita aquí:",
    "everyone": "• los miembros sin rol ven este canal, pero allí les falta «{needed}».",
    "role": "• quien tiene el rol {names} ve este canal, pero allí le falta «{needed}».",
    "pair": "• quien tiene los dos roles {names} ve este canal, pero allí le falta «{needed}».",
    "member": "• {names}: ve este canal, pero allí le falta «{needed}».",
    "history": "• no todos los que lo ven pueden leer su historial, solo lo nuevo.",
    "age_restricted": "• tiene restricción de edad, y este canal no.",
    "private": "• es privado: solo se cita allí, y a solas a sus miembros.",
    "guests": "• aquí también leen invitados: {names}.",
    "outsiders": "• aquí también lee gente de otros espacios de trabajo.",
    "unknown": "• no puedo saber quién lee aquí.",
    "more": "{names} y {count} más",
    "remedy": "Esas personas tienen que poder leer {channel}, o no ver este canal.",
    "needed.view_channel": "Ver canal",
    "needed.read_message_history": "Leer el historial de mensajes",
    "needed.connect": "Conectar",
    "take_away": "Retirar",
    "not_yours": "Solo quien preguntó puede retirar esta respuesta.",
    "correcting": (
        "Se están corrigiendo mis respuestas que lo citan: {count}. Te diré cuándo termina."
    ),
    "corrected": "Todas mis respuestas que lo citaban están corregidas.",
}

GERMAN_QUOTING: Final[Mapping[str, str]] = {
    "withheld.guests": (
        "Beiträge beantworten „{question}“, aber ich darf sie hier nicht zitieren, weil Gäste"
        " mitlesen: Drück auf „{button}“."
    ),
    "withheld.outsiders": (
        "Beiträge beantworten „{question}“, aber ich darf sie hier nicht zitieren, weil Leute aus"
        " anderen Workspaces mitlesen: Drück auf „{button}“."
    ),
    "withheld.others": (
        "Beiträge beantworten „{question}“, aber ich darf sie hier nicht zitieren, weil nicht alle"
        " hier sie lesen dürfen: Drück auf „{button}“."
    ),
    "nothing_stored": "Von {channel} ist nichts gespeichert: /posts watch nimmt es auf.",
    "open": "Alle, die hier lesen, dürfen {channel} lesen: Seine Beiträge werden hier zitiert.",
    "closed": "Was in {channel} steht, wird hier nicht zitiert:",
    "everyone": "• Mitglieder ohne Rolle sehen diesen Kanal, ihnen fehlt aber dort „{needed}“.",
    "role": "• Wer die Rolle {names} hat, sieht diesen Kanal, dort fehlt aber „{needed}“.",
    "pair": "• Wer beide Rollen hat ({names}), sieht diesen Kanal, dort fehlt aber „{needed}“.",
    "member": "• {names}: sieht diesen Kanal, dort fehlt aber „{needed}“.",
    "history": "• Nicht alle, die ihn sehen, dürfen seinen Verlauf lesen, sondern nur Neues.",
    "age_restricted": "• Er hat eine Altersbeschränkung, dieser Kanal nicht.",
    "private": "• Er ist privat: Er wird nur dort zitiert, und seinen Mitgliedern allein.",
    "guests": "• Hier lesen Gäste mit: {names}.",
    "outsiders": "• Hier lesen Leute aus anderen Workspaces mit.",
    "unknown": "• Ich kann nicht herausfinden, wer hier mitliest.",
    "more": "{names} und {count} weitere",
    "remedy": "Sie müssen {channel} lesen können oder diesen Kanal nicht sehen.",
    "needed.view_channel": "Kanal ansehen",
    "needed.read_message_history": "Nachrichtenverlauf anzeigen",
    "needed.connect": "Verbinden",
    "take_away": "Wegnehmen",
    "not_yours": "Nur wer gefragt hat, kann diese Antwort wegnehmen.",
    "correcting": (
        "Meine Antworten, die es zitieren, werden berichtigt: {count}. Ich sage, wenn es fertig"
        " ist."
    ),
    "corrected": "Alle meine Antworten, die es zitierten, sind berichtigt.",
}
