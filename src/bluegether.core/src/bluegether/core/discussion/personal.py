"""What discussion holds about a person: their comments and reactions, and the content that they follow."""

from base64 import b64encode
from bluegether.core.discussion import api as discussion
from bluegether.core.kit.interfaces import IPersonalData
from plone.base.interfaces import IPloneSiteRoot
from zope.component import adapter
from zope.interface import implementer


@implementer(IPersonalData)
@adapter(IPloneSiteRoot)
class PersonalData:
    """Comments on content; content followed, by its UID. The comments of who is erased stay, under a pseudonym each."""

    def __init__(self, site):
        self.site = site

    def export(self, userid: str) -> dict:
        written = [exported(one) for one in discussion.comments_of(userid)]
        given = discussion.reactions_by(userid)
        return {"follows": list(discussion.followed(userid)), "comments": written, "reactions": given}

    def erase(self, userid: str) -> None:
        discussion.forget(userid)
        discussion.erase(userid)


def exported(comment) -> dict:
    """Return a comment as JSON-compatible data."""
    files = [exported_file(one) for one in discussion.files(comment)]
    return {"created": comment.creation_date.isoformat(), "text": comment.text, "files": files}


def exported_file(file) -> dict:
    """Return a file as JSON-compatible data."""
    return {
        "filename": file.name,
        "content-type": file.content_type,
        "data": b64encode(file.blob.data).decode(),
    }
