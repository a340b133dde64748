"""Expertise: endorsements of skills, and experts by published rules."""
