"""Makes posts of any table: its columns are known by their heads, or by what they hold."""
