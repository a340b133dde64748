"""Calendars: a personal feed behind a revocable token."""
