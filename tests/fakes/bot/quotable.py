"""Sentences that can be quoted."""

from __future__ import annotations

GOATS = "Goats graze behind the school from the first warm day until late in October."
OVEN = "The village oven is lit on Fridays, and everybody brings a dough of their own."
NETS = "Nets hang in the harbour because the boats stay in during the spring storms."
BREAD = "Bread from a wood fire keeps for a week, as long as it is wrapped in a cloth."
APART = "\n\n"
