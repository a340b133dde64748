"""REST services of the directory."""
