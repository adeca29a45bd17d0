"""What every chat shows, and how its work is tracked."""
