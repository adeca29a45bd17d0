"""What was asked, found and rated, which messages were taken, and what is being worked on."""
