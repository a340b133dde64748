"""A version's page: its articles, its history, what may be done with it now; and the charter's list of versions."""

from bluegether.core import _
from bluegether.core.charter import api as charter
from bluegether.core.charter.api import lifecycle
from bluegether.core.charter.browser.page import Page
from bluegether.core.charter.browser.page import STATES
from bluegether.core.kit import turn
from bluegether.core.kit.errors import Invalid
from bluegether.core.kit.errors import NotAllowed
from plone import api
from plone.app.layout.globals.interfaces import IViewView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zope.interface import implementer


VERBS = {
    "submit": charter.submit,
    "reject": charter.reject,
    "approve": charter.approve,
    "withdraw": charter.withdraw,
    "put_in_force": charter.put_in_force,
}
# Transition -> (button, label of its comment, class of the button)
BUTTONS = {
    "submit": (_("Submit to direction"), _("What changes in this version"), "btn-primary"),
    "approve": (_("Approve"), _("Comment (optional)"), "btn-primary"),
    "reject": (_("Send back to draft"), _("Reason (required)"), "btn-outline-danger"),
    "put_in_force": (_("Put in force"), _("Comment (optional)"), "btn-primary"),
    "withdraw": (_("Take back to draft"), _("Reason (required)"), "btn-outline-danger"),
}
DONE = {
    "": _("Created"),
    "submit": _("Submitted"),
    "reject": _("Sent back to draft"),
    "approve": _("Approved"),
    "withdraw": _("Taken back to draft"),
    "put_in_force": _("Came into force"),
    "archive": _("Archived"),
}


@implementer(IViewView)
class Version(Page):
    """One version of the charter."""

    index = ViewPageTemplateFile("version.pt")

    def post(self) -> str:
        turn.take("charter")
        transition = self.text("transition")
        if transition not in VERBS:
            raise Invalid(_("Please choose what to do with this version."), field="transition")
        VERBS[transition](self.context, userid=self.userid, comment=self.text("comment"))
        self.notify(DONE[transition])
        return self.context.absolute_url()

    def folder(self):
        """Return the charter that it is a version of."""
        return self.context.__parent__

    def state(self) -> tuple:
        """Return title and class of its state."""
        return STATES[api.content.get_state(self.context)]

    def reading(self) -> charter.Reading:
        return charter.reading_of(self.context, self.language)

    def transitions(self) -> list[dict]:
        """Return what the reader may do now."""
        return [
            {
                "id": name,
                "button": button,
                "label": label,
                "css": css,
                "required": lifecycle.TRANSITIONS[name][2],
                "comment": self.text("comment") if self.text("transition") == name else "",
            }
            for name, (button, label, css) in BUTTONS.items()
            if charter.can(name, self.context, self.userid)
        ]

    def own_submission(self) -> bool:
        """Return whether only the rule that nobody approves their own submission stands in the way."""
        submitted = api.content.get_state(self.context) == "submitted"
        mine = charter.submitter(self.context) == self.userid
        return submitted and mine and self.allowed("BlueGether: Approve Charter")

    def history(self) -> list[dict]:
        """Return its steps, the newest first."""
        return [
            {
                "title": DONE.get(step.transition, step.transition),
                "name": self.name(step.userid),
                "comment": step.comment,
                "time": self.day(step.time, time=True),
                "iso": step.time.isoformat(),
            }
            for step in reversed(charter.history(self.context))
        ]

    def previous(self):
        """Return the version that this one is compared with: the one created before it, which the reader may see."""
        versions = visible_versions(self.context.__parent__)
        position = next((at for at, one in enumerate(versions) if one.id == self.context.id), 0)
        return versions[position - 1] if position else None

    def changes(self) -> list:
        previous = self.previous()
        return charter.changes(charter.reading_of(previous), charter.reading_of(self.context)) if previous else []

    def languages(self) -> list:
        return []

    def editable(self) -> bool:
        return self.allowed("Modify portal content")


@implementer(IViewView)
class Versions(Page):
    """The charter: its versions, the newest first."""

    index = ViewPageTemplateFile("versions.pt")

    def post(self) -> str:
        if not self.may_write():
            raise NotAllowed(_("You may not write versions of the charter."))
        turn.take("charter")
        return f"{charter.revise(self.context).absolute_url()}/edit"

    def revisable(self) -> bool:
        """Return whether a new version can start from the one in force."""
        return self.may_write() and charter.version_in_force() is not None

    def versions(self) -> list[dict]:
        return [
            {
                "label": version.label,
                "url": version.absolute_url(),
                "state": STATES[api.content.get_state(version)],
                "effective": self.day(version.effective_on) if version.effective_on else "",
                "last": charter.history(version)[-1],
            }
            for version in reversed(visible_versions(self.context))
        ]

    def may_write(self) -> bool:
        return self.allowed("BlueGether: Write Charter")

    def done(self, step) -> str:
        """Return what a step was."""
        return DONE.get(step.transition, step.transition)


def visible_versions(folder) -> list:
    """Return the versions that the reader may see, the oldest first."""
    brains = api.portal.get_tool("portal_catalog").searchResults(
        portal_type="CharterVersion",
        path={"query": "/".join(folder.getPhysicalPath()), "depth": 1},
        sort_on="created",
    )
    return [brain.getObject() for brain in brains]
