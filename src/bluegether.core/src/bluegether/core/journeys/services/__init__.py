"""REST services of journeys."""
