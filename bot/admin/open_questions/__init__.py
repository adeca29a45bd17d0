"""The questions that nothing answered: listed, answered by admins, and who hears of that."""
