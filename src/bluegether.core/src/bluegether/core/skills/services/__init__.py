"""REST services of skills."""
