"""The app's own pages in Slack."""
