"""Every sentence a person reads in a chat, in every language we speak."""

from adapters.chat.wording.english.wording import ENGLISH
from adapters.chat.wording.french.wording import FRENCH
from adapters.chat.wording.german.wording import GERMAN
from adapters.chat.wording.languages import WORDINGS, wording_for
from adapters.chat.wording.spanish.wording import SPANISH
from adapters.chat.wording.wording_type import Wording

__all__ = ["ENGLISH", "FRENCH", "GERMAN", "SPANISH", "WORDINGS", "Wording", "wording_for"]
