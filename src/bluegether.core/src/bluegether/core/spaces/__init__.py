"""Spaces: where people work together, with their members and roles."""
