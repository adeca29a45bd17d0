"""E-mails to a list."""

from __future__ import annotations

from email.message import EmailMessage
from typing import Final

WORDS: Final = "The trailer is insured for 12,000 euros, but only when a member over 21 tows it."
"""What the first of them says."""


def mail(
    text: str = WORDS, subject: str = "Trailer insurance", number: int = 1, **fields: str
) -> EmailMessage:
    """Return an e-mail to a list."""
    written = EmailMessage()
    written["From"] = fields.pop("sender", "Élise Quist <elise@boats.example>")
    written["To"] = "members@boats.example"
    written["Subject"] = subject
    written["Date"] = fields.pop("date", "Mon, 03 Mar 2025 09:00:00 +0100")
    written["Message-ID"] = f"<{number}@boats.example>"
    for name, value in fields.items():
        written[name.replace("_", "-")] = value
    written.set_content(text)
    return written
