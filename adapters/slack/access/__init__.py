"""Who may read what in Slack."""
