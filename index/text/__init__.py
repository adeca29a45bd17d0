"""Language, words, sentences, passages; pure."""
