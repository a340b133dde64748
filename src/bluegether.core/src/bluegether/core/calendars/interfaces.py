"""Constants of calendars that other layers and rooms may name."""

DETAILS = ("full", "busy")
