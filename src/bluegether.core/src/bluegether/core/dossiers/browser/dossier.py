"""`@@dossier`: choose what a dossier says, see it as it will be, take it as DOCX or PDF."""

from bluegether.core import _
from bluegether.core.dossiers import api as dossiers
from bluegether.core.dossiers.browser.download import send
from bluegether.core.dossiers.browser.page import Page
from bluegether.core.kit import turn
from bluegether.core.people import api as people
from functools import cached_property
from plone import api
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile


LANGUAGES = {"fr": _("French"), "en": _("English")}
NAMINGS = {"name": _("With the name"), "initials": _("Initials only"), "reference": _("A reference number only")}
FORMATS = {"docx": _("Word (DOCX)"), "pdf": _("PDF")}
FIELDS = ("language", "naming", "reference", "target", "cover", "sections", "experiences", "photo", "contact")


class Dossier(Page):
    """The signed-in person's own without `userid`."""

    index = ViewPageTemplateFile("dossier.pt")
    sheet = ViewPageTemplateFile("sheet.pt")
    limits = {
        "reference": dossiers.MAX_REFERENCE,
        "target": dossiers.MAX_TARGET,
        "cover": dossiers.MAX_COVER,
        "purpose": dossiers.MAX_PURPOSE,
    }
    formats = FORMATS

    def show(self) -> str:
        self.request.set("disable_plone.rightcolumn", 1)  # the sheet wants the room
        self.choices = self._choices()
        found, self.dossier = self.attempt(dossiers.build, self.of, self.choices, maker=self.userid)
        if not found and "experiences" not in self.errors:
            self._refuse()
        return self.index()

    def post(self) -> str | bytes:
        if "confirm" in self.request.form:
            return self.confirm()
        kind = self.text("format", 10)
        purpose = self.text("purpose", 1000)
        if self.mine():
            turn.leave()  # nothing is written: others need not wait while it is laid out
        done, file = self.attempt(self._made, kind, purpose)
        return send(self.request.response, file.data, name=file.name, kind=file.kind) if done else self.show()

    def _made(self, kind: str, purpose: str):
        choices = dossiers.read(self.request.form, language=self.language)
        return dossiers.make(self.of, choices, kind, maker=self.userid, purpose=purpose)

    def confirm(self) -> str:
        """The person says that all of it is still right."""
        if self.mine():
            dossiers.confirm(self.userid)
            return self.back(_("Thank you: your profile counts as up to date from today."))
        return self.back(_("Only the person can say so."), kind="warning", url=self.address())

    def _choices(self) -> dossiers.Choices:
        found, choices = self.attempt(dossiers.read, self.request.form, language=self.language)
        return choices if found else dossiers.Choices(language=self.language)

    def _refuse(self) -> None:
        """What is wrong with the person or the right to do it is not for a form: let it be the answer."""
        dossiers.build(self.of, self.choices, maker=self.userid)

    @cached_property
    def of(self) -> str:
        """Return the user id of whom it is about."""
        return self.text("userid", 64) or self.userid

    @property
    def language(self) -> str:
        return api.portal.get_current_language()[:2]

    @property
    def title(self):
        return _("Skills profile")

    @cached_property
    def person(self):
        return people.account(self.of)

    def mine(self) -> bool:
        return self.of == self.userid

    def address(self) -> str:
        return self.url if self.mine() else f"{self.url}?userid={self.of}"

    # What the form shows

    def languages(self) -> list[dict]:
        return self._options(LANGUAGES, self.choices.language)

    def namings(self) -> list[dict]:
        return self._options(NAMINGS, self.choices.naming)

    def _options(self, known: dict, chosen: str) -> list[dict]:
        return [{"value": value, "title": title, "chosen": value == chosen} for value, title in known.items()]

    def sections(self) -> list[dict]:
        """Return every section, chosen ones first and in their order."""
        names = [*self.choices.sections, *(name for name in dossiers.SECTIONS if name not in self.choices.sections)]
        return [
            {
                "name": name,
                "title": dossiers.SECTIONS[name],
                "chosen": name in self.choices.sections,
                "order": place,
            }
            for place, name in enumerate(names, 1)
        ]

    @cached_property
    def offered(self) -> list[dict]:
        """Return every experience, chosen ones first and in their order; all of them are until somebody chooses."""
        found = {one.key: one for one in dossiers.offered(self.of, maker=self.userid, language=self.language)}
        wanted = self.choices.experiences
        chosen = list(found)[: dossiers.MAX_EXPERIENCES] if wanted is None else [key for key in wanted if key in found]
        keys = [*chosen, *(key for key in found if key not in chosen)]
        return [
            {"key": key, "experience": found[key], "chosen": key in chosen, "order": place}
            for place, key in enumerate(keys, 1)
        ]

    def hidden(self) -> list[tuple[str, str]]:
        """Return the choices as the fields of the form that makes the file."""
        return [("userid", self.of), *self.choices.query().items()]

    # What stands beside

    def may_list(self) -> bool:
        """Return whether the signed-in person has a list of profiles to refresh."""
        return dossiers.can_list_stale(self.userid)

    def refreshed(self):
        return dossiers.refreshed(self.of)

    def is_asked(self) -> bool:
        return self.mine() and dossiers.is_asked(self.userid)

    def made(self) -> list[dict]:
        """Return who made dossiers of the signed-in person lately; for them alone."""
        if not self.mine():
            return []
        return [
            {
                "day": self.day(entry.made),
                "maker": self.name_of(entry.maker) if entry.maker else _("Somebody who has no account any more"),
                "language": LANGUAGES.get(entry.language, entry.language),
                "anonymous": entry.anonymous,
                "format": FORMATS.get(entry.kind, entry.kind),
                "purpose": entry.purpose,
            }
            for entry in dossiers.made(self.userid, reader=self.userid)
        ]
