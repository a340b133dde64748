"""Pictures and documents that go with a post: pictures are kept with the entry, documents stay where they are."""

from bluegether.core import _
from bluegether.core.kit.errors import Invalid
from bluegether.core.kit.errors import Missing
from bluegether.core.kit.picture import Picture
from bluegether.core.stream.api.reading import entry
from plone import api
from urllib.parse import unquote
from urllib.parse import urlsplit


PICTURES = 4
DOCUMENTS = 5
ALT_LENGTH = 300
VIEW = "/view"


def checked_pictures(pictures) -> tuple[Picture, ...]:
    """Return the pictures; raise Invalid for more than four or a long alternative text."""
    if len(pictures) > PICTURES:
        raise Invalid(_("At most ${count} pictures are possible.", mapping={"count": PICTURES}), field="pictures")
    if any(not isinstance(one.alt, str) or len(one.alt) > ALT_LENGTH for one in pictures):
        values = {"maximum": ALT_LENGTH}
        message = _("The description of a picture has at most ${maximum} signs.", mapping=values)
        raise Invalid(message, field="pictures")
    return tuple(pictures)


def checked_documents(references) -> tuple[str, ...]:
    """Return the UIDs of content, each given by its UID or address, that the signed-in person may see.

    Raises Invalid for more than five and for what is not there; what one may not see is not there.
    """
    if not isinstance(references, list | tuple) or not all(isinstance(one, str) for one in references):
        raise Invalid(_("The documents must be a list of addresses."), field="documents")
    if len(references) > DOCUMENTS:
        raise Invalid(_("At most ${count} documents are possible.", mapping={"count": DOCUMENTS}), field="documents")
    return tuple(dict.fromkeys(_uid(one.strip()) for one in references if one.strip()))


def document(uid: str):
    """Return the catalog's brain of content that the signed-in person may see; raise Missing otherwise."""
    found = api.portal.get_tool("portal_catalog")(UID=uid) if uid else ()
    if not found:
        raise Missing(_("This document does not exist (any more)."))
    return found[0]


def picture_file(entry_id: int, place: int, *, userid: str):
    """Return the file of an entry's picture; raise Missing where the person may not see the entry."""
    files = entry(entry_id, userid=userid).files
    if not 0 <= place < len(files):
        raise Missing(_("This publication does not exist (any more)."))
    return files[place]


def _uid(reference: str) -> str:
    catalog = api.portal.get_tool("portal_catalog")
    found = catalog(UID=reference) if reference.isalnum() else catalog(path={"query": _path(reference), "depth": 0})
    if not found:
        message = _(
            "There is no document at “${address}”, or you may not see it.", mapping={"address": reference[:200]}
        )
        raise Invalid(message, field="documents")
    return found[0].UID


def _path(address: str) -> str:
    site = api.portal.get()
    base, path = urlsplit(site.absolute_url()), unquote(urlsplit(address).path)
    inside = path[len(base.path) :] if path.startswith(f"{base.path}/") else path
    return "/".join(site.getPhysicalPath()) + "/" + inside.strip("/").removesuffix(VIEW)
