"""Visiting cards of people (vCard, RFC 6350; 3.0 for programs that know no newer): what the reader may see of them."""

from bluegether.core.directory.api.hits import Hit
from bluegether.core.directory.api.text import clean
from bluegether.core.people import api as people
from collections.abc import Iterable
from collections.abc import Iterator
from icalendar.parser import Contentline
from icalendar.parser import Contentlines
from icalendar.parser import Parameters
from icalendar.prop import vAdr
from icalendar.prop import vN
from icalendar.prop import vOrg
from icalendar.prop import vText
from plone import api


VERSIONS = ("4.0", "3.0")
MAX_CARDS = 200


def vcards(found: Iterable[Hit], *, version: str = "4.0") -> bytes:
    """Return the cards of these people, one after the other."""
    return b"".join(vcard(hit, version=version) for hit in found)


def vcard(hit: Hit, *, version: str = "4.0") -> bytes:
    """Return the card of one person."""
    lines = [("BEGIN", "VCARD", {}), ("VERSION", version, {}), *_lines(hit, version), ("END", "VCARD", {})]
    written = [Contentline.from_parts(name, Parameters(more), value) for name, value, more in lines]
    return Contentlines([*written, ""]).to_ical()


def _lines(hit: Hit, version: str) -> Iterator[tuple]:
    url = person_url(hit.userid)
    yield "FN", vText(clean(hit.fullname)), {}
    yield "N", vN(_parts(clean(hit.fullname))), {}
    if version == "4.0":
        yield "KIND", "individual", {}
    yield "ORG", vOrg(_organisation(hit)), {}
    yield from _texts(hit)
    if hit.fields.get("city"):
        yield "ADR", vAdr(("", "", "", clean(hit.fields["city"]), "", "", "")), {"TYPE": "work"}
    yield "URL", url, {}
    yield "UID", url, {"VALUE": "uri"} if version == "4.0" else {}


def _texts(hit: Hit) -> Iterator[tuple]:
    """Yield what is written as plain text, where there is something to be seen."""
    for field, name, more in (
        ("job", "TITLE", {}),
        ("email", "EMAIL", {"TYPE": "work"}),
        ("phone", "TEL", {"TYPE": "work"}),
        ("mobile", "TEL", {"TYPE": "cell"}),
    ):
        if hit.fields.get(field):
            yield name, vText(clean(hit.fields[field])), more


def person_url(userid: str) -> str:
    """Return the address of a person's page."""
    return f"{api.portal.get().absolute_url()}/people/{userid}"


def _organisation(hit: Hit) -> tuple[str, ...]:
    company = api.portal.get_registry_record("plone.site_title", default="") or api.portal.get().title
    unit = people.units().get(hit.fields.get("unit", ""), "")
    return tuple(filter(None, (clean(company), clean(unit)))) or ("",)


def _parts(fullname: str) -> tuple[str, str, str, str, str]:
    """Return family and given names: the portal keeps them as one; the first word is taken for the given name."""
    given, _space, family = fullname.partition(" ")
    return (family, given, "", "", "") if family else (given, "", "", "", "")
