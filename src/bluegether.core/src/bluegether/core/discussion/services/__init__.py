"""REST services of discussion."""
