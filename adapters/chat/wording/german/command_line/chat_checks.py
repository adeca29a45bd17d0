"""What `pullquote check` says of the chats, in German; names of pages stay as they are."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

CHAT_CHECKS: Final[Mapping[str, str]] = {
    "token_refused": "DISCORD_TOKEN wird nicht angenommen: von der Seite „Bot“ der Anwendung im"
    " Developer Portal kopieren",
    "invitation": "Token von {name}; zum Einladen: {link}",
    "content": "der Inhalt von Nachrichten darf gelesen werden",
    "no_content": "Message Content Intent auf der Seite „Bot“ der Anwendung im Developer Portal"
    " einschalten",
    "gateway": "das Gateway öffnet sich",
    "commands_unseen": "die Befehle lassen sich nicht ansehen ({reason}): später noch einmal"
    " versuchen",
    "commands": "{count} Befehle sind angemeldet",
    "commands_later": "die Befehle werden beim ersten Start von `pullquote run` angemeldet",
    "commands_gone": "noch nicht angemeldet: {names}: `pullquote run` meldet sie an",
    "server_closed": "{channel}: der Server lässt sich nicht lesen ({reason}): mich über den Link"
    " oben noch einmal einladen",
    "server_away": "{channel}: der Server lässt sich nicht lesen ({reason}): später noch einmal"
    " versuchen",
    "gone": "{channel}: verschwunden oder verborgen: /posts unwatch, oder mich hineinlassen",
    "rights": "{channel}: mir dort {names} geben",
    "readable": "{channel} ist lesbar",
    "not_installed": "noch nirgends installiert: wenn `pullquote run` läuft, /slack/install in "
    "einem Browser öffnen",
    "scopes": "{name}: das Token wird angenommen, mit allen nötigen Scopes",
    "no_scope": "{name}: der Scope {scope} fehlt ({what}): unter „OAuth & Permissions“ hinzufügen"
    " und die App neu installieren",
    "scope.app_mentions:read": "auf Erwähnungen antworten",
    "scope.assistant:write": "vorgeschlagene Fragen, und „sucht …“",
    "scope.channels:history": "Anschlussfragen und Verfolgen in öffentlichen Kanälen",
    "scope.channels:join": "öffentliche Kanäle verfolgen",
    "scope.channels:read": "in öffentlichen Kanälen antworten",
    "scope.chat:write": "überhaupt antworten",
    "scope.commands": "/ask, /posts, /forget-me und die Aktionen an Nachrichten",
    "scope.files:read": "Dateien importieren",
    "scope.files:write": "den Bericht schicken",
    "scope.groups:history": "Anschlussfragen und Verfolgen in privaten Kanälen",
    "scope.groups:read": "in privaten Kanälen antworten",
    "scope.im:history": "Direktnachrichten",
    "scope.im:read": "Direktnachrichten",
    "scope.im:write": "lange Arbeiten zeigen, und direkt antworten, wo es im Kanal nicht geht",
    "scope.mpim:history": "Erwähnungen in Gruppennachrichten",
    "scope.mpim:read": "Erwähnungen in Gruppennachrichten",
    "scope.reactions:read": "durch eine Reaktion eine Nachricht heraushalten, oder sagen, was"
    " geantwortet hat",
    "scope.usergroups:read": "einer Gruppe glauben, was geantwortet hat",
    "scope.users:read": "Namen, Sprachen, und wer mitliest",
    "socket": "Socket Mode öffnet sich",
    "socket_fails": "Slack öffnet Socket Mode gerade nicht: später noch einmal versuchen",
    "no_socket": "SLACK_APP_TOKEN öffnet Socket Mode nicht ({reason}): unter „Basic Information“"
    " eines mit dem Scope connections:write anlegen und Socket Mode einschalten",
    "no_slack": "Slack ist nicht erreichbar ({reason}): später noch einmal versuchen",
    "unseen_now": "{channel} lässt sich nicht ansehen: Slack hat eine Störung, später noch einmal"
    " versuchen",
    "unreadable.access": "{channel} ist nicht lesbar ({reason}): mich dort einladen, oder /posts"
    " unwatch",
    "unreadable.right": "{channel} ist nicht lesbar ({reason}): den Scope hinzufügen, den Slack"
    " verlangt, und die App neu installieren",
    "unreadable.token": "{channel} ist nicht lesbar ({reason}): SLACK_BOT_TOKEN erneuern, oder"
    " die App neu installieren",
    "unreadable.passing": "{channel} ist nicht lesbar ({reason}): später noch einmal versuchen",
    "archived": "{channel} ist archiviert: daraus kommt nichts Neues; /posts unwatch beendet das"
    " Verfolgen",
    "unseen": "{channel} lässt sich nicht ansehen ({reason}): später noch einmal versuchen",
    "no_member": "{channel}: ich bin kein Mitglied: mich einladen, oder /posts unwatch",
    "digest": "{name}: die wöchentliche Übersicht kann in {channel} stehen",
    "digest_lost": "{name}: die wöchentliche Übersicht kann in {channel} nicht stehen: mich"
    " dort schreiben"
    " lassen, oder mit /posts settings einen anderen Kanal wählen",
    "digest_unseen": "{name}: der Kanal der wöchentlichen Übersicht lässt sich nicht ansehen"
    " ({reason}): später"
    " erneut versuchen",
    "and": " und ",
}
