"""How near a question is to a text: word by word, post by post, on one scale for all models."""
