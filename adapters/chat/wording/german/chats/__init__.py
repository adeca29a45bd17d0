"""What chats say, in German."""
