"""Files from a chat, read in a process of their own."""
