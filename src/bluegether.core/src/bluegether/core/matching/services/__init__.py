"""REST of matching."""
