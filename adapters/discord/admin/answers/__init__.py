"""What admins do with answers and open questions: Discord's side."""
