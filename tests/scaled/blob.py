"""Add a file to the site, so that there is a blob: `bin/instance run tests/scaled/blob.py`."""

from plone import api
from plone.namedfile.file import NamedBlobFile
from Testing.makerequest import makerequest
from zope.component.hooks import setSite
import transaction


site = makerequest(app).bluegether  # noqa: F821 (`bin/instance run` gives `app`)
setSite(site)
with api.env.adopt_roles(["Manager"]):
    found = api.content.create(site, "File", "preuve")
    found.file = NamedBlobFile(data=b"x" * 100_000, filename="preuve.bin")
transaction.commit()
