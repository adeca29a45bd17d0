"""Why a file or line is refused, in German."""

from __future__ import annotations

from typing import Final

from adapters.chat.wording.german.refusals.addresses import ADDRESSES
from adapters.chat.wording.german.refusals.archives import ARCHIVES
from adapters.chat.wording.german.refusals.documents import DOCUMENTS
from adapters.chat.wording.german.refusals.files import FILE_TERMS, FILES
from adapters.chat.wording.german.refusals.libraries import LIBRARY_WORDS
from adapters.chat.wording.german.refusals.posts import POST_TERMS, POSTS

REFUSALS: Final = FILES | ADDRESSES | POSTS | ARCHIVES | DOCUMENTS
REFUSAL_TERMS: Final = FILE_TERMS | POST_TERMS

__all__ = ["LIBRARY_WORDS", "REFUSALS", "REFUSAL_TERMS"]
