"""People found and searches as JSON-compatible data."""

from bluegether.core.directory import api as directory


# Fields of a person that an answer holds, when the reader sees them; rows of profiles are at `@people/<user id>`.
FIELDS = ("kind", "employment", "unit", "job", "manager", "email", "phone", "mobile", "city", "client_site")
AVAILABILITY = ("available_from", "available_share", "available_places", "remote")


def hit_data(hit: directory.Hit) -> dict:
    """Return one person."""
    fields = {name: hit.fields[name] for name in (*FIELDS, *AVAILABILITY) if hit.fields.get(name)}
    if "available_from" in fields:
        fields["available_from"] = fields["available_from"].isoformat()
    until = hit.away_until
    return {
        "@id": directory.person_url(hit.userid),
        "userid": hit.userid,
        "fullname": hit.fullname,
        **fields,
        "arrived": hit.fields["arrived"].isoformat(),
        "skills": [{"skill": one.id, "title": one.title, "level": one.level} for one in hit.skills],
        "clients": list(hit.clients),
        "away_until": until.isoformat() if until else None,
    }


def search_data(search, url: str) -> dict:
    """Return one saved search."""
    return {
        "@id": f"{url}/{search.id}",
        "id": search.id,
        "name": search.name,
        "query": search.query,
        "created": search.created.isoformat(),
        "works": directory.works(search),
    }
