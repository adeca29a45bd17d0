"""What chats say, in English."""
