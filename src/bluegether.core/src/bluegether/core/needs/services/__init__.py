"""REST services of needs."""
