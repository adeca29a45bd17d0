"""Slack's commands for administrators."""
