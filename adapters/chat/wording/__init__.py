"""Every sentence a person reads in a chat, in every language we speak."""

from adapters.chat.wording.english import ENGLISH
from adapters.chat.wording.french import FRENCH
from adapters.chat.wording.german import GERMAN
from adapters.chat.wording.languages import WORDINGS, wording_for
from adapters.chat.wording.spanish import SPANISH
from adapters.chat.wording.wording_type import Wording

__all__ = ["ENGLISH", "FRENCH", "GERMAN", "SPANISH", "WORDINGS", "Wording", "wording_for"]
