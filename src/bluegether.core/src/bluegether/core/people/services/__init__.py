"""REST services of people."""
