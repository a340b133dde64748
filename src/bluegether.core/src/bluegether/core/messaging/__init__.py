"""Messaging: conversations of two or more, read by participants only."""
