"""Watched channels in Slack."""
