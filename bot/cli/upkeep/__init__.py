"""Commands that look after what is stored: audit, backup, restore, check, report, status."""
