"""How pages say what the api holds: states, values, days, icons."""

from bluegether.core import _
from bluegether.core.kit.clock import spoken
from bluegether.core.onboarding import api as onboarding
from plone import api
from Products.Five.browser import BrowserView


STATES = {
    "not_started": (_("Not started"), "text-bg-light"),
    "under_way": (_("Under way"), "text-bg-info"),
    "done": (_("Done"), "text-bg-success"),
    "not_needed": (_("Not needed"), "text-bg-secondary"),
}
VALUES = {
    "owner": _("Owner"),
    "target": _("Target date"),
    "state": _("State"),
    "done": _("Done on"),
    "evidence": _("Evidence"),
    "note": _("Note"),
    "reason": _("Why it is not needed"),
    "answers": _("Answers"),
}


class LaunchView(BrowserView):
    """What the pages of the launch share."""

    @property
    def userid(self) -> str:
        return api.user.get_current().getId()

    def state(self, step: onboarding.Step) -> dict:
        """Return the title and the badge of the step's state."""
        title, css = STATES[step.state]
        return {"title": title, "css": css}

    def name(self, userid: str) -> str:
        return onboarding.name(userid) or _("an erased account")

    def day(self, day) -> str:
        """Return a day as the site writes it."""
        return spoken(day)

    def moment(self, moment) -> str:
        """Return a moment as the site writes it, in its zone."""
        return spoken(moment, clock=True)

    def changed(self, entry: onboarding.Entry) -> list:
        """Return the titles of the values that an entry changed."""
        return [VALUES[name] for name, _before, _after in entry.changes]

    def link(self, path: str) -> str:
        """Return the address of a path of the portal, or of a page elsewhere."""
        return path if path.startswith("https://") else f"{self.context.absolute_url()}/{path.lstrip('/')}"

    def places(self, step: onboarding.Step) -> list[dict]:
        """Return where the step is done, as links: the pages that this person may open."""
        return [
            {"title": place.title, "url": self.link(place.path)}
            for place in step.definition.places
            if api.user.has_permission(place.permission)
        ]

    def edit_url(self, step: onboarding.Step) -> str:
        return f"{self.context.absolute_url()}/@@launch-step?step={step.id}"

    def icon(self, name: str, css: str = "") -> str:
        """Return the icon's markup; it says nothing to a screen reader."""
        return self.context.restrictedTraverse("@@iconresolver").tag(name, tag_class=css, tag_alt="")
