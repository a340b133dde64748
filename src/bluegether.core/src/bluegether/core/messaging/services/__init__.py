"""REST services of messages."""
