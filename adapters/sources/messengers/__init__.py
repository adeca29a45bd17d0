"""What other messengers export, one file a format."""
