"""What the columns of a table are: by their heads, by their cells, by what was given."""
