"""REST services of careers."""
