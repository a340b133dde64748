"""REST services of home."""
