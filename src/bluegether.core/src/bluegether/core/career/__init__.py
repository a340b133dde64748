"""Career: a page of one's own, interviews signed by both sides."""
