"""Cards, lines and forms as Discord's components."""
