"""What chats say, in Spanish."""
