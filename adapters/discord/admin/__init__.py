"""Discord's commands for administrators."""
