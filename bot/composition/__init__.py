"""Puts the parts together: the only modules that see all of them."""
