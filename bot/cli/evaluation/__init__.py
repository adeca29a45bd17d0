"""Commands that measure the answers."""
