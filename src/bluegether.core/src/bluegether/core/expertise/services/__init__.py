"""REST services of expertise."""
