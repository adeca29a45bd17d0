"""What admins do with watched channels: Slack's side."""
