"""Onboarding: the launch cockpit of sponsor and animator."""
