"""REST of leads."""
