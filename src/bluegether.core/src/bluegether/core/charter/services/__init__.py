"""REST services of charter."""
