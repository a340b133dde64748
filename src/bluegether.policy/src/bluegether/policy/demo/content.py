"""Pages, news and files of the demo."""

from bluegether.policy.demo import files
from bluegether.policy.demo.news import NEWS
from bluegether.policy.demo.pages import PAGES
from DateTime import DateTime
from datetime import datetime
from datetime import timedelta
from plone import api
from plone.app.textfield.value import RichTextValue
from plone.dexterity.utils import createContentInContainer
from plone.namedfile.file import NamedBlobFile
from random import Random


WRITER = "redactrice"


def build(site, random: Random, moment: datetime) -> None:
    """Create what is missing of the pages, files and news."""
    for name, title, description, html in PAGES:
        written = moment - timedelta(days=random.randrange(15, 300), hours=random.randrange(9))
        publish(site.documents, "Document", name, WRITER, written, **page(title, description, html))
    for name, filename, title, description, kind in files.FILES:
        blob = NamedBlobFile(files.make(kind), contentType=files.TYPES[kind], filename=filename)
        written = moment - timedelta(days=random.randrange(15, 120))
        publish(site.documents, "File", name, "rh", written, title=title, description=description, file=blob)
    for name, days, author, title, description, html in NEWS:
        written = moment - timedelta(days=days, minutes=random.randrange(480))
        publish(site.actualites, "News Item", name, author, written, **page(title, description, html))


def page(title: str, description: str, html: str) -> dict:
    """Return the fields of a page."""
    text = RichTextValue(html, "text/html", "text/x-html-safe")
    return {"title": title, "description": description, "text": text}


def publish(folder, portal_type: str, name: str, author: str, moment: datetime, **values) -> None:
    """Create one piece of content by this author at this moment, published, unless it is there."""
    if name in folder:
        return
    obj = createContentInContainer(folder, portal_type, checkConstraints=False, id=name, language="fr", **values)
    obj.creators = (author,)
    obj.manage_delLocalRoles([userid for userid, roles in obj.get_local_roles() if "Owner" in roles])
    obj.manage_setLocalRoles(author, ["Owner"])
    if api.portal.get_tool("portal_workflow").getChainFor(obj):
        api.content.transition(obj, "publish_internally")
    backdate(obj, moment)


def backdate(obj, moment: datetime) -> None:
    """Date the content as if it had been made then."""
    date = DateTime(moment.isoformat())
    obj.creation_date = date
    obj.setEffectiveDate(date)
    obj.reindexObject()
    obj.setModificationDate(date)
    obj.reindexObject(idxs=["modified", "Date"])
