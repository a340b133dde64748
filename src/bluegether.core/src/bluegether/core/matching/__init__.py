"""Matching: how well people and needs fit, explained."""
