"""REST services of the stream."""
