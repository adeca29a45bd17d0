"""What a sentence does: it asks, answers, thanks, denies; and what kind of answer is asked for."""
