"""Who may read what on Discord."""
