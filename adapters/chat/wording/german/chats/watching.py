"""What is said of channels that are watched, or are to be, in German."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

WATCHING: Final[Mapping[str, str]] = {
    "gap.unread": (
        "• Lücke: Was älter ist als {when}, ist noch nicht gelesen; /posts watch fährt damit fort."
    ),
    "gap.lost": "• Lücke: Seit {when} ist nichts gelesen.",
    "gap.cut": "• Lücke: Was älter ist, verbirgt der Tarif der Plattform.",
    "begun": "Ab jetzt bewahre ich die Nachrichten von {channel} auf, und lese die alten.",
    "begun_many": (
        "Ab jetzt bewahre ich die Nachrichten von {channels:Kanal|Kanälen} auf, und lese die alten:"
        " {names}."
    ),
    "new_public": "Öffentliche Kanäle, die später entstehen, werden auch verfolgt.",
    "new_in": "Kanäle, die später in {name} entstehen, werden auch verfolgt.",
    "no_longer_new": "Kanäle, die später entstehen, werden nicht mehr verfolgt.",
    "cannot_read": "Ich darf {channel} nicht lesen: gib mir Zugang, auch zum Verlauf.",
    "not_found": (
        "Ich finde kein {channel}, das du und ich lesen dürfen: nenne den Kanal mit # oder seiner"
        " Id, und lass mich hinein, wo er privat ist."
    ),
    "name_one": "Nenne den Kanal: /posts why #kanal.",
    "no_choice": "„{word}“ kenne ich nicht: Es gibt bots:yes, bots:no, new:yes und new:no.",
    "none_public": "Es gibt keinen öffentlichen Kanal, den ich lesen darf.",
    "not_watched": "{channel} wird nicht verfolgt.",
    "none_watched": "Es wird kein Kanal verfolgt.",
    "unwatched": (
        "{channel} verfolge ich nicht mehr. Die Beiträge bleiben; /posts forget löscht sie."
    ),
    "unwatched_many": (
        "{channels:Kanal verfolge ich|Kanäle verfolge ich} nicht mehr: {names}. Die Beiträge"
        " bleiben; /posts forget löscht sie."
    ),
    "several": "Mehrere Kanäle heißen {name}. Nenne einen mit seiner Id: {ids}.",
    "in_direct": "Wie weit das ist, steht in unseren Direktnachrichten.",
    "reading_many": "Lese {channels:Kanal|Kanäle}",
    "offer": "Ich bin jetzt in {channel}. Soll ich die Nachrichten aufbewahren, alte und neue?",
    "offer_server": (
        "Ich bin jetzt in {server}. Soll ich die Nachrichten der öffentlichen Kanäle aufbewahren,"
        " alte und neue?"
    ),
    "watch": "{channel} verfolgen",
    "watch_public": "Alle öffentlichen Kanäle verfolgen",
    "lost": (
        "Ich kann {channel} nicht mehr lesen ({reason}). Die Beiträge bleiben, wie sie sind. Lass"
        " mich wieder hinein, oder beende das Verfolgen mit /posts unwatch."
    ),
    "because.out": "ich bin nicht darin",
    "because.hidden": "ich darf ihn oder seinen Verlauf nicht sehen",
    "because.gone": "es gibt ihn nicht mehr, oder er ist vor mir verborgen",
    "because.right": "meiner App fehlt ein Recht dafür",
    "because.token": "mein Token wird nicht angenommen",
    "because.passing": "die Plattform sagt „{word}“",
    "remedy.out": "{because}: lade mich wieder ein, oder /posts unwatch",
    "remedy.hidden": "{because}: lass mich beides wieder sehen, oder /posts unwatch",
    "remedy.gone": "{because}: lass mich wieder hinein, oder /posts unwatch",
    "remedy.right": "{because}: `pullquote check` nennt es; erteile es",
    "remedy.token": "{because}: wer mich betreibt, erneuert es; `pullquote check` sagt, wie",
    "remedy.passing": "{because}; ich versuche es von selbst wieder",
    "title": "Kanal verfolgen",
    "which": "Welche Kanäle",
    "public": "Alle öffentlichen Kanäle",
    "later": "Auch die, die später entstehen",
    "more": "Mehr als ein Kanal",
}
