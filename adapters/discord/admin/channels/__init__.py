"""What admins do with watched channels: Discord's side."""
