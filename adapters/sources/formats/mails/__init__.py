"""E-mails, mailboxes and digests of mailing lists."""
