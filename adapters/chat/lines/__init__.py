"""What chats say of posts, jobs and channels, line by line."""
