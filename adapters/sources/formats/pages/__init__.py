"""Pages as a browser saves them: an article, or a thread with a post for each one's words."""
