"""Decides what pressing a button under an offer does, once for all platforms."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from adapters.chat.answer_actions import ButtonPress
    from bot.services import Services


class OfferActions:
    """The buttons under offers: for who asked, and for admins."""

    def __init__(self, services: Services) -> None:
        self._offers = services.ledger.offers
        self._answers = services.ledger.answers

    async def helped(self, press: ButtonPress, id_: str, *, is_admin: bool) -> str:
        """Note that an offer helped; return what is to be told.

        Raises:
            UnavailableError: The ledger cannot be used at the moment.
        """
        refusal = await self._refusal(press, id_, is_admin=is_admin)
        if not refusal:
            self._offers.note(id_, "helped")
        return refusal or press.wording.thanks

    async def not_this(self, press: ButtonPress, id_: str, *, is_admin: bool) -> str:
        """Take an offer away, and note that it did not fit; return what is to be told.

        Raises:
            UnavailableError: The ledger cannot be used at the moment.
        """
        if refusal := await self._refusal(press, id_, is_admin=is_admin):
            return refusal
        self._offers.note(id_, "refused")
        await press.remove()
        self._answers.forget(press.message)
        return press.wording.offering["taken_away"]

    async def _refusal(self, press: ButtonPress, id_: str, *, is_admin: bool) -> str:
        offer = self._offers.get(id_)
        if offer is None:
            return press.wording.expired
        if is_admin or offer.account == (await press.user()).account:
            return ""
        return press.wording.offering["not_yours"]
