"""What admins do with answers and open questions: Slack's side."""
