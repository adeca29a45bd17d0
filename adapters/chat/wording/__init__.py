"""Every sentence a person reads in a chat, in every language we speak."""

from adapters.chat.wording.english.sentences import ENGLISH
from adapters.chat.wording.french.sentences import FRENCH
from adapters.chat.wording.german.sentences import GERMAN
from adapters.chat.wording.languages import WORDINGS, wording_for
from adapters.chat.wording.spanish.sentences import SPANISH
from adapters.chat.wording.wording_type import Wording

__all__ = ["ENGLISH", "FRENCH", "GERMAN", "SPANISH", "WORDINGS", "Wording", "wording_for"]
