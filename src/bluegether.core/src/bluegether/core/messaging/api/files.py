"""Files of messages: looked at by `kit.attachment`, within the room's settings."""

from bluegether.core.kit import attachment
from bluegether.core.messaging.api import rules
from bluegether.core.messaging.storage import File
from plone.namedfile.file import NamedBlobFile


TYPES = attachment.TYPES


def checked_files(files) -> tuple[File, ...]:
    """Return the files, given as (name, bytes), ready to be kept; raise Invalid for too many or a bad one."""
    found = attachment.checked_files(files, most=rules.setting("files"), megabytes=rules.setting("file_size"))
    return tuple(_kept(one) for one in found)


def _kept(one: attachment.Attachment) -> File:
    blob = NamedBlobFile(data=one.data, contentType=one.content_type, filename=one.name)
    return File(name=one.name, content_type=one.content_type, blob=blob, thumbnail=one.thumbnail)
