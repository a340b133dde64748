"""Journeys: a newcomer's first ninety days, and how somebody leaves."""
