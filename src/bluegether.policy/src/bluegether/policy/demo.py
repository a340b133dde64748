"""Demo content: one company of about sixty people, made by a seeded generator."""

PASSWORD = "Bluegether-2026!"  # noqa: S105 (public: it is printed and in the README)
ACCOUNTS = ()


def build(site) -> str:
    """Fill the site and return what to print: addresses and accounts."""
    return f"Administrator: admin / {PASSWORD}\n"
