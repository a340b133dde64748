"""REST of spaces."""
