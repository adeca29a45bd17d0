"""Tells a supervisor how the bot is: over HTTP, on loopback."""
