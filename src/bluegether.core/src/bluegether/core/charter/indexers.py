"""What the catalog knows of a version."""

from bluegether.core.charter.interfaces import ICharterVersion
from plone.indexer import indexer


@indexer(ICharterVersion)
def searchable_text(version) -> str:
    """Return every word of its articles, in both languages."""
    rows = [*(version.articles or []), *(version.articles_en or [])]
    return " ".join([version.label or "", *(f"{row['title']} {row['text']}" for row in rows)])
