"""REST services of the launch."""
