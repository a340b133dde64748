"""Somebody as lists show them: what a name, a picture or the letters in its place lead to."""

from bluegether.core.people.api.accounts import account
from bluegether.core.people.api.persons import person
from bluegether.core.people.api.profile import photo


TONES = 6  # colours behind the letters


def face(userid: str, *, reader: str, site_url: str) -> dict:
    """Return userid, name, job, url, photo (address, "" when the reader may not see it), initials and tone, 1 to 6."""
    found, content = account(userid), person(userid)
    name = found.fullname if found is not None else userid
    url = f"{site_url}/people/{userid}"
    shown = content is not None and photo(content, reader) is not None
    return {
        "userid": userid,
        "name": name,
        "job": found.job if found is not None else "",
        "url": url,
        "photo": f"{url}/@@photo?size=small" if shown else "",
        "initials": "".join(word[0] for word in name.split()[:2]).upper(),
        "tone": sum(userid.encode()) % TONES + 1,
    }
