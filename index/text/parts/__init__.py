"""What a text is made of: sentences, passages, code, quotes, covered words."""
