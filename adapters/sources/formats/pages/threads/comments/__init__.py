"""Comments below an article: which blocks they are, and what tells so."""
