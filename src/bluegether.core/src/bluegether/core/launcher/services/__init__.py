"""REST services of the launcher."""
