"""`@@app-edit[?id=]`: add, change or delete an application."""

from bluegether.core import _
from bluegether.core.kit.picture import picture
from bluegether.core.kit.picture import sent_bytes
from bluegether.core.launcher import api as launcher
from bluegether.core.launcher.browser.manage import KINDS
from bluegether.core.launcher.browser.page import Page
from bluegether.core.launcher.interfaces import ICONS
from bluegether.core.people import api as people
from functools import cached_property
from plone import api
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile


TEXTS = ("title", "description", "url", "category")


class Edit(Page):
    """What was typed comes back with what is wrong."""

    index = ViewPageTemplateFile("edit.pt")
    title = _("Change an application")
    places = ", ".join(launcher.PLACES)

    def show(self):
        if self.app_id:
            launcher.app(self.app_id, userid=self.userid)  # raises before the page is begun
        return super().show()

    @property
    def app_id(self) -> str:
        return self.text("id")

    @cached_property
    def app(self):
        return launcher.app(self.app_id, userid=self.userid) if self.app_id else None

    @cached_property
    def values(self) -> dict:
        """Return what the fields hold: what was typed, else what is kept."""
        if self.request.method == "POST":
            return self._typed()
        names = (*TEXTS, "icon", "kinds", "units", "mandatory")
        return {name: getattr(self.app, name, "" if name in TEXTS else ()) for name in names}

    @property
    def revision(self) -> str:
        if self.error is not None and self.error.status != 409:
            return self.text("revision")
        return str(self.app.revision) if self.app is not None else "0"

    def _typed(self) -> dict:
        return {
            **{name: self.text(name) for name in TEXTS},
            "icon": self.text("icon"),
            "kinds": self.texts("kinds"),
            "units": self.texts("units"),
            "mandatory": self.text("mandatory") == "on",
        }

    def post(self) -> str:
        if self.text("act") == "delete":
            launcher.delete(self.app_id, actor=self.userid)
            message = _("The application is off the list.")
        else:
            self._keep()
            message = _("The application is kept.")
        api.portal.show_message(message, request=self.request)
        return f"{self.site_url}/@@apps-manage"

    def _keep(self) -> None:
        upload = self.request.form.get("picture")
        sent = (
            picture(sent_bytes(upload, field="picture"), field="picture") if getattr(upload, "filename", "") else None
        )
        if not self.app_id:
            launcher.create(actor=self.userid, picture=sent, **self._typed())
            return
        seen = self.text("revision")
        launcher.update(
            self.app_id,
            actor=self.userid,
            revision=int(seen) if seen.isdecimal() and len(seen) < 9 else -1,
            picture=sent,
            bare=self.text("bare") == "on",
            **self._typed(),
        )

    def _sent(self):
        upload = self.request.form.get("picture")
        if not getattr(upload, "filename", ""):
            return None
        return picture(sent_bytes(upload, field="picture"), field="picture")

    def icons(self) -> list[dict]:
        return [
            {"id": name, "title": title, "checked": "checked" if name == (self.values["icon"] or "window") else None}
            for name, title in ICONS.items()
        ]

    def kinds(self) -> list[dict]:
        return self._boxes("kinds", {kind: KINDS[kind] for kind in launcher.KINDS})

    def units(self) -> list[dict]:
        return self._boxes("units", people.units())

    def _boxes(self, name: str, known: dict) -> list[dict]:
        chosen = self.values[name]
        return [
            {"id": one, "title": title, "checked": "checked" if one in chosen else None} for one, title in known.items()
        ]
