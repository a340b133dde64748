"""Rewards: points and amounts from published rules."""
