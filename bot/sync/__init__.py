"""Keeping channels in sync, once for all platforms."""
