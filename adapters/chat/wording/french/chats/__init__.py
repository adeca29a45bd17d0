"""What chats say, in French."""
