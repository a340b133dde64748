"""Pages of the launcher."""
