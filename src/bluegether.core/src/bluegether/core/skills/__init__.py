"""Skills: one shared taxonomy, many spellings, kept by the animator."""
