"""REST services of calendars."""
