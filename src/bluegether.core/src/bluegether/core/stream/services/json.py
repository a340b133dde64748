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
        "space": entry.audience.spaces[0] if entry.audience.spaces else None,
        "technology": entry.technology,
        "sector": entry.sector,
        "pictures": [_picture(site, entry, place) for place in range(len(entry.pictures))],
        "documents": [_brain(brain) for brain in shown.documents],
        "shares": _shared(shown, site) if entry.quoted else None,
        "times_shared": stream.times_shared(entry.id),
        "praised": list(entry.praised),
        "value": entry.value,
        "poll": _poll(entry, userid),
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


def _picture(site, entry, place: int) -> dict:
    alt, width, height = entry.pictures[place]
    url = f"{site.absolute_url()}/@@stream/{entry.id}/@@picture/{place}"
    return {"download": url, "alt": alt, "width": width, "height": height, "content-type": "image/jpeg"}


def _brain(brain) -> dict:
    return {"@id": brain.getURL(), "title": brain.Title}


def _shared(shown: stream.Shown, site) -> dict:
    """Return the shared entry in short; `available` is false where the reader may not, or no longer, see it."""
    if shown.quoted is None:
        return {"available": False}
    found = shown.quoted.entry
    url = f"{site.absolute_url()}/@stream/{found.id}"
    return {"available": True, "@id": url, "id": str(found.id), "author": found.author, "text": found.text}


def _poll(entry, userid: str) -> dict | None:
    found = stream.results(entry, userid)
    if found is None:
        return None
    return {
        "options": [
            {"place": one.place, "text": one.text, "mine": one.mine, "count": one.count} for one in found.options
        ],
        "several": found.several,
        "ends": found.ends.isoformat() if found.ends else None,
        "over": found.over,
        "voters": found.voters,
    }
