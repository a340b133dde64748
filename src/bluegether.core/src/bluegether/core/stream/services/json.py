"""An entry as REST shows it, and what arrives with a request."""

from bluegether.core.stream import api as stream
from zope.i18n import translate


def entry_json(shown: stream.Shown, site, request, userid: str) -> dict:
    """Return an entry with what the reader may do with it. Ids are strings: they exceed JavaScript's numbers."""
    entry = shown.entry
    return {
        "@id": f"{site.absolute_url()}/@stream/{entry.id}",
        "id": str(entry.id),
        "author": entry.author,
        "kind": entry.kind or "activity",
        "text": entry.text,
        "hashtags": list(entry.hashtags),
        "mentions": list(entry.mentions),
        "units": list(entry.audience.units),
        "technology": entry.technology,
        "sector": entry.sector,
        "created": entry.created.isoformat(),
        "edited": entry.edited.isoformat() if entry.edited else None,
        "comments": {"@id": f"{site.absolute_url()}/@posts/{entry.id}/comments", "items_total": entry.comments},
        "reactions": dict(entry.reactions),
        "my_reaction": stream.my_reaction(entry, userid),
        "pinned": stream.is_pinned(entry.id),
        "bookmarked": stream.is_bookmarked(entry.id, userid),
        "can": {"edit": stream.may_edit(entry, userid), "delete": stream.may_delete(entry, userid)},
        "activity": _activity(shown, request),
    }


def _activity(shown: stream.Shown, request) -> dict | None:
    if not shown.entry.verb:
        return None
    brains = [item.brain for item in (shown, *shown.more) if item.brain is not None]
    return {
        "verb": shown.entry.verb,
        "title": translate(stream.VERBS[shown.entry.verb], context=request),
        "items": [{"@id": brain.getURL(), "title": brain.Title} for brain in brains],
    }
