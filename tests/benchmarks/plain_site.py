"""A plain Plone site to compare with: `plain_site.py zope.conf members documents`, run by the venv's own Python.

Plone's classic distribution with its default content, discussion installed and switched on, members and published
pages. What BlueGether configures otherwise (navigation, portlets, versions) is left as Plone ships it.
"""

from AccessControl.SecurityManagement import newSecurityManager
from plone import api
from plone.app.textfield.value import RichTextValue
from plone.dexterity.utils import createContentInContainer
from Products.CMFPlone.factory import addPloneSite
from Testing.makerequest import makerequest
from zope.component.hooks import setSite
from zope.globalrequest import setRequest
from Zope2.Startup.run import configure_wsgi
import sys
import transaction
import Zope2


PASSWORD = "Bluegether-2026!"
SITE = "plone"
DISCUSSION = "plone.app.discussion.interfaces.IDiscussionSettings.globally_enabled"
SENTENCE = "<p>Nous avons mis en production sans interruption, les tests de bout en bout ont tout rattrapé.</p>"
PER_FOLDER = 200


def create(app, members: int, documents: int) -> None:
    """Create the site and fill it."""
    app.acl_users._doAddUser("admin", PASSWORD, ["Manager"], [])
    newSecurityManager(None, app.acl_users.getUserById("admin").__of__(app.acl_users))
    site = addPloneSite(
        app, SITE, title="Plone", distribution_name="classic", setup_content=True, default_language="fr"
    )
    setSite(site)
    for profile in ("plone.restapi:default", "plone.app.discussion:default"):
        site.portal_setup.runAllImportStepsFromProfile(f"profile-{profile}")
    api.portal.set_registry_record(DISCUSSION, True)
    site.portal_types.Document.allow_discussion = True
    for number in range(members):
        name = f"membre{number:05}"
        api.user.create(username=name, email=f"{name}@azurelle.example", password=PASSWORD)
    for number in range(documents):
        page(site, number)
    transaction.commit()


def page(site, number: int) -> None:
    """Create one published page, two folders deep as in the load."""
    place = site
    for name in ("reference", f"serie-{number // PER_FOLDER // 100}", f"dossier-{number // PER_FOLDER}"):
        if name not in place:
            createContentInContainer(place, "Folder", id=name, title=name.capitalize())
            api.content.transition(place[name], "publish")
        place = place[name]
    text = RichTextValue(SENTENCE * 12, "text/html", "text/x-html-safe")
    made = createContentInContainer(place, "Document", id=f"note-{number}", title=f"Note {number}", text=text)
    api.content.transition(made, "publish")
    if number % 250 == 0:
        transaction.commit()


def main() -> None:
    configuration, members, documents = sys.argv[1:]
    configure_wsgi(configuration)
    app = makerequest(Zope2.app())
    setRequest(app.REQUEST)
    create(app, int(members), int(documents))


if __name__ == "__main__":
    main()
