"""Notifications: one centre, channels by choice, digests, quiet hours."""
