"""What each kind of space starts with: who sees and enters it, folders, a first page, rules."""

from bluegether.core import _
from bluegether.core.spaces.interfaces import COMMENT
from bluegether.core.spaces.interfaces import FREE
from bluegether.core.spaces.interfaces import INVITATION
from bluegether.core.spaces.interfaces import LISTED
from bluegether.core.spaces.interfaces import OPEN
from bluegether.core.spaces.interfaces import PUBLISH
from bluegether.core.spaces.interfaces import REQUEST
from DateTime import DateTime
from plone import api
from plone.app.textfield.value import RichTextValue
from plone.dexterity.utils import createContent
from zope.i18n import translate


WORKFLOW = "space_content_workflow"
DOCUMENTS, AGENDA, PAGES = "documents", "agenda", "pages"
FOLDERS = {
    DOCUMENTS: (_("Documents"), _("Files and documents of the space.")),
    AGENDA: (_("Dates"), _("Meetings and dates of the space.")),
    PAGES: (_("Pages"), _("What we know, written together.")),
}
WELCOME = _("Welcome to the space")
# Kind -> what a new space of it has unless its creator chooses otherwise; the keys are fields of `ISpace`.
DEFAULTS = {
    "project": {
        "visibility": OPEN,
        "joining": REQUEST,
        "powers": PUBLISH,
        "rules": _(
            "Decisions are written in the stream, with their reason. A document has one place and one owner. "
            "Who leaves hands over what they hold."
        ),
        "target_members": 8,
        "target_posts": 8,
    },
    "community": {
        "visibility": OPEN,
        "joining": FREE,
        "powers": PUBLISH,
        "rules": _(
            "Every question is welcome. Share what you tried, also what did not work. "
            "Nothing of a client without their agreement."
        ),
        "target_members": 30,
        "target_posts": 12,
    },
    "client": {
        "visibility": LISTED,
        "joining": INVITATION,
        "powers": PUBLISH,
        "reason": _("Information of the client that its contract protects."),
        "rules": _("What the client entrusts to us stays here. No personal data of its people, no password."),
        "target_members": 6,
        "target_posts": 6,
    },
    "training": {
        "visibility": OPEN,
        "joining": FREE,
        "powers": COMMENT,
        "rules": _("Ask during and after the session. Who has understood explains to the others."),
        "target_members": 15,
        "target_posts": 6,
    },
    "direction": {
        "visibility": OPEN,
        "joining": FREE,
        "powers": COMMENT,
        "rules": _(
            "Questions are about the company, not about persons. Every question gets an answer here, in front of all, "
            "or the reason why it gets none. Votes show what concerns most."
        ),
        "target_members": 40,
        "target_posts": 8,
    },
}
SETS = {
    "project": (DOCUMENTS, AGENDA, PAGES),
    "community": (DOCUMENTS, AGENDA, PAGES),
    "client": (DOCUMENTS, AGENDA, PAGES),
    "training": (DOCUMENTS, AGENDA, PAGES),
    "direction": (DOCUMENTS, PAGES),
}


def defaults(template: str) -> dict:
    """Return what a new space of this kind has, texts in the site's language."""
    values = DEFAULTS[template].items()
    return {name: _said(value) if isinstance(value, str) else value for name, value in values}


def furnish(space, owner: str) -> None:
    """Set the folders of the space's kind up, and a first page that holds its purpose and rules."""
    with api.env.adopt_roles(["Manager"]):  # whoever creates it for somebody else has no role in it
        for name in SETS[space.template]:
            title, description = FOLDERS[name]
            _add(space, "Folder", name, owner, title=_said(title), description=_said(description))
        text = f"{space.description}\n\n{space.rules or ''}".strip()
        body = RichTextValue(text, "text/plain", "text/x-html-safe")
        _add(space[PAGES], "Document", "bienvenue", owner, title=_said(WELCOME), description=space.public, text=body)
        space[PAGES].setDefaultPage("bienvenue")


def _add(container, kind: str, name: str, owner: str, **values):
    made = createContent(kind, id=name, language=api.portal.get_default_language(), **values)
    made.creators = (owner,)
    made._v_furnished = True
    container._setObject(name, made, set_owner=0)
    return container[name]


def publish_quietly(content) -> None:
    """Publish what a template sets up: no news for anybody."""
    tool = api.portal.get_tool("portal_workflow")
    status = {"review_state": "published", "time": DateTime(), "actor": "", "comments": "", "action": None}
    tool.setStatusOf(WORKFLOW, content, status)
    tool[WORKFLOW].updateRoleMappingsFor(content)
    content.reindexObject()


def _said(text):
    return translate(text, target_language=api.portal.get_default_language())
