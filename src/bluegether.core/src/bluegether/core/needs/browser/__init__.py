"""Pages of needs."""
