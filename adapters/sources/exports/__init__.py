"""The exports of chats and social networks, one file a format."""
