"""Discord as a place where people ask, on discord.py."""
