"""Slack's Web API, its connections, and the workspaces."""
