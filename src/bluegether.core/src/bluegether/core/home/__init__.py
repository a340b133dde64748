"""Home: the first page, made of cards that rooms plug in."""
