"""Referrals: candidates whom members bring, with their consent, to the bonus."""
