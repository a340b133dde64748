"""Moderation: reports, decisions with reasons, appeals, an audit log."""
