"""What people say that asks nothing of the posts: small talk, and words to each other."""
