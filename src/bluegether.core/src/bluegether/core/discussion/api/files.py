"""Files of comments: kept with the comment, read by who may read it now, gone with its text."""

from AccessControl import getSecurityManager
from Acquisition import aq_parent
from bluegether.core import _
from bluegether.core.discussion.storage import File
from bluegether.core.discussion.storage import FILES_KEY
from bluegether.core.kit.annotation import stored
from bluegether.core.kit.attachment import Attachment
from bluegether.core.kit.attachment import checked_files
from bluegether.core.kit.errors import Missing
from plone import api
from plone.namedfile.file import NamedBlobFile
from zope.annotation.interfaces import IAnnotations


PREFIX = "bluegether.discussion."


def checked(files) -> tuple[Attachment, ...]:
    """Return the files, given as (name, bytes), ready to be kept; raise Invalid for too many or a bad one."""
    most, megabytes = (api.portal.get_registry_record(PREFIX + name) for name in ("files", "file_size"))
    return checked_files(files, most=most, megabytes=megabytes)


def attach(comment, found: tuple[Attachment, ...]) -> None:
    """Keep the files with the comment; without any nothing is written."""
    if found:
        IAnnotations(comment)[FILES_KEY] = tuple(_kept(one) for one in found)


def detach(comment) -> None:
    """Let the comment have no files any more."""
    if files(comment):
        del IAnnotations(comment)[FILES_KEY]


def files(comment) -> tuple[File, ...]:
    """Return the files of a comment that the person has been found to be allowed to read."""
    return stored(comment, FILES_KEY) or ()


def file(comment, number: int) -> File:
    """Return one file; raise Missing where the signed-in person may not see what the comment is about."""
    content = aq_parent(aq_parent(comment))
    found = files(comment)
    if not 0 <= number < len(found) or not getSecurityManager().checkPermission("View", content):
        raise Missing(_("There is no such file."))
    return found[number]


def _kept(one: Attachment) -> File:
    blob = NamedBlobFile(data=one.data, contentType=one.content_type, filename=one.name)
    return File(name=one.name, content_type=one.content_type, blob=blob, thumbnail=one.thumbnail)
