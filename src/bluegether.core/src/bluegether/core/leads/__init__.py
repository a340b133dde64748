"""Leads: what members hear at a client and hand to sales."""
