"""REST of missions."""
