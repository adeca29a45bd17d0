"""Questions in Slack, and the buttons of their answers."""
