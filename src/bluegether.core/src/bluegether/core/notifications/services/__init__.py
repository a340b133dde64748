"""REST services of notifications."""
