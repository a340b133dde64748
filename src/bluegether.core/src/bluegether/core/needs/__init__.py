"""Needs: what clients ask for, from the first call to the proposal."""
