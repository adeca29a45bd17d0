"""What `pullquote check` finds, and what a start looks after: the files and their rights."""
