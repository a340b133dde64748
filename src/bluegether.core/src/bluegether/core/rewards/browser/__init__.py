"""Pages of rewards."""
