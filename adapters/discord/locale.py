"""The language of a reader, and the translations of what commands are called."""

from __future__ import annotations

from typing import TYPE_CHECKING

import discord
from discord import app_commands

from adapters.chat.wording import ENGLISH, wording_for
from index.text.asked_language import sure_language_of

if TYPE_CHECKING:
    from adapters.chat.wording import Wording


def wording_of(text: str, setting: str) -> Wording:
    """Return the language to answer a written question in: a message tells no locale."""
    return wording_for(sure_language_of(text) or "en" if setting == "auto" else setting)


def wording_for_locale(locale: discord.Locale | str, setting: str) -> Wording:
    """Return the language of whoever uses a command or a button."""
    return wording_for(str(locale) if setting == "auto" else setting)


class Translator(app_commands.Translator):
    """Tells Discord our descriptions in other languages; English is what they are written in."""

    async def translate(
        self,
        string: app_commands.locale_str,
        locale: discord.Locale,
        context: app_commands.TranslationContextTypes,
    ) -> str | None:
        """Return a description in a locale, or None to leave it as it is."""
        key = string.extras.get("key")
        del context
        wording = wording_for(locale.value)
        return wording.commands.get(key) if wording is not ENGLISH and key else None


def said(key: str) -> app_commands.locale_str:
    """Return what a command or an option does, to be translated."""
    return app_commands.locale_str(ENGLISH.commands[key], key=key)
