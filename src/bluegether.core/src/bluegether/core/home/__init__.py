"""Home: the first page, made of cards that rooms plug in (`kit.interfaces.IHomeCard`).

Permission: BlueGether: View Home. Page: `@@home`. REST: `@todos`. Own cards: `welcome`, `todo`, `news`. No storage.
"""
