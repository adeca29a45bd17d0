"""The commands of `pullquote`, a file for each subject."""
