"""Where the charter keeps signatures: one annotation of the site."""
