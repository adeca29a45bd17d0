"""Archives that platforms hand out, one file a format, read without unpacking them."""
