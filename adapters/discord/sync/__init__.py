"""Watched channels on Discord."""
