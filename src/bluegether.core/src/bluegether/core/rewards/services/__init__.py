"""REST services of rewards."""
